using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Pipelines;

/// <summary>A place where the pipeline of a client begins.</summary>
/// <param name="Node">The call or creation.</param>
/// <param name="Row">The row about it.</param>
/// <param name="Name">What it is called there.</param>
internal sealed record PipelineSite(SyntaxNode Node, CatalogRow Row, string Name)
{
    public string Pipeline => Row["covers"]!;

    /// <summary>Whether it makes the client itself, without a builder to which steps can be added.</summary>
    public bool HasNoBuilder => Row["pipeline"] is not null;

    public Location Location => (Node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        InvocationExpressionSyntax { Expression: var name } => name,
        ObjectCreationExpressionSyntax creation => creation.Type,
        _ => Node,
    }).GetLocation();

    /// <summary>What it builds, in words.</summary>
    public string What => Pipeline switch
    {
        "agent" => "an agent",
        "kernel" => "a kernel",
        _ => "a chat client",
    };
}
