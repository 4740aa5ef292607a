using System.Reflection;
using System.Text;
using AiSecurity.Analyzers.Catalog;

namespace AiSecurity.Analyzers.Tests.Robustness.Mutating;

/// <summary>Catalogs: rows as they should be, rows that say something else of the same member, lines that are no rows, and far too many of them.</summary>
internal static class CatalogText
{
    private static readonly string[] Lines = Embedded();
    private static readonly string[] Words = [.. CatalogParser.Vocabulary.Order(StringComparer.Ordinal)];
    private static readonly string[] Roles = [.. Lines.Select(line => Columns(line)[0]).Distinct()];
    private static readonly string[] Members = [.. Lines.Select(Columns).Where(columns => columns.Length > 1).Select(columns => columns[1]).Distinct()];
    private static readonly string[] Attributes = [.. Lines.SelectMany(line => Columns(line).Skip(2)).Distinct()];

    private static readonly string[] Odd =
    [
        "#", "  #ctor", "*", "client", "client *", "client T:", "client T:*", "client T:a", "key M:..#ctor from=a", "model-call M:*.* prompt=*", "sink M:System.Object.ToString kind=code value=*",
        "source P:System.String.Length origin=user", "entry T:System.Object origin=user", "entry M:System.Linq.Enumerable.Select origin=user handler=selector answers=caller", "shield M:System.Object.Equals signals=result good=true text=obj",
        "guard-attribute T:System.ObsoleteAttribute guards=*", "message P:System.String.Chars text=index as=user", "reference *", "reference System*", "host * kind=azure", "host *.* kind=other", "host . kind=gateway",
        "ai-path /", "ai-name a", "verdict-word e good=true", "model-path /", "model-body ,", "client T:System.Object", "client T:System.String", "pipeline-type T:System.Object covers=*", "key M:System.Object.#ctor from=:", "key M:A.B from=a:b:c:d to=:",
        "sink M:System.Console.WriteLine kind=nothing value=,,, when=:", "sink P:A.B kind=code when=a program=", "client\tT:\0", "\uFEFFclient T:System.Object", "key = value", "client T:A B=C D", "sanitizer M:System.String.Trim guards=*",
    ];

    public static string Next(Random random)
    {
        var text = new StringBuilder();
        var count = random.Next(20) == 0 ? 3_000 : random.Next(1, 30);
        for (var line = 0; line < count; line++)
            text.Append(Line(random)).Append(random.Next(20) == 0 ? "\r\n" : "\n");
        return text.ToString();
    }

    /// <summary>Each row of the product once for each of its attributes, with that value there; without the attribute where it is null.</summary>
    public static IEnumerable<string> WithValue(string? value)
    {
        foreach (var columns in Lines.Select(Columns))
        {
            for (var index = 2; index < columns.Length; index++)
            {
                string[] changed = [.. columns];
                changed[index] = value is null ? "" : columns[index][..(columns[index].IndexOf('=', StringComparison.Ordinal) + 1)] + value;
                yield return string.Join(' ', changed);
            }
        }
    }

    private static string Line(Random random) => random.Next(10) switch
    {
        0 => Odd.Pick(random),
        1 => new string([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => (char)random.Next(0, random.Next(2) == 0 ? 128 : 0x10000))]),
        2 => Spoil(Lines.Pick(random), random),
        3 => Words.Pick(random) + " " + Members.Pick(random) + new string(' ', random.Next(2)) + Attributes.Pick(random) + (random.Next(30) == 0 ? new string('x', 5_000) : ""),
        4 => Lines.Pick(random),
        5 => Roles.Pick(random) + " " + string.Join(' ', Columns(Lines.Pick(random)).Skip(1)),
        _ => Roles.Pick(random) + " " + Members.Pick(random) + string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => " " + Attributes.Pick(random))),
    };

    private static string Spoil(string line, Random random)
    {
        var at = random.Next(line.Length);
        return random.Next(4) switch
        {
            0 => line.Remove(at, 1),
            1 => line.Insert(at, ((char)random.Next(32, 128)).ToString()),
            2 => line[..at],
            _ => line[at..] + " " + line[..at],
        };
    }

    private static string[] Columns(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string[] Embedded()
    {
        var assembly = Assembly.Load("AiSecurity.Analyzers");
        var lines = new List<string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Sdks/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            lines.AddRange(reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'));
        }

        return [.. lines];
    }
}
