using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>What the SQL in a member does.</summary>
internal enum SqlVerb
{
    Unknown,
    Read,
    Write,
}

/// <summary>Reads the verbs at the beginning of the statements in a member's texts.</summary>
internal static class SqlVerbs
{
    private static readonly string[] Writing = ["INSERT ", "UPDATE ", "DELETE ", "MERGE ", "DROP ", "ALTER ", "TRUNCATE ", "REPLACE ", "GRANT ", "REVOKE ", "EXEC ", "EXECUTE ", "CREATE "];
    private static readonly string[] Reading = ["SELECT ", "WITH ", "PRAGMA ", "EXPLAIN ", "SHOW ", "DESCRIBE ", "CREATE TABLE IF NOT EXISTS", "CREATE INDEX IF NOT EXISTS", "CREATE VIRTUAL TABLE IF NOT EXISTS", "CREATE EXTENSION IF NOT EXISTS"];

    public static SqlVerb In(SyntaxNode member)
    {
        var found = SqlVerb.Unknown;
        foreach (var token in member.DescendantTokens())
        {
            if (token.Kind() is not (SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken))
                continue;

            foreach (var statement in token.ValueText.Split(';'))
            {
                var text = statement.TrimStart().Replace('\n', ' ').Replace('\r', ' ');
                if (Reading.Any(verb => text.StartsWith(verb, StringComparison.OrdinalIgnoreCase)))
                    found = SqlVerb.Read;
                else if (Writing.Any(verb => text.StartsWith(verb, StringComparison.OrdinalIgnoreCase)))
                    return SqlVerb.Write;
            }
        }

        return found;
    }
}
