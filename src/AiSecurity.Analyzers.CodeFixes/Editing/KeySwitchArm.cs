using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary><c>key is null ? new Client(endpoint, token) : new Client(endpoint, key)</c>: without the key, one arm is left.</summary>
/// <param name="Conditional">The whole expression.</param>
/// <param name="TokenArm">The arm that stays.</param>
internal sealed record KeySwitchArm(ConditionalExpressionSyntax Conditional, ExpressionSyntax TokenArm)
{
    /// <summary>The token arm beside the client that takes a key; null when there is none, or comments would be lost.</summary>
    public static KeySwitchArm? TokenArmBeside(KeyUse use, AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
    {
        if (use.Sinks.Count != 1 || use.Sinks[0].Operation.Syntax.Parent is not ConditionalExpressionSyntax conditional)
            return null;

        var client = use.Sinks[0].Operation.Syntax;
        var other = client == conditional.WhenTrue ? conditional.WhenFalse : client == conditional.WhenFalse ? conditional.WhenTrue : null;
        if (other is not (BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax)
            || !SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(other, cancellationToken).Type, model.GetTypeInfo(client, cancellationToken).Type)
            || !AsksForTheKey(conditional.Condition, use, symbols, model, cancellationToken)
            || !HaveSameArguments(client, other, use)
            || !other.DescendantNodes().OfType<ExpressionSyntax>().Any(node => symbols.Is(model.GetTypeInfo(node, cancellationToken).Type, Role.Token)))
            return null;

        var isLossless = conditional.DescendantTrivia().All(trivia => !IsComment(trivia) || other.Span.Contains(trivia.Span));
        return isLossless ? new KeySwitchArm(conditional, other) : null;
    }

    /// <summary>Whether a condition reads nothing but what the key is made of, and does nothing else.</summary>
    private static bool AsksForTheKey(ExpressionSyntax condition, KeyUse use, AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
    {
        if (use.Key is null || !HarmlessExpression.Is(condition, model, symbols, cancellationToken))
            return false;

        var read = SymbolsIn(use.Key.Syntax);
        return SymbolsIn(condition).IsSubsetOf(read) && read.Count > 0;

        HashSet<ISymbol> SymbolsIn(SyntaxNode node)
        {
            var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            foreach (var name in node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
            {
                // The length of the key is the key's.
                if (model.GetSymbolInfo(name, cancellationToken).Symbol is IPropertySymbol { ContainingType.SpecialType: SpecialType.System_String })
                    continue;
                if (model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol { IsConst: false } or IPropertySymbol)
                    found.Add(model.GetSymbolInfo(name, cancellationToken).Symbol!);
            }

            return found;
        }
    }

    /// <summary>Whether both arms are given the same apart from the credential.</summary>
    private static bool HaveSameArguments(SyntaxNode client, SyntaxNode other, KeyUse use)
    {
        var mine = CandidateCall.ArgumentsOf(client).Where(argument => !argument.Span.Contains(use.Node.Span)).ToList();
        var theirs = CandidateCall.ArgumentsOf(other).ToList();
        return theirs.Count == mine.Count + 1 && mine.All(argument => theirs.Exists(their => SyntaxFactory.AreEquivalent(argument.Expression, their.Expression)));
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia || trivia.IsDirective;
}
