using System.Collections.Generic;
using System.Threading;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Headers;

/// <summary>Headers that stand in a list, <c>[new("api-key", key)]</c>, a dictionary or an array of pairs, which a loop sets.</summary>
internal sealed class HeaderList(SemanticModel model, ValueTrace trace, CancellationToken cancellationToken)
{
    private const int MaxItems = 100;

    /// <summary>The items that a name comes from when it is a part of a loop's variable.</summary>
    public IEnumerable<(SyntaxNode Node, string Name, IOperation Value)> ItemsOf(IOperation name)
    {
        var current = ValueTrace.Unwrap(name);
        if (current is IMemberReferenceOperation { Instance: { } instance })
            current = ValueTrace.Unwrap(instance);
        if (current is not ILocalReferenceOperation { Local: var local } || CollectionOf(local) is not { } collection || model.OperationOf(collection, cancellationToken) is not { } operation)
            yield break;

        var count = 0;
        foreach (var source in trace.SourcesOf(operation))
        {
            foreach (var item in Items(source.Syntax))
            {
                if (++count > MaxItems)
                    yield break;
                if (Pair(item) is var (header, value) && model.GetConstantValue(header, cancellationToken) is { HasValue: true, Value: string text } && model.OperationOf(value, cancellationToken) is { } sent)
                    yield return (item, text, sent);
            }
        }
    }

    private ExpressionSyntax? CollectionOf(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences.IsEmpty)
            return null;

        return local.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken).FirstAncestorOrSelf<CommonForEachStatementSyntax>() switch
        {
            ForEachStatementSyntax loop when loop.Identifier.ValueText == local.Name => loop.Expression,
            // foreach (var (name, value) in headers)
            ForEachVariableStatementSyntax loop => loop.Expression,
            _ => null,
        };
    }

    private static IEnumerable<SyntaxNode> Items(SyntaxNode collection)
    {
        switch (collection)
        {
            case CollectionExpressionSyntax list:
                foreach (var element in list.Elements)
                {
                    if (element is ExpressionElementSyntax { Expression: var expression })
                        yield return expression;
                }

                break;
            default:
                var initializer = collection switch
                {
                    BaseObjectCreationExpressionSyntax creation => creation.Initializer,
                    ArrayCreationExpressionSyntax array => array.Initializer,
                    ImplicitArrayCreationExpressionSyntax array => array.Initializer,
                    InitializerExpressionSyntax bare => bare,
                    _ => null,
                };
                if (initializer is null)
                    break;
                foreach (var expression in initializer.Expressions)
                    yield return expression;
                break;
        }
    }

    /// <summary>Name and value of an item.</summary>
    private static (ExpressionSyntax Name, ExpressionSyntax Value)? Pair(SyntaxNode item) => item switch
    {
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: >= 2 } arguments } => (arguments[0].Expression, arguments[1].Expression),
        TupleExpressionSyntax { Arguments: { Count: 2 } arguments } => (arguments[0].Expression, arguments[1].Expression),
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments } => (arguments[0].Expression, arguments[1].Expression),
        InitializerExpressionSyntax { Expressions: { Count: 2 } pair } => (pair[0], pair[1]),
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } index } } assignment => (index[0].Expression, assignment.Right),
        _ => null,
    };
}
