using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>Goes from an agent or a model back to the client behind it: along the chain of calls, and through the variables between.</summary>
internal sealed class ConnectionTrace(AiFile file, InventorySites sites, ValueTrace trace)
{
    private const int MaxSteps = 60;

    private readonly SiteValue _values = new(file, trace);
    private readonly SiteCredential _credentials = new(file, trace);

    public Connection Of(SyntaxNode start) => Settled(Behind(start).Aggregate(Connection.None, (connection, node) => Take(node, connection)));

    /// <summary>What one place tells by itself.</summary>
    public Connection At(SyntaxNode node) => Settled(Take(node, Connection.None));

    /// <summary>The place itself and all that it is made from, the nearest first.</summary>
    public IEnumerable<SyntaxNode> Behind(SyntaxNode start)
    {
        var visited = new HashSet<SyntaxNode>();
        var pending = new Stack<SyntaxNode>();
        pending.Push(start);
        for (var step = 0; pending.Count > 0 && step < MaxSteps; step++)
        {
            var node = pending.Pop();
            if (node.SyntaxTree != file.Model.SyntaxTree || !visited.Add(node))
                continue;

            yield return node;
            foreach (var behind in MadeFrom(node))
                pending.Push(behind);
        }
    }

    /// <summary>Clients insist on a key for a server on this machine, which looks at none.</summary>
    private Connection Settled(Connection connection) =>
        connection.Credential == CredentialKind.Key && connection.Host.Text.Length > 0 && file.Compilation.Symbols.Catalog.Hosts.Classify("http://" + connection.Host.Text) == HostKind.Loopback
            ? connection with { Credential = CredentialKind.None }
            : connection;

    private Connection Take(SyntaxNode node, Connection connection)
    {
        if (sites.At(node) is not { } site)
            return connection;

        foreach (var row in site.Rows)
        {
            // No model has a space in its name: that is the text of a call which the compiler does not know.
            if (row.Role == Role.ModelName && connection.Model.IsNone && NamedText.Of(ModelAt(site, row), file, trace) is var model && model.Text.IndexOf(' ') < 0)
                connection = connection with { Model = model };
            if (row["endpoint"] is { } places && connection.Host.IsNone)
                connection = connection with { Host = NamedText.HostOf(_values.Find(site, places), file, trace) };
            if (GuardName.Of(row) is { } guard)
                connection = connection with { Guards = connection.Guards.Add(guard) };
        }

        var credential = CredentialKind.Weaker(connection.Credential, _credentials.Of(site));
        if (site.RowOf(Role.Inventory)?["kind"] == InventoryKind.Service)
            credential = sites.SetIn(node).Aggregate(credential, (weakest, set) => CredentialKind.Weaker(weakest, _credentials.Of(set)));
        return connection with { Credential = credential };
    }

    /// <summary>The value by which a place names a model; null where it leaves the name to what stands behind it.</summary>
    public ExpressionSyntax? ModelAt(InventorySite site, CatalogRow row)
    {
        var value = site.Node is AssignmentExpressionSyntax assignment ? assignment.Right : _values.Find(site, row["value"]);
        // Of a call that the compiler does not know, models come first.
        return value ?? (site.Member is null && FirstArgument(site.Node) is { } first and not (BaseObjectCreationExpressionSyntax or AnonymousFunctionExpressionSyntax) ? first : null);
    }

    /// <summary>The expressions that a call or creation is made from.</summary>
    private IEnumerable<SyntaxNode> MadeFrom(SyntaxNode node)
    {
        switch (node)
        {
            case InvocationExpressionSyntax invocation when ServiceTypeOf(invocation) is { } service:
                return CreationsOf(service);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } invocation:
                return file.Model.GetSymbolInfo(receiver, file.CancellationToken).Symbol is INamespaceOrTypeSymbol ? Sources(FirstArgument(invocation)) : Sources(receiver);
            case BaseObjectCreationExpressionSyntax creation:
                return Sources(FirstArgument(creation));
            case MemberAccessExpressionSyntax { Expression: var owner }:
                return Sources(owner);
            default:
                return [];
        }
    }

    private static ExpressionSyntax? FirstArgument(SyntaxNode call) => CandidateCall.ArgumentsOf(call).FirstOrDefault()?.Expression;

    private IEnumerable<SyntaxNode> Sources(ExpressionSyntax? expression)
    {
        if (expression is null || ValueOperation.Of(expression, file) is not { } operation)
            return expression is null ? [] : [expression];
        return trace.SourcesOf(operation).Select(static source => source.Syntax);
    }

    /// <summary>The type that a call takes out of the container.</summary>
    private ITypeSymbol? ServiceTypeOf(InvocationExpressionSyntax invocation) =>
        file.Model.GetSymbolInfo(invocation, file.CancellationToken).Symbol is IMethodSymbol { TypeArguments: { Length: 1 } types } method && file.Compilation.Symbols.RowsOf(method).Any(static row => row.Role == Role.Service) ? types[0] : null;

    /// <summary>Where this file makes the one object of a type.</summary>
    private ImmutableArray<SyntaxNode> CreationsOf(ITypeSymbol type)
    {
        var found = sites.All.Where(site => site.Node is BaseObjectCreationExpressionSyntax && SymbolEqualityComparer.Default.Equals(site.Member?.ContainingType, type)).Select(static site => site.Node).ToImmutableArray();
        return found.Length == 1 ? found : ImmutableArray<SyntaxNode>.Empty;
    }
}
