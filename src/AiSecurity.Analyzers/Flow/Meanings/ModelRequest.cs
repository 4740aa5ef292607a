using System;
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
                return Names(url, 0, IsPath) || (!Names(url, 0, IsOtherPath) && context.Compilation.Requests.AreAround(argument.Syntax));
        }

        return false;
    }

    private static SyntaxNode Expression(SyntaxNode argument) => argument is ArgumentSyntax { Expression: var expression } ? expression : argument;

    private bool Names(IOperation value, int depth, Func<string, bool> isNamed)
    {
        if (depth > MaxDepth)
            return false;

        foreach (var source in _trace.SourcesOf(value))
        {
            if (source.ConstantValue is { HasValue: true, Value: string text } ? isNamed(text) : NamesInside(source, depth + 1, isNamed))
                return true;
        }

        return false;
    }

    private bool NamesInside(IOperation source, int depth, Func<string, bool> isNamed)
    {
        switch (source)
        {
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                {
                    if (part is IInterpolatedStringTextOperation { Text.ConstantValue.Value: string text } ? isNamed(text) : part is IInterpolationOperation { Expression: var inner } && Names(inner, depth, isNamed))
                        return true;
                }

                return false;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Names(sum.RightOperand, depth, isNamed) || Names(sum.LeftOperand, depth, isNamed);
            // new Uri(...), new HttpRequestMessage(method, ...) and what its initializer sets.
            case IObjectCreationOperation creation:
                return NamesAny(creation.Arguments, depth, isNamed) || (creation.Initializer is { } initializer && NamesSet(initializer, depth, isNamed));
            // string.Format, Concat, uri.ToString(): what makes a text of texts.
            case IInvocationOperation { TargetMethod.ContainingType: { } type } call when type.SpecialType == SpecialType.System_String || type.Name is "Uri" or "UriBuilder" or "Path":
                return NamesAny(call.Arguments, depth, isNamed) || (call.Instance is { } instance && Names(instance, depth, isNamed));
            default:
                return false;
        }
    }

    private bool NamesAny(ImmutableArray<IArgumentOperation> arguments, int depth, Func<string, bool> isNamed)
    {
        foreach (var argument in arguments)
        {
            if (Names(argument.Value, depth, isNamed))
                return true;
        }

        return false;
    }

    private bool NamesSet(IObjectOrCollectionInitializerOperation initializer, int depth, Func<string, bool> isNamed)
    {
        foreach (var set in initializer.Initializers)
        {
            if (set is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "RequestUri" }, Value: var url } && Names(url, depth, isNamed))
                return true;
        }

        return false;
    }

    private bool IsPath(string text) => ModelPath.IsIn(text, context.Symbols.Catalog);

    /// <summary>Whether a text says which operation it is, after the host.</summary>
    private static bool IsOtherPath(string text) => ModelPath.IsAny(text);
}
