using System;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>Tells names that speak of an AI service on Azure.</summary>
internal static class AzureName
{
    /// <summary>Whether a name holds "azure" together with "openai", "foundry" or the word "ai".</summary>
    public static bool Is(string name)
    {
        if (name.IndexOf("azure", StringComparison.OrdinalIgnoreCase) < 0)
            return false;
        if (name.IndexOf("openai", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("open_ai", StringComparison.OrdinalIgnoreCase) >= 0
            || name.IndexOf("foundry", StringComparison.OrdinalIgnoreCase) >= 0)
            return true;

        // "AzureAIEndpoint", "AZURE_AI_ENDPOINT", "azureAiEndpoint", but not "AzureMainEndpoint" nor "AZURE_MAIN".
        for (var i = name.IndexOf("ai", StringComparison.OrdinalIgnoreCase); i >= 0; i = name.IndexOf("ai", i + 1, StringComparison.OrdinalIgnoreCase))
        {
            var startsWord = i == 0 || !char.IsLetter(name[i - 1]) || (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]));
            var next = i + 2 < name.Length ? name[i + 2] : '_';
            var endsWord = !char.IsLetter(next) || char.IsUpper(next);
            if (startsWord && endsWord)
                return true;
        }

        return false;
    }
}
