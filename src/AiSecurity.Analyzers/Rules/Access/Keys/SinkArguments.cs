using System.Collections.Immutable;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>An argument as it is written, and the parameter that it is for.</summary>
internal readonly record struct SinkArgument(IParameterSymbol Parameter, IOperation Value, ArgumentSyntax? Syntax);

/// <summary>Arguments by parameter, however they are written.</summary>
internal sealed class SinkArguments(SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>The arguments that a call or creation writes down; of one that does not compile, those that a candidate would take.</summary>
    public ImmutableArray<SinkArgument> Of(IOperation operation, ISymbol? member)
    {
        var arguments = ImmutableArray.CreateBuilder<SinkArgument>();
        switch (operation)
        {
            case IObjectCreationOperation creation:
                Add(creation.Arguments);
                break;
            case IInvocationOperation invocation:
                Add(invocation.Arguments);
                break;
            case IInvalidOperation when member is IMethodSymbol method:
                foreach (var argument in CandidateCall.ArgumentsOf(operation.Syntax))
                {
                    if (CandidateCall.ParameterOf(argument, method) is { } parameter && model.OperationOf(argument.Expression, cancellationToken) is { } value)
                        arguments.Add(new SinkArgument(parameter, value, argument));
                }

                break;
        }

        return arguments.ToImmutable();

        void Add(ImmutableArray<IArgumentOperation> operations)
        {
            foreach (var argument in operations)
            {
                if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter })
                    arguments.Add(new SinkArgument(parameter, argument.Value, Written(argument, operation)));
            }
        }
    }

    /// <summary>The argument as it is written: the operation of <c>(x)!</c> has the syntax of the inner expression.</summary>
    private static ArgumentSyntax? Written(IArgumentOperation argument, IOperation call)
    {
        for (var node = argument.Syntax; node is not null && node != call.Syntax; node = node.Parent)
        {
            if (node is ArgumentSyntax written && written.Parent?.Parent == call.Syntax)
                return written;
        }

        return null;
    }

    /// <summary>The argument that is written for a parameter; null when the overload has none of that name and type, or it is left out.</summary>
    public SinkArgument? Find(IOperation operation, ISymbol? member, CatalogSlot slot)
    {
        foreach (var argument in Of(operation, member))
        {
            if (argument.Parameter.Name == slot.Name && (slot.TypeName is null || MetadataName.Of(argument.Parameter.Type) == slot.TypeName))
                return argument;
        }

        return null;
    }
}
