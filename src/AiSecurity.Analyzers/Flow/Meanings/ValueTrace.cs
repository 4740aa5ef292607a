using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>
/// Where a value comes from, as far as one file tells: through branches, locals, deconstruction, fields, properties, private methods and
/// their parameters. What it cannot follow is an answer of its own: the operation at which it stopped.
/// </summary>
internal sealed class ValueTrace(SemanticModel model, CancellationToken cancellationToken)
{
    private const int MaxSteps = 200;
    private const int MaxSources = 24;

    private readonly SymbolValues _values = new(model, cancellationToken);

    /// <summary>The operations that the value can come from, in source order of their discovery; never empty.</summary>
    public ImmutableArray<IOperation> SourcesOf(IOperation value) => SourcesOf(value, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    /// <summary>As <see cref="SourcesOf(IOperation)"/>, and collects the symbols that carry the value on its way.</summary>
    public ImmutableArray<IOperation> SourcesOf(IOperation value, HashSet<ISymbol> visited)
    {
        var sources = ImmutableArray.CreateBuilder<IOperation>();
        var pending = new Stack<IOperation>();
        pending.Push(value);
        for (var step = 0; pending.Count > 0; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var current = pending.Pop();
            if (step >= MaxSteps || sources.Count >= MaxSources || !Follow(current, visited, pending))
                sources.Add(current);
            if (sources.Count > MaxSources)
                break;
        }

        return sources.ToImmutable();
    }

    /// <summary>The local, parameter, field or property that an expression reads, without conversions; null for anything else.</summary>
    public static ISymbol? ReadSymbol(IOperation? value) => Unwrap(value) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

    public static IOperation? Unwrap(IOperation? value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation { OperatorMethod: null } conversion: value = conversion.Operand; break;
                case IParenthesizedOperation parenthesized: value = parenthesized.Operand; break;
                case IAwaitOperation awaited: value = awaited.Operation; break;
                default: return value;
            }
        }
    }

    private bool Follow(IOperation value, HashSet<ISymbol> visited, Stack<IOperation> pending)
    {
        switch (value)
        {
            case IConversionOperation or IParenthesizedOperation or IAwaitOperation when Unwrap(value) is { } inner && inner != value:
                pending.Push(inner);
                return true;
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                pending.Push(whenFalse);
                pending.Push(conditional.WhenTrue);
                return true;
            case ICoalesceOperation coalesce:
                pending.Push(coalesce.WhenNull);
                pending.Push(coalesce.Value);
                return true;
            case ISwitchExpressionOperation switched:
                for (var i = switched.Arms.Length - 1; i >= 0; i--)
                    pending.Push(switched.Arms[i].Value);
                return true;
            case ISimpleAssignmentOperation assignment:
                pending.Push(assignment.Value);
                return true;
            case ICoalesceAssignmentOperation assignment:
                pending.Push(assignment.Value);
                pending.Push(assignment.Target);
                return true;
            case IThrowOperation:
                return true;
            case ILocalReferenceOperation { Local.IsConst: false } local:
                return FollowSymbol(local.Local, visited, pending, () => SymbolValues.OfLocal(local));
            case IFieldReferenceOperation { Field: { IsConst: false } field }:
                return FollowSymbol(field, visited, pending, () => _values.OfMember(field), sealedWhenPrivate: field.IsReadOnly);
            case IPropertyReferenceOperation { Property: { IsIndexer: false } property, Arguments.IsEmpty: true }:
                return FollowSymbol(property, visited, pending, () => _values.OfMember(property), sealedWhenPrivate: property.SetMethod is null);
            case IInvocationOperation { TargetMethod: { IsVirtual: false, IsAbstract: false } method }:
                return FollowSymbol(method.OriginalDefinition, visited, pending, () => _values.OfReturn(method));
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol owner } parameter } when IsCalledHereOnly(owner):
                return FollowSymbol(parameter, visited, pending, () => _values.OfParameter(owner, parameter));
            default:
                return false;
        }
    }

    /// <summary>Goes on to what a symbol was given; a symbol that others can write to is a source itself as well.</summary>
    private bool FollowSymbol(
        ISymbol symbol, HashSet<ISymbol> visited, Stack<IOperation> pending, System.Func<IReadOnlyList<IOperation>> valuesOf, bool sealedWhenPrivate = true)
    {
        // A second visit adds nothing: cycles and repeated reads end here.
        if (!visited.Add(symbol))
            return true;

        var values = valuesOf();
        if (values.Count == 0)
            return false;

        var isWrittenElsewhere = false;
        for (var i = values.Count - 1; i >= 0; i--)
        {
            // A read of the symbol itself stands for a writer that cannot be followed.
            if (Same(ReadSymbol(values[i]), symbol))
                isWrittenElsewhere = true;
            else
                pending.Push(values[i]);
        }

        return !isWrittenElsewhere && (symbol is ILocalSymbol or IParameterSymbol or IMethodSymbol || IsWrittenHereOnly(symbol, sealedWhenPrivate));
    }

    private static bool IsWrittenHereOnly(ISymbol member, bool isReadOnly) =>
        member.ContainingType is { DeclaringSyntaxReferences.Length: 1 } && (isReadOnly || member.DeclaredAccessibility is Accessibility.Private or Accessibility.NotApplicable);

    /// <summary>Whether all callers of a method stand in this file: private members of a type that has one part, and local functions.</summary>
    private static bool IsCalledHereOnly(IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction
        || (method.DeclaredAccessibility == Accessibility.Private && method.ContainingType.DeclaringSyntaxReferences.Length == 1);

    private static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);
}
