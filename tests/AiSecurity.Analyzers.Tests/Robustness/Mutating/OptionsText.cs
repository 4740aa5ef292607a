using AiSecurity.Analyzers.Settings;

namespace AiSecurity.Analyzers.Tests.Robustness.Mutating;

/// <summary>Options with values that they have, that others have, and that nobody has.</summary>
internal static class OptionsText
{
    private static readonly string[] Keys =
    [
        .. AiOptions.All.SelectMany(option => option.Keys),
        "build_property.IsTestProject", "build_property.UsingMicrosoftNETSdkWeb", "build_property.UsingMicrosoftNETSdkWorker", "build_property.AzureFunctionsVersion",
        "ai_security.", "ai_security.missing", "ai_security.AISEC999.credential", "build_property.",
    ];

    private static readonly string[] Values =
    [
        .. AiOptions.All.SelectMany(option => option.Values),
        "", " ", ",", ",,,", "*", "*.", "*.*", ".", "true", "false", "TRUE", "0", "-1", "1", "2147483647", "2147483648", "99999999999999999999", "1e9", "\u0661", "none, none", "*.contoso.com, [::1], http://a:b",
        "contoso.com,*.contoso.com,,xn--bcher-kva", "\u0130", "\uD800", "\0", new string('a', 100_000), string.Join(',', Enumerable.Range(0, 5_000)),
    ];

    public static string Next(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Keys.Pick(random)).Distinct(StringComparer.OrdinalIgnoreCase).Select(key => $"{key} = {Values.Pick(random)}\n"));
}
