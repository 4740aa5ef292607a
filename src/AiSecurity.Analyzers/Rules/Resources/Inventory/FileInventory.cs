using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Execution.Tools;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>The notes on one file, one for each place.</summary>
internal sealed class FileInventory
{
    private readonly AiFile _file;
    private readonly InventorySites _sites;
    private readonly ValueTrace _trace;
    private readonly SiteValue _values;
    private readonly ConnectionTrace _connections;
    private readonly SurroundingGuards _around;
    private readonly AgentRegistrations _registrations;
    private readonly Dictionary<SyntaxNode, ToolSite> _tools = [];
    private readonly ToolNames _toolNames;
    private readonly ToolGuards _toolGuards;

    public FileInventory(AiFile file, ProjectView view)
    {
        _file = file;
        _sites = InventorySites.Of(file);
        _trace = new ValueTrace(file.Model, file.CancellationToken);
        _values = new SiteValue(file, _trace);
        _connections = new ConnectionTrace(file, _sites, _trace);
        _registrations = new AgentRegistrations(_sites);
        _around = new SurroundingGuards(_sites, file.Compilation.Symbols);
        foreach (var tool in new ToolFinder(file).Find())
            _tools[tool.Node] = tool;
        _toolNames = new ToolNames(file, _sites, _tools, _trace);
        _toolGuards = new ToolGuards(file, view);
    }

    public IEnumerable<InventoryNote> Find()
    {
        var searched = new HashSet<string>();
        foreach (var site in _sites.All.OrderBy(static site => site.Place.SpanStart))
        {
            _file.CancellationToken.ThrowIfCancellationRequested();
            if (_registrations.IsMadeInside(site))
                continue;
            var note = Made(site) ?? Model(site) ?? Searched(site, searched) ?? Service(site);
            if (note is not null)
                yield return note;
        }

        foreach (var tool in _tools.Values)
        {
            if (Made(_sites.At(tool.Node)) is null)
                yield return Tool(tool.Node, tool.Row.Package);
        }
    }

    /// <summary>Agents, and what a row of the inventory itself lists.</summary>
    private InventoryNote? Made(InventorySite? site)
    {
        if (site?.Rows.FirstOrDefault(static row => row.Role == Role.Agent || (row.Role == Role.Inventory && row["kind"] != "guard")) is not { } row || site.Node is AssignmentExpressionSyntax)
            return null;
        if (row["kind"] == InventoryKind.Tool)
            return Tool(site.Node, site.SdkOf(row));

        var kind = row.Role == Role.Agent ? InventoryKind.Agent : row["kind"]!;
        var name = NameAt(site, row);
        if (name.Text.Length == 0 && _registrations.Around(site) is { } registration && NameAt(registration, registration.Rows[0]) is { Text.Length: > 0 } registered)
            name = registered;
        var connection = _connections.Of(site.Node);
        return new InventoryNote(site.Place.GetLocation(), kind, name, site.SdkOf(row))
        {
            Connection = connection,
            Tools = _toolNames.In(_values.Find(site, row["tools"])),
            Guards = connection.Guards.Union(_around.Of(site.Node)).Union(McpGuards.Of(site, _sites, _values, _file)),
        };
    }

    private NamedText NameAt(InventorySite site, CatalogRow row)
    {
        var value = _values.Find(site, row["name"]);
        if (row.Role == Role.Agent)
            value ??= _values.Find(site, row["setting"]);
        // Agents take other texts first; a store is opened by its name.
        else if (row["kind"] == InventoryKind.DataSource)
            value ??= SiteValue.OnlyArgument(site);
        return NamedText.Of(value, _file, _trace);
    }

    private InventoryNote? Model(InventorySite site)
    {
        if (site.RowOf(Role.ModelName) is { } named && _connections.ModelAt(site, named) is not null)
        {
            var connection = _connections.Of(site.Node);
            return new InventoryNote(site.Place.GetLocation(), InventoryKind.Model, connection.Model, site.SdkOf(named)) { Connection = connection, Guards = connection.Guards.Union(_around.Of(site.Node)) };
        }

        if (site.RowOf(Role.ModelLoad) is not { } loaded || _values.Find(site, loaded["value"]) is not { } path)
            return null;

        var name = NamedText.Of(path, _file, _trace);
        return new InventoryNote(site.Place.GetLocation(), InventoryKind.Model, name with { Text = name.Text.Substring(name.Text.LastIndexOfAny(['/', '\\']) + 1) }, site.SdkOf(loaded))
        {
            Connection = Connection.None with { Credential = CredentialKind.None },
        };
    }

    /// <summary>A store that is searched here and opened elsewhere: once for each variable that holds it.</summary>
    private InventoryNote? Searched(InventorySite site, HashSet<string> searched)
    {
        if (site.RowOf(Role.Source) is not { } row || site.Node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var store } })
            return null;
        if (!searched.Add(store.ToString()) || _connections.Behind(site.Node).Any(behind => _sites.At(behind) is { } known && known.Rows.Any(static known => known["kind"] == InventoryKind.DataSource)))
            return null;

        return new InventoryNote(site.Place.GetLocation(), InventoryKind.DataSource, NamedText.None, site.SdkOf(row)) { Connection = _connections.Of(site.Node) };
    }

    private InventoryNote? Service(InventorySite site)
    {
        if ((site.RowOf(Role.Key) ?? site.RowOf(Role.TokenUse)) is not { } row || _file.Compilation.Symbols.Is(site.Member?.ContainingType, Role.Bearer))
            return null;
        if (site.Node is AssignmentExpressionSyntax && IsOfRegistration(site))
            return null;

        // Registrations stand in classes that are called after nothing; what a factory makes is called as its class.
        var isRegistration = row.MemberName.StartsWith("Add", StringComparison.Ordinal) || row.MemberName.StartsWith("With", StringComparison.Ordinal);
        var name = isRegistration ? row.MemberName : row.SimpleTypeName;
        return new InventoryNote(site.Place.GetLocation(), InventoryKind.Service, new NamedText(name, null), site.SdkOf(row)) { Connection = _connections.At(site.Node) };
    }

    /// <summary>Whether a setting stands in the function of a registration, which is listed with it.</summary>
    private bool IsOfRegistration(InventorySite setting) => setting.Node.Ancestors().OfType<InvocationExpressionSyntax>()
        .Any(call => _sites.At(call)?.RowOf(Role.Inventory)?["kind"] == InventoryKind.Service && _sites.SetIn(call).Contains(setting));

    private InventoryNote Tool(SyntaxNode node, string sdk)
    {
        var tool = _tools.TryGetValue(node, out var found) ? found : null;
        return new(_sites.At(node)?.Place.GetLocation() ?? tool?.Place ?? node.GetLocation(), InventoryKind.Tool, _toolNames.Of(node), sdk)
        {
            Guards = _around.Of(node).Union(tool is null ? [] : _toolGuards.Of(tool)),
        };
    }
}
