using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Settings.Files;

/// <summary>A text in a settings file.</summary>
/// <param name="Name">Its name with the sections above it, joined by colons.</param>
/// <param name="Text">What it says, without quotes and escapes.</param>
/// <param name="Span">Where it stands, without quotes.</param>
internal readonly record struct SettingValue(string Name, string Text, TextSpan Span)
{
    /// <summary>The name within its section.</summary>
    public string LastName => Name.Substring(Name.LastIndexOf(':') + 1);

    public bool IsTrue => Text.Equals("true", System.StringComparison.OrdinalIgnoreCase) || Text == "1";

    /// <summary>The name of the section that the value is in; empty for one at the top.</summary>
    public string Section => Name.LastIndexOf(':') is var colon and >= 0 ? Name.Substring(0, colon) : "";
}
