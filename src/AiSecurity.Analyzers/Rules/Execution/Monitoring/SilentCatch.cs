using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Monitoring;

/// <summary>Catches around the execution of a tool, an agent or code that do nothing, not even tell somebody.</summary>
internal static class SilentCatch
{
    /// <summary>Each with the member whose failure it hides.</summary>
    public static IEnumerable<(CatchClauseSyntax Clause, string Member)> In(AiFile file)
    {
        var found = new HashSet<CatchClauseSyntax>();
        foreach (var site in file.Scan.CallSites)
        {
            if (!Executes(site) || EnclosingTry(site.Node) is not { } attempt)
                continue;

            foreach (var clause in attempt.Catches)
            {
                if (clause is { Block.Statements.Count: 0, Filter: null } && !IsCancellation(clause) && found.Add(clause))
                    yield return (clause, site.Member.Name);
            }
        }
    }

    private static bool Executes(CallSite site)
    {
        foreach (var row in site.Rows)
        {
            if (row.Role == Role.Execution || (row.Role == Role.ModelCall && row["through"] == "agent"))
                return true;
        }

        return false;
    }

    private static TryStatementSyntax? EnclosingTry(SyntaxNode node)
    {
        for (; node.Parent is { } parent and not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax); node = parent)
        {
            if (parent is TryStatementSyntax attempt && attempt.Block == node && attempt.Catches.Count > 0)
                return attempt;
        }

        return null;
    }

    /// <summary>Whoever cancels knows.</summary>
    private static bool IsCancellation(CatchClauseSyntax clause) => clause.Declaration?.Type.ToString() is { } type
        && (type.EndsWith("OperationCanceledException", System.StringComparison.Ordinal) || type.EndsWith("TaskCanceledException", System.StringComparison.Ordinal));
}
