using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>Finds the endpoint that a client is given: as a parameter, a property beside the key, or a property of its options.</summary>
internal sealed class ClientEndpoints(AiSymbols symbols, SemanticModel model, ImmutableArray<CallSite> sites, ValueTrace trace, SinkArguments arguments, CancellationToken cancellationToken)
{
    private HashSet<ISymbol>? _azureEndpoints;

    public Endpoint Of(IOperation client, ISymbol member, CatalogRow row)
    {
        if (AddressOf(client, member, row) is not { } value)
            return Endpoint.None;

        var endpoint = Endpoint.Of(value, symbols, trace, cancellationToken);
        // A general client that gets the very endpoint of an Azure client speaks to Azure.
        if (endpoint is { Kind: HostKind.Unknown, IsNamedAzure: false } && row["host"] == "openai" && AzureEndpoints().Overlaps(endpoint.Symbols))
            return endpoint with { Kind = HostKind.Azure };
        return endpoint;
    }

    /// <summary>The value that a client gets as its endpoint; null when it gets none.</summary>
    public IOperation? AddressOf(IOperation client, ISymbol member, CatalogRow row)
    {
        if (row["endpoint"] is not { } path)
            return null;
        if (client is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } })
            return AssignedTo(instance, path);

        var dot = path.IndexOf('.');
        var argument = arguments.Find(client, member, new CatalogSlot(dot < 0 ? path : path.Substring(0, dot), null, null));
        return dot < 0 || argument is null ? argument?.Value : OptionOf(argument.Value.Value, path.Substring(dot + 1));
    }

    /// <summary>The value of a property of an options object: in its initializer, or assigned to the variable that holds it.</summary>
    private IOperation? OptionOf(IOperation options, string property)
    {
        foreach (var source in trace.SourcesOf(options))
        {
            if (source is IObjectCreationOperation { Initializer: { } initializer } && Assigned(initializer.Initializers, property) is { } value)
                return value;
        }

        return AssignedTo(options, property);
    }

    /// <summary>The value assigned to a property of the object that an expression stands for.</summary>
    private static IOperation? AssignedTo(IOperation instance, string property)
    {
        // Inside an initializer the instance is implicit, and the sibling assignments are its neighbours.
        if (instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
        {
            for (var parent = instance.Parent; parent is not null; parent = parent.Parent)
            {
                if (parent is IObjectOrCollectionInitializerOperation initializer)
                    return Assigned(initializer.Initializers, property);
            }
        }

        if (ValueTrace.ReadSymbol(instance) is not { } symbol)
            return null;

        var root = instance;
        while (root.Parent is not null)
            root = root.Parent;
        foreach (var operation in root.Descendants())
        {
            if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } target } reference } assignment && reference.Property.Name == property
                && SymbolEqualityComparer.Default.Equals(ValueTrace.ReadSymbol(target), symbol))
                return assignment.Value;
        }

        return null;
    }

    private static IOperation? Assigned(ImmutableArray<IOperation> initializers, string property)
    {
        foreach (var initializer in initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment && target.Property.Name == property)
                return assignment.Value;
        }

        return null;
    }

    /// <summary>What the endpoints of this file's clients for Azure alone are read from.</summary>
    private HashSet<ISymbol> AzureEndpoints()
    {
        if (_azureEndpoints is not null)
            return _azureEndpoints;

        _azureEndpoints = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var site in sites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role != Role.Key || row["host"] == "openai" || model.OperationOf(site.Node, cancellationToken) is not { } operation || AddressOf(operation, site.Member, row) is not { } value)
                    continue;
                foreach (var symbol in Endpoint.Of(value, symbols, trace, cancellationToken).Symbols)
                {
                    if (symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol)
                        _azureEndpoints.Add(symbol);
                }
            }
        }

        return _azureEndpoints;
    }
}
