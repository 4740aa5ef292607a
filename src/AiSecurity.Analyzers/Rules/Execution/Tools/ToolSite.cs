using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>A place where a function is handed to a model.</summary>
/// <param name="Node">The call, the attribute, or the method of a type that is a tool.</param>
/// <param name="Name">What the function is called.</param>
/// <param name="Row">The row that makes it a tool.</param>
/// <param name="Handler">The code that runs; null where the tool comes from a library.</param>
/// <param name="Effect">The kind of side effect that a library's tool has.</param>
internal sealed record ToolSite(SyntaxNode Node, string Name, CatalogRow Row, SyntaxNode? Handler, string? Effect)
{
    /// <summary>What runs before an application acts on a model's call: a person may be asked there.</summary>
    public IReadOnlyList<SyntaxNode> Around { get; init; } = [];

    /// <summary>The calls inside helpers by which a function becomes a tool.</summary>
    public IReadOnlyList<SyntaxNode> Makers { get; init; } = [];

    /// <summary>What the application does for calls of other names.</summary>
    public IEnumerable<SyntaxNode> Others { get; init; } = [];

    /// <summary>Where a report stands.</summary>
    public Location Place => Node is MethodDeclarationSyntax method ? method.Identifier.GetLocation() : Node.GetLocation();

    public string Caller => Row["kind"]!;

    /// <summary>The name under which a model knows it: the one that the attribute or the call gives, or its method's.</summary>
    public string CalledAs => Node switch
    {
        AttributeSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } when arguments[0] is { NameEquals: null, Expression: LiteralExpressionSyntax { Token.Value: string given } } => given,
        InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } when arguments.Skip(1).Select(static argument => argument.Expression).OfType<LiteralExpressionSyntax>().FirstOrDefault() is { Token.Value: string given } => given,
        AttributeSyntax attribute when attribute.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Identifier.ValueText: var method } => NamedGate.CalledAs(method),
        _ => NamedGate.CalledAs(Name),
    };

    /// <summary>Whether it is known to change something; what the operations of an API do that a document lists, nobody can tell here.</summary>
    public bool IsCertain => Row["unless"] is null;
}
