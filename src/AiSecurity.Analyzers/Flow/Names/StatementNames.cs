using System;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>
/// Whether a method of the project says by its name, or by that of its type, that it checks a statement of SQL. How good such a check is, nobody can tell from its lists of words and tables:
/// who wrote one has thought of it.
/// </summary>
internal static class StatementNames
{
    private static readonly string[] Checks = ["ReadOnly", "SelectOnly", "OnlySelect", "IsSelect", "SafeSql", "SafeQuery", "ValidateSql", "ValidateQuery", "ValidateStatement", "CheckSql", "EnsureSelect", "DemandSelect"];
    private static readonly string[] Types = ["SqlGuard", "SqlValidator", "SqlChecker", "SqlPolicy", "SqlSafety", "SqlInspector", "QueryGuard", "QueryValidator", "StatementGuard", "StatementValidator"];

    public static bool Say(ISymbol method) => Array.Exists(Checks, word => method.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
        || (method.ContainingType is { Name: var type } && Array.Exists(Types, word => type.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));
}
