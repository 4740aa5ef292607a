using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Flows;

/// <summary>Catches that know the service's content filter and go on as if nothing had been filtered: a part of AISEC207.</summary>
internal static class SwallowedFilter
{
    /// <summary>The error code of Azure OpenAI for filtered content.</summary>
    public const string ErrorCode = "content_filter";

    /// <summary>The catch keywords of a file; found by the error code that stands in the filter or block, and a block that does nothing about it.</summary>
    public static IEnumerable<Location> In(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes())
        {
            if (node is CatchClauseSyntax clause && NamesFilter(clause) && !Acts(clause.Block))
                yield return clause.CatchKeyword.GetLocation();
        }
    }

    private static bool NamesFilter(CatchClauseSyntax clause)
    {
        foreach (var token in (clause.Filter ?? (SyntaxNode)clause.Block).DescendantTokens())
        {
            if (token.Value is string text && text.IndexOf(ErrorCode, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    private static bool Acts(BlockSyntax block)
    {
        foreach (var node in block.DescendantNodes())
        {
            if (node is ThrowStatementSyntax or ThrowExpressionSyntax or ReturnStatementSyntax or YieldStatementSyntax or AssignmentExpressionSyntax)
                return true;
        }

        return false;
    }
}
