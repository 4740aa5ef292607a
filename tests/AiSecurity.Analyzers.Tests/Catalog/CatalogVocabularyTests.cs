using AiSecurity.Analyzers.Catalog;

namespace AiSecurity.Analyzers.Tests.Catalog;

/// <summary>Rows use the words that rules and engine know: a word that nobody knows is a row that does nothing.</summary>
public class CatalogVocabularyTests
{
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["kind"] = ["code", "sql", "html", "path", "url", "type", "deserialize", "pattern", "query", "log", "answer"],
        ["origin"] = ["user", "local-user", "document", "local-document", "model", "tool-argument", "prompt", "secret", "response"],
        ["guards"] = ["shield", "allow-list", "sandbox", "html", "path", "url", "pattern", "query", "screened", "redacted", "web", "token", "digest"],
        ["answers"] = ["caller", "media", "model"],
    };

    [Theory]
    [InlineData("kind")]
    [InlineData("origin")]
    [InlineData("guards")]
    [InlineData("answers")]
    public void Words_are_known(string attribute)
    {
        var rows = EmbeddedCatalog.Rows.Where(entry => entry.Row[attribute] is not null && (attribute != "kind" || entry.Row.Role == Role.Sink)).ToList();
        Assert.NotEmpty(rows);
        Assert.Empty(rows.Where(entry => entry.Row[attribute]!.Split(',').Except(Words[attribute]).Any()).Select(entry => $"{entry.File}({entry.Row.Line + 1}): {attribute}={entry.Row[attribute]}"));
    }

    /// <summary>Without the name of a parameter nothing would ever arrive at a method.</summary>
    [Fact]
    public void Sinks_that_are_methods_name_the_parameter() =>
        Assert.Empty(EmbeddedCatalog.Rows.Where(entry => entry.Row.Role == Role.Sink && entry.Row.Member[0] == 'M' && entry.Row["value"] is null).Select(entry => $"{entry.File}: {entry.Row.Member}"));

    /// <summary>A property has no parameters: what is asked of it is another property, whose name has a capital.</summary>
    [Fact]
    public void Conditions_of_sinks_name_a_parameter_or_a_property_and_a_text() =>
        Assert.Empty(EmbeddedCatalog.Rows.Where(entry => entry.Row["when"] is { } when && (when.Split(':') is not [{ Length: > 0 }, { Length: > 0 }] || (entry.Row.Member[0] != 'M' && !char.IsUpper(when[0])))).Select(entry => $"{entry.File}: {entry.Row.Member}"));

    /// <summary>The folder in front of a program is left out before names are compared.</summary>
    [Fact]
    public void Interpreters_are_names_without_a_folder() =>
        Assert.Empty(EmbeddedCatalog.Rows.Where(entry => entry.Row.Role == Role.Interpreter && (entry.Row.Member.Contains('/') || entry.Row.Member == "*")).Select(entry => entry.Row.Member));
}
