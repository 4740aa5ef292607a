using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Functions that a member of a library runs to hand back what they return: <c>pipeline.ExecuteAsync(async token => await AskAsync(text, token))</c>.</summary>
internal static class Callback
{
    /// <summary>What the function returns, where it only returns something; null for other calls.</summary>
    public static IOperation? ResultOf(IInvocationOperation call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (ResultIn(call.TargetMethod.OriginalDefinition.ReturnType) is not { } result || call.Syntax.SyntaxTree != model.SyntaxTree)
            return null;

        ExpressionSyntax? returned = null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.OriginalDefinition.Type is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke })
                continue;
            // What takes up one result after the other, or chooses between functions, is no run of one.
            if (returned is not null || !SymbolEqualityComparer.Default.Equals(ResultIn(invoke.ReturnType), result) || invoke.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, result)))
                return null;
            if (argument.Syntax is not ArgumentSyntax { Expression: LambdaExpressionSyntax lambda } || Returned(lambda) is not { } expression)
                return null;
            returned = expression;
        }

        return returned is null ? null : model.OperationOf(returned, cancellationToken);
    }

    /// <summary>What a lambda that only says yes or no says it of.</summary>
    public static ExpressionSyntax? TestIn(IArgumentOperation argument) =>
        argument.Parameter?.Type is INamedTypeSymbol { DelegateInvokeMethod.ReturnType.SpecialType: SpecialType.System_Boolean } && argument.Syntax is ArgumentSyntax { Expression: LambdaExpressionSyntax lambda } ? Returned(lambda) : null;

    /// <summary>The type parameter that a call hands back, by itself or as a task.</summary>
    private static ITypeParameterSymbol? ResultIn(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol result => result,
        INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 1, TypeArguments: var arguments } => arguments[0] as ITypeParameterSymbol,
        _ => null,
    };

    private static ExpressionSyntax? Returned(LambdaExpressionSyntax lambda) => lambda switch
    {
        { ExpressionBody: { } expression } => expression,
        { Block.Statements: { Count: 1 } statements } when statements[0] is ReturnStatementSyntax { Expression: { } expression } => expression,
        _ => null,
    };
}
