namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>How an application signs in, as a note says it.</summary>
internal static class CredentialKind
{
    public const string Entra = "entra";
    public const string ManagedIdentity = "managed-identity";
    public const string Key = "key";
    public const string None = "none";
    public const string Unknown = "unknown";
}
