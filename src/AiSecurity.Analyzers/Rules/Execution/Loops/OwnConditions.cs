using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Loops;

/// <summary>What the application's own functions and properties depend on when they decide about another round.</summary>
internal sealed class OwnConditions(LoopRequests requests, ProjectView view)
{
    private const int MaxDepth = 6;

    private readonly Dictionary<ISymbol, LoopValue> _known = new(SymbolEqualityComparer.Default);

    public LoopValue Of(ISymbol symbol) => Of(symbol.OriginalDefinition, 0);

    private LoopValue Of(ISymbol symbol, int depth)
    {
        if (symbol is IMethodSymbol { ReducedFrom: { } unreduced })
            symbol = unreduced;
        if (_known.TryGetValue(symbol, out var known))
            return known;
        // Which of its implementations answers, and in which file, is not known.
        if (depth > MaxDepth || symbol.IsAbstract || symbol.IsVirtual || symbol.DeclaringSyntaxReferences.IsEmpty)
            return LoopValue.Unknown;

        _known[symbol] = LoopValue.None;
        var all = LoopValue.None;
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(view.CancellationToken);
            if (!view.Sees(declaration.SyntaxTree))
                return _known[symbol] = LoopValue.Unknown;
            if (declaration is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors } && accessors.Accessors.All(static accessor => accessor.Body is null && accessor.ExpressionBody is null))
                continue;

            foreach (var node in declaration.DescendantNodes(static node => node is not TypeSyntax))
            {
                view.CancellationToken.ThrowIfCancellationRequested();
                var value = OfNode(node, depth);
                if (value > all)
                    all = value;
                if (all == LoopValue.Bound)
                    return _known[symbol] = all;
            }
        }

        return _known[symbol] = all;
    }

    private LoopValue OfNode(SyntaxNode node, int depth)
    {
        switch (node)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression, Left: var left, Right: var right }:
                return IsSmall(left) || IsSmall(right) || node.Parent is ForStatementSyntax ? LoopValue.None : LoopValue.Bound;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                return node.Parent is ForStatementSyntax ? LoopValue.None : LoopValue.Bound;
            case AwaitExpressionSyntax { Expression: var awaited }:
                // What it waits for is somebody else, when it is no model and no function of its own.
                return requests.Asks(awaited) ? LoopValue.Model : view.SymbolOf(awaited) is { DeclaringSyntaxReferences.IsEmpty: false } ? LoopValue.None : LoopValue.Unknown;
            case InvocationExpressionSyntax call:
                if (requests.Asks(call))
                    return LoopValue.Model;
                return view.SymbolOf(call) is IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false } own ? Of(own.OriginalDefinition, depth + 1) : LoopValue.None;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "UtcNow" or "Now" or "Elapsed" or "ElapsedMilliseconds" or "TickCount64" }:
                return LoopValue.Bound;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: SimpleNameSyntax { Identifier.ValueText: "Console" or "AnsiConsole" } } when name.StartsWith("Read", System.StringComparison.Ordinal):
                return LoopValue.Unknown;
            default:
                return LoopValue.None;
        }
    }

    private static bool IsSmall(ExpressionSyntax side) => side is LiteralExpressionSyntax { Token.Value: 0 or 1 };
}
