using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Middleware of one agent that is made, with its tools, in the same chain of calls: <c>client.AsAIAgent(tools: [delete]).AsBuilder().Use(ask).Build()</c>.</summary>
internal static class AgentGate
{
    /// <summary>The chains that use a function and make the only agents it stands before; null where it may stand before others.</summary>
    public static IReadOnlyList<ExpressionSyntax>? ChainsOf(SyntaxNode function, AiSymbols symbols)
    {
        var uses = function switch
        {
            LambdaExpressionSyntax => [function],
            LocalFunctionStatementSyntax local => UsesIn(local.Parent!, local.Identifier.ValueText),
            MethodDeclarationSyntax method when !method.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword) => UsesIn(method.Parent!, method.Identifier.ValueText),
            _ => [],
        };
        var chains = new List<ExpressionSyntax>();
        foreach (var use in uses)
        {
            if (ChainOf(use, symbols) is not { } chain || !MakesAgent(chain, symbols))
                return null;
            chains.Add(chain);
        }

        return chains.Count == 0 ? null : chains;
    }

    private static IEnumerable<SyntaxNode> UsesIn(SyntaxNode scope, string name) => scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name);

    /// <summary>Whether a row is about what puts a function before the tools of an agent.</summary>
    public static bool IsStep(CatalogRow row) => row.Role == Role.PipelineShield && row["covers"] == "tool";

    /// <summary>All of the chain that puts a function before tools.</summary>
    private static ExpressionSyntax? ChainOf(SyntaxNode use, AiSymbols symbols)
    {
        if (use.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var step } } call } || !symbols.Catalog.Index.Members(step).Any(IsStep))
            return null;

        ExpressionSyntax chain = call;
        while (chain.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } member && member.Expression == chain)
            chain = next;
        return chain;
    }

    /// <summary>Whether tools are made in a list of the chain, and none comes from elsewhere.</summary>
    private static bool MakesAgent(ExpressionSyntax chain, AiSymbols symbols)
    {
        var lists = chain.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => SimpleNames.Of(call.Expression) is { } name && symbols.Catalog.Index.Members(name).Any(static row => row.Role == Role.Tool))
            .Select(static tool => tool.Ancestors().FirstOrDefault(static outer => outer is CollectionExpressionSyntax or InitializerExpressionSyntax or StatementSyntax)).Distinct().ToList();
        return lists.Count > 0 && lists.TrueForAll(static list => list switch
        {
            CollectionExpressionSyntax collection => collection.Elements.All(static element => element is ExpressionElementSyntax { Expression: var tool } && IsMade(tool)),
            InitializerExpressionSyntax initializer => initializer.Expressions.All(IsMade),
            _ => false,
        });
    }

    private static bool IsMade(ExpressionSyntax tool) => tool is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax;
}
