namespace AiSecurity.Analyzers.Descriptors;

/// <summary>The ids of all rules; the hundreds are the families of the guidance.</summary>
internal static class RuleIds
{
    public const string KeyCredential = "AISEC101";
    public const string HardCodedKey = "AISEC102";
    public const string Configuration = "AISEC901";
}
