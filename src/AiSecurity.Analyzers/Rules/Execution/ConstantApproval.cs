using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>Functions that approve whatever they are asked about.</summary>
internal static class ConstantApproval
{
    public static bool Is(ExpressionSyntax function, AiFile file) => BodyOf(function, file) is { } body && AnswersTrue(body);

    private static IOperation? BodyOf(ExpressionSyntax function, AiFile file)
    {
        switch (function)
        {
            case AnonymousFunctionExpressionSyntax:
                return file.Model.OperationOf(function, file.CancellationToken) switch
                {
                    IAnonymousFunctionOperation lambda => lambda.Body,
                    IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda.Body,
                    _ => null,
                };
            case SimpleNameSyntax or MemberAccessExpressionSyntax when file.Model.GetSymbolInfo(function, file.CancellationToken).Symbol is IMethodSymbol { DeclaringSyntaxReferences: { Length: 1 } references }
                && references[0].SyntaxTree == file.Model.SyntaxTree:
                return file.Model.OperationOf(references[0].GetSyntax(file.CancellationToken), file.CancellationToken) switch
                {
                    IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
                    ILocalFunctionOperation local => local.Body,
                    _ => null,
                };
            default:
                return null;
        }
    }

    private static bool AnswersTrue(IOperation body)
    {
        var answers = 0;
        foreach (var operation in body.Descendants())
        {
            if (operation is not IReturnOperation { ReturnedValue: { } value })
                continue;
            if (!IsTrue(value))
                return false;
            answers++;
        }

        return answers > 0;
    }

    /// <summary><c>true</c>, or a task that is done with it.</summary>
    private static bool IsTrue(IOperation value)
    {
        for (var step = 0; step < 10; step++)
        {
            if (value.ConstantValue is { HasValue: true } constant)
                return constant.Value is true;

            var inner = value switch
            {
                IConversionOperation conversion => conversion.Operand,
                IObjectCreationOperation { Arguments: { Length: 1 } arguments } => arguments[0].Value,
                IInvocationOperation { TargetMethod.Name: "FromResult", Arguments: { Length: 1 } arguments } => arguments[0].Value,
                _ => ValueTrace.Unwrap(value),
            };
            if (inner is null || inner == value)
                return false;
            value = inner;
        }

        return false;
    }
}
