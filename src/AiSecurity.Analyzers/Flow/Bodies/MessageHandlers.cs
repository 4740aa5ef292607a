using System;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Methods that a library calls with what others have sent, and whose result it sends on: the executors of a workflow.</summary>
internal static class MessageHandlers
{
    /// <summary>The parameter that takes the message; null for methods that handle none.</summary>
    public static IParameterSymbol? MessageOf(ISymbol owner, AiSymbols symbols)
    {
        if (owner is not IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters: { IsEmpty: false } parameters } method)
            return null;

        return RowOf(method, symbols) is { } row ? parameters.FirstOrDefault(parameter => parameter.Name == row["handles"]) ?? parameters[0] : null;
    }

    /// <summary>Whether a mediator calls the method with the requests that it is sent.</summary>
    public static bool HandlesRequests(IMethodSymbol method, AiSymbols symbols) =>
        method is { MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: false, ContainingType: { } type } && symbols.Catalog[Role.Dispatch].Any(row => row["as"]!.Split(',').Any(handler => handler.EndsWith("." + method.Name, StringComparison.Ordinal) && type.AllInterfaces.Any(contract => handler == $"{contract.Name}.{method.Name}")));

    private static CatalogRow? RowOf(IMethodSymbol method, AiSymbols symbols)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (symbols.RowOf(attribute.AttributeClass, Role.Queue) is { } marked)
                return marked;
        }

        if (symbols.Catalog.Index.Members(method.Name).FirstOrDefault(IsHandler) is null)
            return null;
        return symbols.RowsOf(method).FirstOrDefault(IsHandler)
            ?? method.ContainingType.AllInterfaces.SelectMany(contract => contract.GetMembers(method.Name))
                .Where(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
                .SelectMany(member => symbols.RowsOf(member)).FirstOrDefault(IsHandler);
    }

    private static bool IsHandler(CatalogRow row) => row.Role == Role.Queue && row["handles"] is not null;
}
