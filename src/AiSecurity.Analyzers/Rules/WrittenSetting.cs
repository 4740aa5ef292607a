using System;
using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules;

/// <summary>A setting as source code gives it: an assignment, or an argument.</summary>
/// <param name="Node">Where to report it.</param>
/// <param name="Value">What it is given.</param>
/// <param name="Name">The property or the parameter.</param>
internal sealed record WrittenSetting(SyntaxNode Node, ExpressionSyntax Value, string Name)
{
    public static WrittenSetting? At(CallSite site, CatalogRow row, AiFile file)
    {
        foreach (var written in AllAt(site, row, file))
            return written;

        return null;
    }

    /// <summary>As <see cref="At"/>, for rows that name more than one parameter.</summary>
    public static IEnumerable<WrittenSetting> AllAt(CallSite site, CatalogRow row, AiFile file)
    {
        if (site.Node is AssignmentExpressionSyntax assignment)
        {
            yield return new WrittenSetting(assignment, assignment.Right, site.Member.Name);
            yield break;
        }

        if (row["value"] is not { } parameters || file.Model.OperationOf(site.Node, file.CancellationToken) is not { } operation)
            yield break;

        foreach (var parameter in parameters.Split(','))
        {
            if (new SinkArguments(file.Model, file.CancellationToken).Find(operation, site.Member, new CatalogSlot(parameter, null, null)) is { Syntax: { } argument })
                yield return new WrittenSetting(argument, argument.Expression, parameter);
        }
    }

    /// <summary>The elements of a list that is written out; the value itself when it is none.</summary>
    public IEnumerable<ExpressionSyntax> Elements()
    {
        switch (Value)
        {
            case CollectionExpressionSyntax collection:
                foreach (var element in collection.Elements)
                {
                    if (element is ExpressionElementSyntax { Expression: var expression })
                        yield return expression;
                }

                break;
            case ImplicitArrayCreationExpressionSyntax { Initializer: var list }:
                foreach (var expression in list.Expressions)
                    yield return expression;
                break;
            case ArrayCreationExpressionSyntax { Initializer: { } list }:
                foreach (var expression in list.Expressions)
                    yield return expression;
                break;
            case BaseObjectCreationExpressionSyntax { Initializer: { } list }:
                foreach (var expression in list.Expressions)
                    yield return expression;
                break;
            case InitializerExpressionSyntax list:
                foreach (var expression in list.Expressions)
                    yield return expression;
                break;
            default:
                yield return Value;
                break;
        }
    }

    /// <summary>Whether a value can be nothing but one of those that a row calls bad. <c>null</c> counts where it is written out.</summary>
    public static bool IsBad(ExpressionSyntax value, CatalogRow row, AiFile file)
    {
        var bad = (row["bad"] ?? "").Split(',');
        if (value.IsKind(SyntaxKind.NullLiteralExpression) || value.IsKind(SyntaxKind.DefaultLiteralExpression))
            return Array.IndexOf(bad, "null") >= 0;
        if (file.Model.OperationOf(value, file.CancellationToken) is not { } operation)
            return false;

        var sources = new ValueTrace(file.Model, file.CancellationToken).SourcesOf(operation);
        foreach (var source in sources)
        {
            if (!IsBad(source, bad))
                return false;
        }

        return !sources.IsEmpty;
    }

    private static bool IsBad(IOperation? source, string[] bad)
    {
        // What wraps the value says nothing of its own: a conversion, new Policy(Never).
        for (var step = 0; source is not null && step < 10; step++)
        {
            if (source is not IFieldReferenceOperation { Field.ContainingType.TypeKind: TypeKind.Enum } && source.ConstantValue is { HasValue: true } constant)
                return IsBadText(constant.Value is bool answer ? (answer ? "true" : "false") : constant.Value?.ToString(), bad);

            switch (source)
            {
                case IInvalidOperation unbound:
                    return IsNamed(unbound.Syntax, bad);
                case IMemberReferenceOperation member:
                    return Array.IndexOf(bad, member.Member.Name) >= 0;
                case IConversionOperation conversion:
                    source = conversion.Operand;
                    break;
                case IObjectCreationOperation creation when Array.IndexOf(bad, creation.Type?.Name) >= 0:
                    return true;
                case IObjectCreationOperation { Arguments: { Length: 1 } arguments, Initializer: null }:
                    source = arguments[0].Value;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Where types do not bind, the name says it: <c>new Policy(Never)</c>, <c>Mode.Never</c>.</summary>
    private static bool IsNamed(SyntaxNode value, string[] bad) => value switch
    {
        MemberAccessExpressionSyntax access => Array.IndexOf(bad, access.Name.Identifier.ValueText) >= 0,
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } => IsNamed(arguments[0].Expression, bad),
        _ => false,
    };

    private static bool IsBadText(string? text, string[] bad)
    {
        if (text is null)
            return false;

        foreach (var known in bad)
        {
            if (known.StartsWith("!", StringComparison.Ordinal) ? text.Length > 0 && !known.Substring(1).Equals(text, StringComparison.OrdinalIgnoreCase) : known.Equals(text, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
