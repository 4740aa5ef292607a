using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>Calls that are made on some ways only.</summary>
internal static class ConditionalCode
{
    /// <summary>Whether a call is made whenever a mapping is, or is left out on a developer's machine only.</summary>
    public static bool Holds(SyntaxNode call, SyntaxNode mapping, ProjectView view)
    {
        for (var (child, parent) = (call, call.Parent); parent is not null and not MemberDeclarationSyntax; (child, parent) = (parent, parent.Parent))
        {
            if (parent.SyntaxTree == mapping.SyntaxTree && parent.Span.Contains(mapping.Span))
                return true;
            if (parent is IfStatementSyntax test && child != test.Condition)
            {
                if (!new DevelopmentTest(view.Symbols, view.ModelOf(call), view.CancellationToken).Implies(test.Condition, child != test.Statement))
                    return false;
            }
            else if (parent is SwitchSectionSyntax or ConditionalExpressionSyntax or CatchClauseSyntax)
            {
                return false;
            }
        }

        return true;
    }
}
