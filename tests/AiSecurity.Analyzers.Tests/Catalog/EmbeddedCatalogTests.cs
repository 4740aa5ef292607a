using AiSecurity.Analyzers.Catalog;

namespace AiSecurity.Analyzers.Tests.Catalog;

public class EmbeddedCatalogTests
{
    public static TheoryData<string> Files => [.. EmbeddedCatalog.Files.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void Has_no_mistakes(string file)
    {
        var (rows, errors) = CatalogParser.Parse(EmbeddedCatalog.Files[file]);
        Assert.NotEmpty(rows);
        Assert.Empty(errors.Select(error => $"{file}({error.Line + 1}): {error.Reason}"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Has_tidy_columns(string file)
    {
        var untidy = new List<string>();
        var text = EmbeddedCatalog.Files[file];
        var lines = text.Split('\n');
        // Between blank lines and comments the second column begins at one place.
        int? secondColumn = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Contains('\t') || line.Contains('\r') || line != line.TrimEnd() || line.StartsWith(' ') || line.Any(c => c > '~'))
                untidy.Add($"{file}({i + 1}): tab, carriage return, indentation, blank at the end, or a letter that is not ASCII");
            if (line.Length == 0 || line[0] == '#')
            {
                secondColumn = null;
                continue;
            }

            var start = line.IndexOf(' ');
            while (start >= 0 && start < line.Length && line[start] == ' ')
                start++;
            if (secondColumn is { } expected && expected != start)
                untidy.Add($"{file}({i + 1}): the second column begins at {start}, above it at {expected}");
            secondColumn = start;
        }

        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.StartsWith("# ", text, StringComparison.Ordinal);
        Assert.Empty(untidy);
    }

    [Fact]
    public void No_row_is_written_twice()
    {
        var twice = EmbeddedCatalog.Rows
            .GroupBy(entry => (entry.Row.Role, entry.Row.Member, From: entry.Row["from"], Since: entry.Row["since"], Parameter: entry.Row.Role == Role.Sink ? entry.Row["value"] + ":" + entry.Row["kind"] : null))
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(entry => $"{entry.File}({entry.Row.Line + 1})"))}");
        Assert.Empty(twice);
    }

    [Fact]
    public void Rows_of_members_name_their_package()
    {
        var without = EmbeddedCatalog.Rows.Where(entry => entry.Row.Member[1] == ':' && entry.Row.Package.Length == 0).Select(entry => $"{entry.File}: {entry.Row.Member}");
        Assert.Empty(without);
    }

    [Fact]
    public void A_package_is_a_package_id()
    {
        var odd = EmbeddedCatalog.Rows.Select(entry => entry.Row.Package).Distinct().Where(package => package.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-')));
        Assert.Empty(odd);
    }

    [Fact]
    public void Every_client_takes_a_key_or_says_why_not()
    {
        // A type with the role client that no key row speaks of would be a type that no rule looks at.
        var keyed = EmbeddedCatalog.Rows.Where(entry => entry.Row.Role == Role.Key).Select(entry => entry.Row.TypeName).ToHashSet();
        Assert.Empty(EmbeddedCatalog.Rows.Where(entry => entry.Row.Role == Role.Client && !keyed.Contains(entry.Row.TypeName)).Select(entry => entry.Row.Member));
    }

    [Fact]
    public void The_built_in_catalog_holds_every_row() => Assert.Equal(EmbeddedCatalog.Rows.Length, AiCatalog.BuiltIn.Rows.Length);
}
