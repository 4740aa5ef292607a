using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Data.Conversations;

/// <summary>Whether a kept conversation takes up what users say; a list of examples that nothing adds to does not.</summary>
internal sealed class ConversationUse(SemanticModel model, ISymbol member, string kind, CancellationToken cancellationToken)
{
    private static readonly string[] Changing = ["Add", "Insert", "Append", "Enqueue", "Push", "Remove", "Clear"];

    public bool Grows(TypeDeclarationSyntax owner, ExpressionSyntax? initial)
    {
        // Others may add to what they can see.
        var shown = ShownAs(owner).ToList();
        var scope = shown.Count == 0 ? owner : owner.SyntaxTree.GetRoot(cancellationToken);
        foreach (var name in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if ((name.Identifier.ValueText == member.Name || shown.Contains(name.Identifier.ValueText)) && (Changes(name) || IsGivenAway(name)) && IsMember(model.GetSymbolInfo(name, cancellationToken).Symbol, shown))
                return true;
        }

        return shown.Count > 0 && model.Compilation.SyntaxTrees.Any(tree => tree != owner.SyntaxTree && IsChangedIn(tree, owner.Identifier.ValueText, shown));
    }

    /// <summary>The names under which code outside the type meets the member: its own, and those of properties that hand it out.</summary>
    private IEnumerable<string> ShownAs(TypeDeclarationSyntax owner)
    {
        if (member.DeclaredAccessibility != Accessibility.Private)
            yield return member.Name;
        foreach (var property in owner.Members.OfType<PropertyDeclarationSyntax>())
        {
            if (property.ExpressionBody?.Expression is IdentifierNameSyntax { Identifier.ValueText: var handed } && handed == member.Name)
                yield return property.Identifier.ValueText;
        }
    }

    private bool IsMember(ISymbol? symbol, List<string> shown) =>
        SymbolEqualityComparer.Default.Equals(symbol, member) || (symbol is IPropertySymbol property && shown.Contains(property.Name) && SymbolEqualityComparer.Default.Equals(property.ContainingType, member.ContainingType));

    /// <summary>In another file, by names: one that names the type, and changes something of that name.</summary>
    private bool IsChangedIn(SyntaxTree tree, string type, List<string> shown)
    {
        var root = tree.GetRoot(cancellationToken);
        return root.DescendantTokens().Any(token => token.ValueText == type)
            && root.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access => access.Name is IdentifierNameSyntax name && shown.Contains(name.Identifier.ValueText) && Changes(name));
    }

    private static SyntaxNode Whole(IdentifierNameSyntax name) => name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;

    private static bool Changes(IdentifierNameSyntax name) => Whole(name) switch
    {
        { Parent: AssignmentExpressionSyntax assignment } whole => assignment.Left == whole && !IsInConstructor(name),
        { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } call } whole => call.Expression == whole && IsChange(call.Name),
        { Parent: ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } } } => IsChange(binding.Name) && !IsInConstructor(name),
        _ => false,
    } && !IsInConstructor(name);

    /// <summary>An agent adds to the session that it is given.</summary>
    private bool IsGivenAway(IdentifierNameSyntax name) => kind == "session" && Whole(name).Parent is ArgumentSyntax;

    private static bool IsChange(SimpleNameSyntax method) => Changing.Any(word => method.Identifier.ValueText.StartsWith(word, StringComparison.Ordinal));

    private static bool IsInConstructor(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is ConstructorDeclarationSyntax;
}
