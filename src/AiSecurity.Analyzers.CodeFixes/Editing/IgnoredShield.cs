namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Why a shield protects nothing, as the diagnostic says.</summary>
internal static class IgnoredShield
{
    private const string ReasonProperty = "reason";

    public static bool Is(ReportedPlace place, string reason) => place.Diagnostic.Properties.TryGetValue(ReasonProperty, out var known) && known == reason;
}
