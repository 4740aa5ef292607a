using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>A call in code that does not compile yet, or without all of its packages, as far as it can be understood.</summary>
/// <param name="Method">The one method that fits every argument of a known type, or one that the catalog knows.</param>
/// <param name="Receiver">What it is called on.</param>
/// <param name="Arguments">The arguments with their parameters.</param>
internal sealed record UnboundCall(IMethodSymbol Method, IOperation? Receiver, ImmutableArray<GivenArgument> Arguments)
{
    public static UnboundCall? Of(IInvalidOperation call, BodyContext context)
    {
        if (call.Syntax is not (InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax) || MethodOf(call.Syntax, context) is not { } method)
            return null;

        var arguments = ImmutableArray.CreateBuilder<GivenArgument>();
        foreach (var argument in CandidateCall.ArgumentsOf(call.Syntax))
        {
            if (Child(call, argument.Expression) is { } value)
                arguments.Add(new GivenArgument(CandidateCall.ParameterFor(argument, method, context.Model, context.CancellationToken), value, argument));
        }

        var receiver = call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? Child(call, access.Expression) : null;
        return new UnboundCall(method, receiver, arguments.ToImmutable());
    }

    private static IMethodSymbol? MethodOf(SyntaxNode call, BodyContext context)
    {
        var info = context.Model.GetSymbolInfo(call, context.CancellationToken);
        return (info.Symbol ?? CandidateCall.ResolveKnown(call, info, context.Symbols, context.Model, context.CancellationToken)) as IMethodSymbol;
    }

    private static IOperation? Child(IInvalidOperation call, SyntaxNode expression)
    {
        foreach (var child in call.ChildOperations)
        {
            if (child.Syntax == expression || expression.Span.Contains(child.Syntax.Span))
                return child;
        }

        return null;
    }
}
