using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>Finds what a call or creation is given for the places that a row names: parameters, properties of the object, properties of an object in a parameter.</summary>
internal sealed class SiteValue(AiFile file, ValueTrace trace)
{
    /// <summary>The first of the places, separated by commas, for which a value is written.</summary>
    public ExpressionSyntax? Find(InventorySite site, string? places)
    {
        foreach (var place in places?.Split(',') ?? [])
        {
            if (At(site, place.Split('.')) is { } value)
                return value;
        }

        return null;
    }

    /// <summary>The single argument of a call that the compiler does not know.</summary>
    public static ExpressionSyntax? OnlyArgument(InventorySite site) =>
        site is { Member: null, Node: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } } && arguments[0] is { NameColon: null, Expression: LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax } single
            ? single.Expression
            : null;

    private ExpressionSyntax? At(InventorySite site, string[] path)
    {
        var value = Argument(site, path[0]) ?? (site.Node is ExpressionSyntax made and not AssignmentExpressionSyntax ? Member(made, path[0]) : null) ?? Neighbour(site.Node, path[0]);
        for (var i = 1; i < path.Length && value is not null; i++)
            value = Member(value, path[i]);
        return value;
    }

    private static ExpressionSyntax? Argument(InventorySite site, string name)
    {
        foreach (var argument in CandidateCall.ArgumentsOf(site.Node))
        {
            if (site.Member is IMethodSymbol method ? CandidateCall.ParameterOf(argument, method)?.Name == name : argument.NameColon?.Name.Identifier.ValueText == name)
                return argument.Expression;
        }

        return null;
    }

    /// <summary>The property beside the one that is assigned in an initializer.</summary>
    private static ExpressionSyntax? Neighbour(SyntaxNode node, string name) =>
        node is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } ? Assigned(initializer, name) : null;

    /// <summary>What a property of an object is set to: in its initializer, or on the variable that holds it.</summary>
    private ExpressionSyntax? Member(ExpressionSyntax value, string name)
    {
        if (value is BaseObjectCreationExpressionSyntax written)
            return (written.Initializer is { } own ? Assigned(own, name) : null) ?? OnVariable(written, name);
        if (ValueOperation.Of(value, file) is not { } operation)
            return null;

        foreach (var source in trace.SourcesOf(operation))
        {
            if (source.Syntax is BaseObjectCreationExpressionSyntax { Initializer: { } initializer } && source.Syntax.SyntaxTree == file.Model.SyntaxTree && Assigned(initializer, name) is { } assigned)
                return assigned;
        }

        return ValueTrace.ReadSymbol(operation) is { } symbol ? OnSymbol(symbol.Name, value, name) : null;
    }

    private static ExpressionSyntax? OnVariable(BaseObjectCreationExpressionSyntax creation, string name) =>
        creation.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } ? OnSymbol(variable.Identifier.ValueText, creation, name) : null;

    private static ExpressionSyntax? OnSymbol(string variable, SyntaxNode use, string name)
    {
        var body = use.Ancestors().FirstOrDefault(static node => node is BaseMethodDeclarationSyntax or CompilationUnitSyntax);
        foreach (var node in body?.DescendantNodes() ?? [])
        {
            if (node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var target }, Name.Identifier.ValueText: var set }, Right: var value } && target == variable && set == name)
                return value;
        }

        return null;
    }

    private static ExpressionSyntax? Assigned(InitializerExpressionSyntax initializer, string name)
    {
        foreach (var expression in initializer.Expressions)
        {
            if (expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var set }, Right: var value } && set == name)
                return value;
        }

        return null;
    }
}
