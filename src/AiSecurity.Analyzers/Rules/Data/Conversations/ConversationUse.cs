using System;
using System.Linq;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Data.Conversations;

/// <summary>Whether a kept conversation takes up what users say; a list of examples that nothing adds to does not.</summary>
internal sealed class ConversationUse(AiFile file, ISymbol member, string kind)
{
    private static readonly string[] Changing = ["Add", "Insert", "Append", "Enqueue", "Push", "Remove", "Clear"];

    public bool Grows(TypeDeclarationSyntax owner, ExpressionSyntax? initial)
    {
        // Others may add to what they can see.
        var scope = member.DeclaredAccessibility == Accessibility.Private ? owner : owner.SyntaxTree.GetRoot(file.CancellationToken);
        foreach (var name in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == member.Name && (Changes(name) || IsGivenAway(name)) && SymbolEqualityComparer.Default.Equals(file.Model.GetSymbolInfo(name, file.CancellationToken).Symbol, member))
                return true;
        }

        return false;
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
