using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Pipelines;

/// <summary>What a pipeline is put around.</summary>
internal sealed class PipelineOrigin(AiFile file)
{
    private const int MaxSteps = 100;

    private readonly ValueTrace _trace = new(file.Model, file.CancellationToken);

    /// <summary>Whether it begins at the client of an SDK, and not at one that may have a pipeline already.</summary>
    public bool IsBare(IOperation start)
    {
        if (InnerOf(start) is not { } inner)
            return start is IInvocationOperation { TargetMethod.IsStatic: true, Arguments.IsEmpty: true };

        var pending = new Stack<IOperation>();
        pending.Push(inner);
        for (var step = 0; pending.Count > 0; step++)
        {
            if (step >= MaxSteps)
                return false;

            foreach (var source in _trace.SourcesOf(pending.Pop()))
            {
                if (!Follow(source, pending))
                    return false;
            }
        }

        return true;
    }

    private static IOperation? InnerOf(IOperation start)
    {
        var (arguments, instance) = start switch
        {
            IInvocationOperation call => (call.Arguments, call.Instance),
            IObjectCreationOperation creation => (creation.Arguments, null),
            _ => (default, null),
        };
        if (arguments.IsDefaultOrEmpty)
            return instance;

        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name.StartsWith("inner", System.StringComparison.Ordinal) == true)
                return argument.Value;
        }

        return instance ?? arguments[0].Value;
    }

    private bool Follow(IOperation source, Stack<IOperation> pending)
    {
        switch (source)
        {
            case IInvocationOperation call when !IsOwn(call.TargetMethod) && !IsStart(call.TargetMethod):
                if (IsClient(call.Type))
                    return true;
                if ((call.Instance ?? (call.Arguments.IsEmpty ? null : call.Arguments[0].Value)) is not { } receiver)
                    return false;
                pending.Push(receiver);
                return true;
            case IObjectCreationOperation { Constructor: { } constructor } creation when !IsOwn(constructor) && !IsStart(constructor):
                foreach (var argument in creation.Arguments)
                {
                    if (argument.Value.Type is { IsAbstract: true } && argument.Parameter?.Name.StartsWith("inner", System.StringComparison.Ordinal) == true)
                        pending.Push(argument.Value);
                }

                return true;
            case IDelegateCreationOperation { Target: { } target }:
                pending.Push(target);
                return true;
            case IAnonymousFunctionOperation function:
                foreach (var operation in function.Body.Descendants())
                {
                    if (operation is IReturnOperation { ReturnedValue: { } returned })
                        pending.Push(returned);
                }

                return true;
            case ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation:
                return IsClient(source.Type);
            default:
                return false;
        }
    }

    /// <summary>A class of an SDK: behind an interface or an abstract class there can be anything.</summary>
    private static bool IsClient(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false, DeclaringSyntaxReferences.IsEmpty: true, SpecialType: SpecialType.None };

    private static bool IsOwn(ISymbol symbol) => !symbol.DeclaringSyntaxReferences.IsEmpty || !symbol.ContainingType.DeclaringSyntaxReferences.IsEmpty;

    private bool IsStart(ISymbol method)
    {
        foreach (var row in file.Compilation.Symbols.RowsOf(method))
        {
            if (row.Role == Role.PipelineStart)
                return true;
        }

        return false;
    }
}
