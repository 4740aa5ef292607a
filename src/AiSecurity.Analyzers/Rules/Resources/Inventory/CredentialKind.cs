namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>How an application signs in, as a note says it.</summary>
internal static class CredentialKind
{
    public const string Entra = "entra";
    public const string ManagedIdentity = "managed-identity";
    public const string Key = "key";
    public const string None = "none";
    public const string Unknown = "unknown";

    /// <summary>Of two ways to sign in, the one that asks for more care.</summary>
    public static string? Weaker(string? left, string? right) => Rank(left) >= Rank(right) ? left : right;

    private static int Rank(string? kind) => kind switch
    {
        Key => 3,
        Entra => 2,
        ManagedIdentity => 1,
        _ => 0,
    };
}
