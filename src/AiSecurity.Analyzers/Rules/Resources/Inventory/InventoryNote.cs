using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>One line of the inventory.</summary>
/// <param name="Place">Where it is made.</param>
/// <param name="Kind">A constant of <see cref="InventoryKind"/>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Sdk">The package that brings it; empty for what is the application's own.</param>
internal sealed record InventoryNote(Location Place, string Kind, NamedText Name, string Sdk)
{
    /// <summary>What stands behind it.</summary>
    public Connection Connection { get; init; } = Connection.None;

    /// <summary>The names of an agent's tools.</summary>
    public ImmutableArray<string> Tools { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The guards around it.</summary>
    public ImmutableSortedSet<string> Guards { get; init; } = ImmutableSortedSet<string>.Empty;

    public Diagnostic ToDiagnostic()
    {
        var properties = ControlTags.Of(ResourceRules.AgentInventory).ToBuilder();
        properties[InventoryProperties.Kind] = Kind;
        properties[InventoryProperties.Name] = Name.Text;
        Add(InventoryProperties.NameSource, Name.Source);
        Add(InventoryProperties.Sdk, Sdk);
        Add(InventoryProperties.Credential, Kind is InventoryKind.Tool or InventoryKind.Endpoint ? null : Connection.Credential ?? CredentialKind.Unknown);
        Add(InventoryProperties.Endpoint, Connection.Host.Text);
        Add(InventoryProperties.EndpointSource, Connection.Host.Source);
        Add(InventoryProperties.Model, Connection.Model.Text);
        Add(InventoryProperties.ModelSource, Connection.Model.Source);
        Add(InventoryProperties.Tools, List(Tools));
        Add(InventoryProperties.Guards, List(Guards));
        return Diagnostic.Create(ResourceRules.AgentInventory, Place, properties.ToImmutable(), InventoryText.Of(this));

        void Add(string name, string? value)
        {
            if (value is { Length: > 0 })
                properties[name] = value;
        }
    }

    private static string List(IEnumerable<string> names) => string.Join(",", names.Select(static name => name.Replace(',', ' ')));
}
