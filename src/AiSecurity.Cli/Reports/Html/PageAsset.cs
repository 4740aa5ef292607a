using System.Security.Cryptography;
using System.Text;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>The style sheet or the script, which become part of the page.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Hash">What the page's policy allows it by.</param>
internal sealed record PageAsset(string Text, string Hash)
{
    public static PageAsset Style { get; } = Read("report.css");

    public static PageAsset Script { get; } = Read("report.js");

    private static PageAsset Read(string name)
    {
        using var stream = typeof(PageAsset).Assembly.GetManifestResourceStream($"Report/{name}") ?? throw new InvalidOperationException($"{name} is no part of the tool.");
        using var reader = new StreamReader(stream);
        // A browser reads line ends as LF before it computes the hash.
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new PageAsset(text, $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}");
    }
}
