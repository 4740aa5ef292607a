using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Reach;

/// <summary>Who handles a request that code hands to a mediator: by its type, in whatever file.</summary>
internal sealed class Handlers(ProjectView view)
{
    private readonly Dictionary<(ITypeSymbol Request, string Handlers), List<BodyNames>> _known = [];

    /// <summary>Whether members of that name can hand a request on to a method of one of those names.</summary>
    public bool MayLead(string name, ICollection<string> methods) => view.Symbols.Catalog.Index.Members(name).Any(row => row.Role == Role.Dispatch && MethodsOf(row).Any(handler => methods.Contains(handler.Method)));

    /// <summary>The methods that are called for a call of a mediator; none for other calls.</summary>
    public IEnumerable<BodyNames> Of(ISymbol called, SyntaxNode site)
    {
        foreach (var row in view.Symbols.RowsOf(called))
        {
            if (row.Role != Role.Dispatch || site is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } || view.ModelOf(site).GetTypeInfo(arguments[0].Expression, view.CancellationToken).Type is not { } request)
                continue;

            if (!_known.TryGetValue((request, row["as"]!), out var handlers))
                _known.Add((request, row["as"]!), handlers = Find(request, row).ToList());
            foreach (var handler in handlers)
                yield return handler;
        }
    }

    private IEnumerable<BodyNames> Find(ITypeSymbol request, CatalogRow row)
    {
        foreach (var (contract, method) in MethodsOf(row))
        {
            foreach (var body in view.Uses.Named(method))
            {
                if (body.Node is MethodDeclarationSyntax { ParameterList.Parameters.Count: > 0 } declaration && Handles(declaration, contract, request))
                    yield return body;
            }
        }
    }

    private static IEnumerable<(string Contract, string Method)> MethodsOf(CatalogRow row)
    {
        foreach (var handler in row["as"]!.Split(','))
        {
            if (handler.LastIndexOf('.') is var dot and > 0)
                yield return (handler.Substring(0, dot), handler.Substring(dot + 1));
        }
    }

    private bool Handles(MethodDeclarationSyntax declaration, string contract, ITypeSymbol request) =>
        view.ModelOf(declaration).GetDeclaredSymbol(declaration, view.CancellationToken) is IMethodSymbol { Parameters: { Length: > 0 } parameters, ContainingType: { } type }
        && SymbolEqualityComparer.Default.Equals(parameters[0].Type, request) && type.AllInterfaces.Any(implemented => implemented.Name == contract);
}
