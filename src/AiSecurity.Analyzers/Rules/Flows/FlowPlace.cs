using System.Linq;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Rules.Flows;

/// <summary>Where flow diagnostics stand in source code, and what they call it.</summary>
internal static class FlowPlace
{
    /// <summary>Locations of one way; more than anybody follows.</summary>
    public const int MaxSteps = 8;

    /// <summary>A prompt is reported at the call, which may get many texts; everything else at the argument, if not where it comes from.</summary>
    public static SyntaxNode Of(FlowRule rule, FlowArrival arrival) =>
        rule.IsAtSource && arrival.Source.Site is { } source ? source : arrival.Sink.Slot == "prompt" ? arrival.Sink.Call : arrival.Sink.Argument;

    public static TextSpan Shown(SyntaxNode place, FlowRule rule) => rule.IsAtSource || rule.Slot == "prompt" ? Shown(place) : place.Span;

    /// <summary>A call is shown from its name on: the receiver may be a chain of many lines.</summary>
    public static TextSpan Shown(SyntaxNode place) =>
        place is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? TextSpan.FromBounds(access.Name.SpanStart, place.Span.End) : place.Span;

    /// <summary>The source itself, or the parameter that somebody outside fills.</summary>
    public static Location? LocationOf(FlowNode source) =>
        source.Site is { } site ? Location.Create(site.SyntaxTree, Shown(site)) : source.Root.Symbol is { Locations: { Length: > 0 } locations } && locations[0].IsInSource ? locations[0] : null;

    /// <summary>The catch that goes on when a call in its try fails; the call itself when there is none.</summary>
    public static Location CatchAround(SyntaxNode call)
    {
        for (var node = call.Parent; node is not null; node = node.Parent)
        {
            if (node is not TryStatementSyntax { Catches: { Count: > 0 } catches } statement || !statement.Block.Span.Contains(call.Span))
                continue;
            foreach (var clause in catches)
            {
                if (clause.Block.Statements.Count == 0 || clause.Block.Statements[clause.Block.Statements.Count - 1] is not (ThrowStatementSyntax or ReturnStatementSyntax))
                    return clause.CatchKeyword.GetLocation();
            }
        }

        return call.GetLocation();
    }

    public static string NameOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax simple } => simple.Identifier.ValueText,
        ObjectCreationExpressionSyntax { Type: var type } => type.ToString(),
        CastExpressionSyntax { Type: QualifiedNameSyntax { Right: var type } } => type.ToString(),
        CastExpressionSyntax { Type: var type } => type.ToString(),
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax target } => target.Name.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: var target } => target.ToString(),
        _ => FunctionAround(call),
    };

    /// <summary>The method or function that a place stands in.</summary>
    public static SyntaxNode? BodyAround(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(static around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);

    /// <summary>The handler that a returned expression belongs to.</summary>
    public static string FunctionAround(SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case MethodDeclarationSyntax method:
                    return method.Identifier.ValueText;
                case LocalFunctionStatementSyntax function:
                    return function.Identifier.ValueText;
                case AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } }:
                    return NameOf(call);
                case AnonymousFunctionExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } }:
                    return variable.Identifier.ValueText;
            }
        }

        return "this code";
    }
}
