using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Requests to a model's REST operation that the application makes by itself.</summary>
internal sealed class ModelRequest(BodyContext context)
{
    /// <summary>Expressions inside expressions that make up a URL.</summary>
    private const int MaxDepth = 6;

    private readonly ValueTrace _trace = new(context.Model, context.CancellationToken);

    /// <summary>Whether the URL that a row asks for is one of a model.</summary>
    public bool Goes(CatalogRow row, ImmutableArray<GivenValue> arguments)
    {
        if (row["url"] is not { } name)
            return true;

        foreach (var (argument, _) in arguments)
        {
            if (argument.Parameter?.Name == name && Expression(argument.Syntax) is { } expression && context.Model.OperationOf(expression, context.CancellationToken) is { } url)
                return Names(url, 0);
        }

        return false;
    }

    private static SyntaxNode Expression(SyntaxNode argument) => argument is ArgumentSyntax { Expression: var expression } ? expression : argument;

    private bool Names(IOperation value, int depth)
    {
        if (depth > MaxDepth)
            return false;

        foreach (var source in _trace.SourcesOf(value))
        {
            if (source.ConstantValue is { HasValue: true, Value: string text } ? IsPath(text) : NamesInside(source, depth + 1))
                return true;
        }

        return false;
    }

    private bool NamesInside(IOperation source, int depth)
    {
        switch (source)
        {
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                {
                    if (part is IInterpolatedStringTextOperation { Text.ConstantValue.Value: string text } ? IsPath(text) : part is IInterpolationOperation { Expression: var inner } && Names(inner, depth))
                        return true;
                }

                return false;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Names(sum.RightOperand, depth) || Names(sum.LeftOperand, depth);
            // new Uri(...), new HttpRequestMessage(method, ...) and what its initializer sets.
            case IObjectCreationOperation creation:
                return NamesAny(creation.Arguments, depth) || (creation.Initializer is { } initializer && NamesSet(initializer, depth));
            // string.Format, Concat, uri.ToString(): what makes a text of texts.
            case IInvocationOperation { TargetMethod.ContainingType: { } type } call when type.SpecialType == SpecialType.System_String || type.Name is "Uri" or "UriBuilder" or "Path":
                return NamesAny(call.Arguments, depth) || (call.Instance is { } instance && Names(instance, depth));
            default:
                return false;
        }
    }

    private bool NamesAny(ImmutableArray<IArgumentOperation> arguments, int depth)
    {
        foreach (var argument in arguments)
        {
            if (Names(argument.Value, depth))
                return true;
        }

        return false;
    }

    private bool NamesSet(IObjectOrCollectionInitializerOperation initializer, int depth)
    {
        foreach (var set in initializer.Initializers)
        {
            if (set is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "RequestUri" }, Value: var url } && Names(url, depth))
                return true;
        }

        return false;
    }

    private bool IsPath(string text) => ModelPath.IsIn(text, context.Symbols.Catalog);
}
