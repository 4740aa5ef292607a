using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Tls;

/// <summary>Whether a callback that looks at certificates accepts all of them.</summary>
internal static class CertificateCheck
{
    public static bool AcceptsEverything(IOperation callback, CatalogRow row, ValueTrace trace, SemanticModel model, CancellationToken cancellationToken)
    {
        var sources = trace.SourcesOf(callback);
        foreach (var source in sources)
        {
            if (!IsOpen(source is IDelegateCreationOperation created ? created.Target : source, row, model, cancellationToken))
                return false;
        }

        return !sources.IsEmpty;
    }

    private static bool IsOpen(IOperation callback, CatalogRow row, SemanticModel model, CancellationToken cancellationToken) => callback switch
    {
        IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } member => member.Member.Name == row["bad"],
        IAnonymousFunctionOperation function => AnswersTrue(function.Body),
        IMethodReferenceOperation { Method.DeclaringSyntaxReferences: { Length: 1 } references } when references[0].SyntaxTree == model.SyntaxTree =>
            model.OperationOf(references[0].GetSyntax(cancellationToken), cancellationToken) switch
            {
                IMethodBodyOperation body => (body.BlockBody ?? body.ExpressionBody) is { } block && AnswersTrue(block),
                ILocalFunctionOperation { Body: { } block } => AnswersTrue(block),
                _ => false,
            },
        _ => false,
    };

    /// <summary>Whether every answer is the constant true.</summary>
    private static bool AnswersTrue(IBlockOperation body)
    {
        var answers = 0;
        foreach (var operation in body.Descendants())
        {
            if (operation is IReturnOperation { ReturnedValue: { } value })
            {
                if (value.ConstantValue is not { HasValue: true, Value: true })
                    return false;
                answers++;
            }
        }

        return answers > 0;
    }
}
