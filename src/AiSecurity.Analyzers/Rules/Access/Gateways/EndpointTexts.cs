using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Gateways;

/// <summary>The texts of a file that are used as endpoints: of AI clients, of requests, as a base address.</summary>
internal sealed class EndpointTexts(AiFile file, ValueTrace trace)
{
    private readonly Dictionary<SyntaxNode, string> _found = [];

    public IReadOnlyDictionary<SyntaxNode, string> Find()
    {
        AddClients();
        foreach (var node in file.Model.SyntaxTree.GetRoot(file.CancellationToken).DescendantNodes())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "BaseAddress" or "RequestUri" } or IdentifierNameSyntax { Identifier.ValueText: "BaseAddress" or "RequestUri" } } assignment:
                    Add(file.Model.OperationOf(assignment.Right, file.CancellationToken));
                    break;
                case BaseObjectCreationExpressionSyntax creation when file.Model.OperationOf(creation, file.CancellationToken) is IObjectCreationOperation { Type.Name: "HttpRequestMessage", Arguments: { Length: 2 } arguments }:
                    Add(arguments[1].Value);
                    break;
            }
        }

        return _found;
    }

    private void AddClients()
    {
        var arguments = new SinkArguments(file.Model, file.CancellationToken);
        var endpoints = new ClientEndpoints(file.Compilation.Symbols, file.Model, file.Scan.CallSites, trace, arguments, file.CancellationToken);
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role is not (Role.Key or Role.HttpSend) || file.Model.OperationOf(site.Node, file.CancellationToken) is not { } operation)
                    continue;
                Add(row.Role == Role.Key ? endpoints.AddressOf(operation, site.Member, row) : arguments.Find(operation, site.Member, new CatalogSlot("requestUri", null, null))?.Value);
            }
        }
    }

    private void Add(IOperation? address)
    {
        if (address is null)
            return;

        foreach (var source in trace.SourcesOf(address))
        {
            foreach (var inner in trace.SourcesOf(Endpoint.Inner(source) ?? source))
            {
                // A constant of another file is found where it is used: an allow-list of constants looks the same there.
                foreach (var piece in ConstantText.Of(inner, trace, file.CancellationToken).Pieces)
                    _found[piece.Node.SyntaxTree == file.Model.SyntaxTree ? piece.Node : address.Syntax] = piece.Text;
                if (!inner.ConstantValue.HasValue && Endpoint.Template(inner) is { } template)
                    _found[inner.Syntax] = template.Text;
            }
        }
    }
}
