using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Loops;

/// <summary>What the values of repeated code depend on, as far as it and the application's own functions tell.</summary>
internal sealed class LoopValues(RepeatedCode code, LoopRequests requests, ProjectView view)
{
    private const int MaxDepth = 60;

    private readonly LoopWrites _writes = LoopWrites.In(code, view.SymbolOf, node => view.ModelOf(node).GetDeclaredSymbol(node, view.CancellationToken));
    private readonly Dictionary<ISymbol, LoopValue> _known = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);
    private readonly OwnConditions _own = new(requests, view);

    public LoopValue Of(ExpressionSyntax expression) => Of(expression, 0);

    private LoopValue Of(SyntaxNode? node, int depth)
    {
        if (node is null)
            return LoopValue.None;
        if (depth > MaxDepth)
            return LoopValue.Unknown;

        switch (node)
        {
            case LiteralExpressionSyntax or ThisExpressionSyntax or BaseExpressionSyntax or TypeSyntax and not SimpleNameSyntax or DefaultExpressionSyntax or TypeOfExpressionSyntax:
                return LoopValue.None;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression } comparison:
                return OfComparison(comparison, depth + 1);
            case InvocationExpressionSyntax call:
                return OfCall(call, depth + 1);
            case SimpleNameSyntax name:
                return OfSymbol(name, depth + 1);
            case MemberAccessExpressionSyntax access:
                return OfMember(access, depth + 1);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                return LoopValue.Bound;
            default:
                var all = LoopValue.None;
                foreach (var child in node.ChildNodes())
                {
                    if (child is not TypeSyntax or SimpleNameSyntax && child.Parent is not BaseObjectCreationExpressionSyntax and not CastExpressionSyntax and not TypePatternSyntax and not DeclarationPatternSyntax and not RecursivePatternSyntax)
                        all = Max(all, Of(child, depth + 1));
                }

                return all;
        }
    }

    private LoopValue OfComparison(BinaryExpressionSyntax comparison, int depth)
    {
        if (IsSizeOfGrown(comparison.Left) || IsSizeOfGrown(comparison.Right))
            return LoopValue.Bound;

        var all = Max(Of(comparison.Left, depth), Of(comparison.Right, depth));
        // A score that a model gives, or whether it left anything, against a number: it is the model that ends it.
        return all == LoopValue.Model || IsEmptiness(comparison) ? all : LoopValue.Bound;
    }

    /// <summary>A conversation that gets longer with every round.</summary>
    private bool IsSizeOfGrown(ExpressionSyntax side) => side switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var list } } => LoopNames.Sizes.Contains(name) && IsGrown(list),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var list } => LoopNames.Sizes.Contains(name) && IsGrown(list),
        _ => false,
    };

    /// <summary>Given by the code before, and not anew in every round.</summary>
    private bool IsGrown(ExpressionSyntax list) => view.SymbolOf(list) is { } symbol && _writes.Grown.Contains(symbol) && !IsDeclaredInside(symbol);

    private bool IsDeclaredInside(ISymbol symbol) => symbol is ILocalSymbol && !symbol.DeclaringSyntaxReferences.IsEmpty && code.Contains(symbol.DeclaringSyntaxReferences[0].GetSyntax(view.CancellationToken));

    private static bool IsEmptiness(BinaryExpressionSyntax comparison) => IsSmall(comparison.Left) || IsSmall(comparison.Right);

    private static bool IsSmall(ExpressionSyntax side) => side is LiteralExpressionSyntax { Token.Value: 0 or 1 };

    private LoopValue OfCall(InvocationExpressionSyntax call, int depth)
    {
        if (code.Calls.Contains(call) || requests.Asks(call))
            return LoopValue.Model;

        var receiver = call.Expression is MemberAccessExpressionSyntax access ? access.Expression : (call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression);
        var all = call.Expression is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax && receiver is not null ? Of(receiver, depth) : LoopValue.None;
        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (argument.RefKindKeyword.RawKind == 0 || argument.RefKindKeyword.IsKind(SyntaxKind.InKeyword))
                all = Max(all, Of(argument.Expression, depth));
        }

        var symbol = view.SymbolOf(call);
        if (symbol is not null && LoopNames.Clocks.Contains(symbol.Name))
            return LoopValue.Bound;
        if (symbol is IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false } own)
            return Max(all, _own.Of(own));
        // What is done with a model's answer gives one; who else answers is for nobody here to tell.
        return all == LoopValue.None && !IsPure(symbol, receiver) && !IsOfOpen(call) ? LoopValue.Unknown : all;
    }

    private bool IsPure(ISymbol? symbol, ExpressionSyntax? receiver)
    {
        if (symbol is not IMethodSymbol method)
            return false;
        if (LoopNames.PureTypes.Contains(method.ContainingType.Name) || method.ContainingType.TypeKind == TypeKind.Enum)
            return true;
        // Queries over what the application keeps, and does not take from.
        return method.ContainingType is { Name: "Enumerable" or "MemoryExtensions" or "CollectionExtensions" }
            || (method.Name is "Contains" or "ContainsKey" or "Equals" or "ToString" or "TryGetValue" or "Any" or "All" or "IndexOf" or "Exists" or "Find" && receiver is not null && view.SymbolOf(receiver) is { } list && _writes.Values.ContainsKey(list));
    }

    private LoopValue OfSymbol(SimpleNameSyntax name, int depth)
    {
        var symbol = view.SymbolOf(name);
        switch (symbol)
        {
            case null:
                return name.Parent is MemberAccessExpressionSyntax or NameColonSyntax ? LoopValue.None : LoopValue.Unknown;
            case ITypeSymbol or INamespaceSymbol or IMethodSymbol:
                return LoopValue.None;
            case IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: false } property when !_writes.Values.ContainsKey(property):
                return _own.Of(property);
            default:
                return OfSymbol(symbol, depth);
        }
    }

    private LoopValue OfSymbol(ISymbol symbol, int depth)
    {
        if (_writes.Counters.Contains(symbol))
            return LoopValue.Bound;
        if (_known.TryGetValue(symbol, out var known))
            return known;

        _known[symbol] = LoopValue.None;
        _open.Add(symbol);
        var all = LoopValue.None;
        foreach (var value in _writes.Values.TryGetValue(symbol, out var values) ? values : [])
            all = Max(all, Of(value, depth));
        _open.Remove(symbol);
        return _known[symbol] = all;
    }

    private LoopValue OfMember(MemberAccessExpressionSyntax access, int depth)
    {
        var name = access.Name.Identifier.ValueText;
        if (LoopNames.Clocks.Contains(name))
            return LoopValue.Bound;

        var symbol = view.SymbolOf(access);
        if (symbol is IFieldSymbol { IsConst: true } or IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } or ITypeSymbol or INamespaceSymbol)
            return LoopValue.None;

        var all = Of(access.Expression, depth);
        if (all == LoopValue.None && IsOfOpen(access))
            return all;
        if (symbol is not null && _writes.Values.ContainsKey(symbol))
            return Max(all, OfSymbol(symbol, depth));
        return symbol switch
        {
            IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: false } own => Max(all, _own.Of(own)),
            IPropertySymbol or IFieldSymbol when all == LoopValue.None && symbol.DeclaringSyntaxReferences.IsEmpty && !IsPlain(symbol) && !IsOfElement(access) => LoopValue.Unknown,
            null when all == LoopValue.None && !LooksLikeConstant(access) => LoopValue.Unknown,
            _ => all,
        };
    }

    /// <summary>What a value was in the round before adds nothing to what it depends on.</summary>
    private bool IsOfOpen(SyntaxNode node) => _open.Count > 0 && node.DescendantNodesAndSelf().Any(inner => inner is IdentifierNameSyntax && view.SymbolOf(inner) is { } symbol && _open.Contains(symbol));

    /// <summary>A caller's token bounds nothing, the length of a text or what a task gave changes nothing.</summary>
    private static bool IsPlain(ISymbol symbol) => symbol.IsStatic || symbol.ContainingType is { Name: "CancellationToken" or "CancellationTokenSource" or "String" or "Nullable" };

    /// <summary><c>message.Role</c> of a query's parameter: it is what the list is that is asked.</summary>
    private bool IsOfElement(MemberAccessExpressionSyntax access)
    {
        var root = access.Expression;
        while (root is MemberAccessExpressionSyntax inner)
            root = inner.Expression;
        return root is IdentifierNameSyntax && view.SymbolOf(root) is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } };
    }

    /// <summary><c>RunStatus.Queued</c> of a package that is missing.</summary>
    private bool LooksLikeConstant(MemberAccessExpressionSyntax access)
    {
        var root = access.Expression;
        while (root is MemberAccessExpressionSyntax inner)
            root = inner.Expression;
        return root is SimpleNameSyntax { Identifier.ValueText: { Length: > 0 } first } && char.IsUpper(first[0]) && view.SymbolOf(root) is null or ITypeSymbol or INamespaceSymbol;
    }

    private static LoopValue Max(LoopValue left, LoopValue right) => left > right ? left : right;
}
