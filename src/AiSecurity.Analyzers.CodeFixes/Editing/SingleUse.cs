using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Local variables that are given a value once and read once.</summary>
internal static class SingleUse
{
    /// <summary>What such a variable is given, when the expression reads one; null otherwise.</summary>
    public static ExpressionSyntax? InitializerOf(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        if (expression is not IdentifierNameSyntax || model.GetSymbolInfo(expression, cancellationToken).Symbol is not ILocalSymbol { IsConst: false, DeclaringSyntaxReferences: { Length: 1 } references } local
            || references[0].GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value, Parent.Parent: LocalDeclarationStatementSyntax { Parent: { } scope } })
            return null;

        var names = (scope is GlobalStatementSyntax ? scope.Parent! : scope).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, local));
        return names.Count() == 1 ? value : null;
    }

    /// <summary>Whether an expression has the same value further down: it only reads, and what it reads is not written in between.</summary>
    public static bool CanMove(ExpressionSyntax expression, SyntaxNode target, ReportedPlace place)
    {
        if (!HarmlessExpression.Is(expression, place.Model, place.Symbols, place.CancellationToken))
            return false;

        var names = expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText).ToList();
        var between = expression.SyntaxTree.GetRoot(place.CancellationToken).DescendantNodes().Where(node => node.SpanStart > expression.Span.End && node.Span.End <= target.SpanStart);
        return !between.Any(node => node switch
        {
            AssignmentExpressionSyntax assignment => Writes(assignment.Left),
            ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None } argument => Writes(argument.Expression),
            PrefixUnaryExpressionSyntax unary => Writes(unary.Operand),
            PostfixUnaryExpressionSyntax unary => Writes(unary.Operand),
            _ => false,
        });

        bool Writes(ExpressionSyntax written) => written.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText));
    }
}
