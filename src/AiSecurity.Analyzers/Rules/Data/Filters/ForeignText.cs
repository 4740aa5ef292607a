using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Data.Filters;

/// <summary>Text that a method was given and nobody has escaped since.</summary>
internal sealed class ForeignText(AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>Values of values that are followed.</summary>
    private const int MaxDepth = 30;

    private readonly ValueTrace _trace = new(model, cancellationToken);

    /// <summary>What was looked at for the value that is asked about: a variable can be made of itself, and of many.</summary>
    private readonly HashSet<SyntaxNode> _seen = [];

    public bool Is(IOperation value)
    {
        _seen.Clear();
        return Is(value, 0);
    }

    private bool Is(IOperation value, int depth) => depth < MaxDepth && _trace.SourcesOf(value).Any(source => _seen.Add(source.Syntax) && IsForeign(source, depth + 1));

    private bool IsForeign(IOperation source, int depth)
    {
        if (source.ConstantValue.HasValue || source.Type is not { } type || CleanTypes.Is(type))
            return false;

        switch (source)
        {
            // Methods of strings that leave the marks in them.
            case IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, IsStatic: false } method, Instance: { } text } call:
                return (method.Name is not "Replace" || !IsMark(call)) && Is(text, depth);
            case IConditionalAccessOperation access:
                var member = access.WhenNotNull;
                while (member is IConditionalAccessOperation { WhenNotNull: var inner })
                    member = inner;
                return (member is not IInvocationOperation { TargetMethod.Name: "Replace" } replaced || !IsMark(replaced)) && IsGiven(access.Operation, depth) && !IsIdentifier(member);
            case IInvocationOperation:
                return false;
            default:
                return IsGiven(source, depth) && !IsIdentifier(source);
        }
    }

    private static bool IsMark(IInvocationOperation replace) =>
        replace.Arguments.FirstOrDefault()?.Value.ConstantValue is { HasValue: true, Value: "'" or '\'' };

    /// <summary>A parameter, and what is read from it: not settings, which the application's owner writes.</summary>
    private bool IsGiven(IOperation value, int depth)
    {
        while (true)
        {
            switch (Operations.Unwrap(value))
            {
                case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor }, Type: var type } }:
                    return !IsSettings(type);
                case IPropertyReferenceOperation { Instance: { } owner, Property.Type: var type }:
                    if (IsSettings(type))
                        return false;
                    value = owner;
                    break;
                case IArrayElementReferenceOperation { ArrayReference: var array }:
                    value = array;
                    break;
                case IConditionalAccessOperation { Operation: var accessed }:
                    value = accessed;
                    break;
                case ILocalReferenceOperation local when CollectionOf(local) is { } collection:
                    value = collection;
                    break;
                case ILocalReferenceOperation local:
                    return depth < MaxDepth && _trace.SourcesOf(local).Any(source => source is not ILocalReferenceOperation && _seen.Add(source.Syntax) && IsGiven(source, depth + 1));
                default:
                    return false;
            }
        }
    }

    /// <summary>What a <c>foreach</c> takes its variable from.</summary>
    private static IOperation? CollectionOf(ILocalReferenceOperation local)
    {
        for (var around = local.Parent; around is not null; around = around.Parent)
        {
            if (around is IForEachLoopOperation loop && loop.Locals.Contains(local.Local))
                return loop.Collection;
        }

        return null;
    }

    private bool IsSettings(ITypeSymbol type) => symbols.Is(type, Role.Configuration) || SettingNames.Is(type.Name);

    /// <summary>Identifiers are mostly the application's own.</summary>
    private static bool IsIdentifier(IOperation value) => NameOf(value) is { } name && (name.EndsWith("Id", StringComparison.Ordinal) || name is "id" or "oid");

    private static string? NameOf(IOperation value) => Operations.Unwrap(value) switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } keys } => keys[0].Value.ConstantValue is { HasValue: true, Value: string key } ? key : null,
        IPropertyReferenceOperation property => property.Property.Name,
        ILocalReferenceOperation local => local.Local.Name,
        _ => null,
    };
}
