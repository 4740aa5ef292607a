using System;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Names of settings and environment variables that hold secrets.</summary>
internal static class SecretNames
{
    private static readonly string[] Words = ["ApiKey", "Api_Key", "AccessKey", "Access_Key", "AccountKey", "Account_Key", "Secret", "Password", "Passwd", "ConnectionString", "Connection_String", "ConnectionStrings:", "PrivateKey", "Private_Key", "Token", "Credential"];

    // A name that holds one of these says something about a secret, not the secret.
    private static readonly string[] Innocent = ["MaxToken", "Max_Token", "TokenLimit", "Token_Limit", "TokenCount", "TokensPer", "InputToken", "OutputToken", "SecretName", "Secret_Name", "KeyVault", "TokenEndpoint", "Token_Endpoint", "TokenUri", "TokenUrl", "ClientId"];

    public static bool Is(string name)
    {
        foreach (var innocent in Innocent)
        {
            if (name.IndexOf(innocent, StringComparison.OrdinalIgnoreCase) >= 0)
                return false;
        }

        foreach (var word in Words)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        // "AzureOpenAI:Key", "OPENAI_KEY"
        return name.EndsWith(":Key", StringComparison.OrdinalIgnoreCase) || name.EndsWith("_KEY", StringComparison.OrdinalIgnoreCase) || name.EndsWith("__Key", StringComparison.OrdinalIgnoreCase);
    }
}
