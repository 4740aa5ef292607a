using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>Where the project makes the client that sends a header.</summary>
internal static class SendingClient
{
    /// <summary>Null when it comes from elsewhere, or from several places.</summary>
    public static async Task<ClientPipeline?> OfAsync(ReportedPlace place, KeyHeaderStatement header, string kind)
    {
        if (ClientOf(header, place) is not { } client)
            return null;

        var all = await ClientPipeline.InAsync(place.Document.Project, place.Symbols, kind, place.CancellationToken).ConfigureAwait(false);
        var symbol = client;
        if (client is not IParameterSymbol)
        {
            var values = AssignedValues.Of(client, place);
            if (values.Count != 1)
                return null;
            if (values[0] is BaseObjectCreationExpressionSyntax)
                return all.Find(pipeline => pipeline.Start == values[0]);
            symbol = place.Model.GetSymbolInfo(values[0], place.CancellationToken).Symbol;
        }

        var found = symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter ? await GivenToAsync(parameter, method, all, place).ConfigureAwait(false) : [];
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The registrations that configure a client in the lambda of a parameter, or that are for the type of the constructor.</summary>
    private static async Task<List<ClientPipeline>> GivenToAsync(IParameterSymbol parameter, IMethodSymbol method, List<ClientPipeline> all, ReportedPlace place)
    {
        if (method.MethodKind == MethodKind.AnonymousFunction)
        {
            var lambda = parameter.DeclaringSyntaxReferences[0].GetSyntax(place.CancellationToken).FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>();
            return all.FindAll(pipeline => pipeline.IsRegistered && lambda?.Parent?.Parent?.Parent == pipeline.Start);
        }

        var found = new List<ClientPipeline>();
        foreach (var pipeline in all.Where(pipeline => pipeline.IsRegistered && method.MethodKind == MethodKind.Constructor))
        {
            var model = await pipeline.Document.GetSemanticModelAsync(place.CancellationToken).ConfigureAwait(false);
            if (model!.GetSymbolInfo(pipeline.Start, place.CancellationToken).Symbol is IMethodSymbol { TypeArguments: { Length: > 0 } types } && SymbolEqualityComparer.Default.Equals(types[types.Length - 1], method.ContainingType))
                found.Add(pipeline);
        }

        return found;
    }

    /// <summary>The client that has the headers, or that sends the request which has them.</summary>
    private static ISymbol? ClientOf(KeyHeaderStatement header, ReportedPlace place)
    {
        var owner = place.Model.GetSymbolInfo(header.Owner, place.CancellationToken).Symbol;
        if (owner is null || header.Statement.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return null;

        var body = member is GlobalStatementSyntax ? member.Parent! : member;
        var senders = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var call in body.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Expression: var receiver } || !call.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == owner.Name))
                continue;
            if (place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is IMethodSymbol method && place.Symbols.RowsOf(method).Any(static row => row.Role == Role.HttpSend)
                && place.Model.GetSymbolInfo(receiver, place.CancellationToken).Symbol is { } sender)
                senders.Add(sender);
        }

        var isClient = ScopedSymbols.TypeOf(owner) is { } type && type.GetMembers().Any(candidate => candidate is IMethodSymbol && place.Symbols.RowsOf(candidate).Any(static row => row.Role == Role.HttpSend));
        return isClient ? owner : senders.Count == 1 ? senders.First() : null;
    }
}
