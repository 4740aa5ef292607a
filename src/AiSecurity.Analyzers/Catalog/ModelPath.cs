using System;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>The paths by which the REST operations of models are known.</summary>
internal static class ModelPath
{
    /// <summary>Whether a text holds one, or begins with one whose slash stands in the base address: <c>client.PostAsync("v1/messages")</c>.</summary>
    public static bool IsIn(string text, AiCatalog catalog)
    {
        foreach (var row in catalog[Role.ModelPath])
        {
            if (text.IndexOf(row.Member, StringComparison.OrdinalIgnoreCase) >= 0 || (row.Member[0] == '/' && text.StartsWith(row.Member.Substring(1), StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }
}
