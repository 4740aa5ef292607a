using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Flows;

/// <summary>What the code around a place calls the texts that arrive there: names outlive edits, positions do not.</summary>
internal static class ArrivedName
{
    /// <summary>The property of a diagnostic that holds the names, separated by commas.</summary>
    public const string Property = "texts";

    public static string Of(IEnumerable<FlowArrival> arrivals) => string.Join(",", arrivals.Select(static arrival => Of(arrival.At) ?? "").Distinct());

    /// <summary><c>request.Message</c>, or the variable that holds what a call gave; null where there is none.</summary>
    private static string? Of(FlowNode node) => node switch
    {
        { Kind: FlowNodeKind.Parameter or FlowNodeKind.Member, Symbol: IParameterSymbol or ILocalSymbol or IFieldSymbol or IPropertySymbol } => node.Symbol.Name,
        { Kind: FlowNodeKind.Part, Whole: { } whole } when Of(whole) is { } owner => node.Symbol is IPropertySymbol or IFieldSymbol ? owner + "." + node.Symbol.Name : owner,
        { Kind: FlowNodeKind.Source or FlowNodeKind.Result, Site: { } site } => HolderOf(site),
        _ => null,
    };

    private static string? HolderOf(SyntaxNode site)
    {
        for (var node = site; node is ExpressionSyntax or EqualsValueClauseSyntax or ArgumentSyntax or ArgumentListSyntax; node = node.Parent)
        {
            if (node is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name } })
                return name;
            if (node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var target } })
                return target;
        }

        return null;
    }
}
