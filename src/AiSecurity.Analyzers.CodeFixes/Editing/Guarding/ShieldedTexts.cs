using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Rules.Flows;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>Which texts a shield may be asked about before a call, the best choice first.</summary>
internal static class ShieldedTexts
{
    private const int MaxChoices = 6;

    /// <summary>What the diagnostic names, then the texts that the call is given, the ones next to it first.</summary>
    public static IEnumerable<IReadOnlyList<ExpressionSyntax>> Choices(ReportedPlace place, SyntaxNode call, int position)
    {
        if (place.Diagnostic.Properties.TryGetValue(ArrivedName.Property, out var names) && !string.IsNullOrEmpty(names))
        {
            var named = names!.Split(',').Select(name => AsText(SyntaxFactory.ParseExpression(name), call, position, place)).ToList();
            if (!named.Contains(null))
                yield return named!;
        }

        var count = 0;
        foreach (var given in GivenTo(call, place))
        {
            if (count++ < MaxChoices && AsText(given, call, position, place) is { } text)
                yield return [text];
        }
    }

    /// <summary>The expression when it is a text, empty where it may be missing; null for what is none.</summary>
    private static ExpressionSyntax? AsText(ExpressionSyntax expression, SyntaxNode call, int position, ReportedPlace place)
    {
        if (expression.IsMissing || expression.ContainsDiagnostics
            || place.Model.GetSpeculativeSymbolInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Symbol is not { } symbol
            || place.Model.GetSpeculativeSymbolInfo(position, OwnerOf(expression), SpeculativeBindingOption.BindAsExpression).Symbol is not { } owner
            || !ScopedSymbols.IsUsable(owner, position, place.Model, place.CancellationToken))
            return null;

        var type = place.Model.GetSpeculativeTypeInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Type;
        if (type is not { SpecialType: SpecialType.System_String })
            return null;
        return symbol is IParameterSymbol or ILocalSymbol or IFieldSymbol or IPropertySymbol && ScopedSymbols.MayBeNull(symbol, ScopedSymbols.TypeOf(symbol) ?? type, place.Model, place.CancellationToken) && !IsThere(expression, call, place)
            ? SyntaxFactory.ParseExpression(expression + " ?? \"\"")
            : expression;
    }

    /// <summary>Whether a test has ruled out that the text is missing where the call reads it.</summary>
    private static bool IsThere(ExpressionSyntax expression, SyntaxNode call, ReportedPlace place)
    {
        var text = expression.ToString();
        return call.DescendantNodes().OfType<ExpressionSyntax>().Any(read => read.ToString() == text && read.Parent is not PostfixUnaryExpressionSyntax && place.Model.GetTypeInfo(read, place.CancellationToken).Nullability.FlowState == NullableFlowState.NotNull);
    }

    /// <summary>The variable that <c>request.Message</c> begins with.</summary>
    private static ExpressionSyntax OwnerOf(ExpressionSyntax expression) => expression is MemberAccessExpressionSyntax access ? OwnerOf(access.Expression) : expression;

    /// <summary>Variables and parameters in the arguments, in what these were made of, and in what was added to these.</summary>
    private static IEnumerable<ExpressionSyntax> GivenTo(SyntaxNode call, ReportedPlace place)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<SyntaxNode>();
        pending.Enqueue(call is InvocationExpressionSyntax invocation ? invocation.ArgumentList : call);
        var function = CallingFunction.Of(call);
        var body = function is GlobalStatementSyntax ? function.Parent : function;
        while (pending.Count > 0 && seen.Count < 4 * MaxChoices)
        {
            foreach (var name in pending.Dequeue().DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
            {
                var symbol = place.Model.GetSymbolInfo(name, place.CancellationToken).Symbol;
                if (symbol is not (ILocalSymbol or IParameterSymbol))
                    continue;
                // request.Message
                if (name.Parent is MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax } member && member.Expression == name && place.Model.GetSymbolInfo(member, place.CancellationToken).Symbol is { } part && seen.Add(part))
                    yield return member.WithoutTrivia();
                if (!seen.Add(symbol))
                    continue;
                yield return SyntaxFactory.IdentifierName(symbol.Name);
                if (symbol is not ILocalSymbol)
                    continue;

                foreach (var other in body!.DescendantNodes().OfType<IdentifierNameSyntax>().Where(other => other.SpanStart < call.SpanStart && other.Identifier.ValueText == symbol.Name))
                {
                    // history.Add(text); text += page;
                    if (other.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList: { } added } } access && access.Expression == other)
                        pending.Enqueue(added);
                    else if (other.Parent is AssignmentExpressionSyntax { Right: { } assigned } assignment && assignment.Left == other)
                        pending.Enqueue(assigned);
                }

                if (symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(place.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value })
                    pending.Enqueue(value);
            }
        }
    }
}
