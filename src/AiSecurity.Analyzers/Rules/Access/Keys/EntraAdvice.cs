using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>What to do instead of using a key, as the end of a message.</summary>
internal static class EntraAdvice
{
    public static string For(string ruleId, AiSymbols symbols, AnalyzerOptions options, SyntaxTree tree)
    {
        var wanted = AiOptions.Credential.Read(options, tree, ruleId);
        foreach (var row in symbols.Catalog[Role.Credential])
        {
            if (row["as"] != wanted)
                continue;

            return symbols.FindType(row.TypeName) is null
                ? $"add the package {row.Package} and pass a {row.SimpleTypeName} instead"
                : $"pass a {row.SimpleTypeName} instead";
        }

        return "pass a token credential instead";
    }
}
