using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>Agents and clients of a library that is missing: the names of their types say what they are.</summary>
internal static class MissingAgent
{
    /// <summary>Whether a call that does not bind is made on something whose declared type has the name of one that a row gives this member.</summary>
    public static bool IsAsked(SimpleNameSyntax name, ProjectView view)
    {
        if (name.Parent is not MemberAccessExpressionSyntax { Expression: var receiver } || view.ModelOf(receiver).GetTypeInfo(receiver, view.CancellationToken).Type is not IErrorTypeSymbol { Name.Length: > 0 } type)
            return false;

        foreach (var row in view.Symbols.Catalog.Index.Members(name.Identifier.ValueText))
        {
            if (AiRequest.IsAbout(row) && row["url"] is null && row.SimpleTypeName == type.Name)
                return true;
        }

        return false;
    }
}
