using System.Collections.Generic;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>A note as a sentence.</summary>
internal static class InventoryText
{
    public static string Of(InventoryNote note)
    {
        var said = new List<string>();
        if (Called(note.Connection.Model) is { } model && note.Kind != InventoryKind.Model)
            said.Add("uses model " + model);
        if (Called(note.Connection.Host) is { } host)
            said.Add("is reached at " + (note.Connection.Host.Text.Length > 0 ? host : "a host " + host));
        if (Credential(note.Connection.Credential) is { } credential)
            said.Add(credential);
        if (note.Tools.Length > 0)
            said.Add((note.Tools.Length == 1 ? "has the tool " : "has the tools ") + string.Join(", ", note.Tools));
        if (note.Guards.Count > 0)
            said.Add("is guarded by " + string.Join(", ", note.Guards));

        var subject = $"{InventoryKind.Title(note.Kind)} {Called(note.Name) ?? "without a name in the source"}{(note.Sdk.Length > 0 ? $" ({note.Sdk})" : "")}";
        return said.Count == 0 ? subject : subject + " " + Join(said);
    }

    private static string? Called(NamedText name) => (name.Text.Length, name.Source) switch
    {
        (> 0, null) => $"'{name.Text}'",
        (> 0, var source) => $"'{name.Text}' (or {source})",
        (_, { } source) => $"from {source}",
        _ => null,
    };

    private static string? Credential(string? credential) => credential switch
    {
        CredentialKind.Entra => "signs in with Microsoft Entra ID",
        CredentialKind.ManagedIdentity => "signs in with a managed identity",
        CredentialKind.Key => "signs in with a key",
        CredentialKind.None => "does not sign in",
        _ => null,
    };

    private static string Join(List<string> parts) =>
        parts.Count == 1 ? parts[0] : string.Join(", ", parts.GetRange(0, parts.Count - 1)) + " and " + parts[parts.Count - 1];
}
