using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Type names in new code at one place: short where they bind, else in full for the clean-up that follows every code action to shorten and import.</summary>
internal sealed class TypeReference(SemanticModel model, int position, SyntaxGenerator generator)
{
    public TypeSyntax To(INamedTypeSymbol type)
    {
        // The clean-up would add a using that a global one makes needless, and leave an empty line where it removes it again.
        var visible = model.LookupNamespacesAndTypes(position, name: type.Name);
        if (visible.Length == 1 && SymbolEqualityComparer.Default.Equals(visible[0], type))
            return SyntaxFactory.IdentifierName(type.Name);
        var root = model.SyntaxTree.GetRoot();
        if (!CanSimplify(root.FindToken(position).Parent) || (visible.IsEmpty && IsMissing(root, type.Name)))
            return FullName(type);

        return (TypeSyntax)generator.TypeExpression(type).WithAdditionalAnnotations(
            Simplifier.Annotation,
            Simplifier.AddImportsAnnotation,
            // What the import adder of Roslyn 4.8 looks for; SymbolAnnotation itself is not public there.
            new SyntaxAnnotation("SymbolId", DocumentationCommentId.CreateReferenceId(type)));
    }

    /// <summary>False for what a primary constructor passes to its base: Roslyn 4.8 throws when it shortens names there.</summary>
    public static bool CanSimplify(SyntaxNode? node) => node?.FirstAncestorOrSelf<PrimaryConstructorBaseTypeSyntax>() is null;

    /// <summary>Whether a type of that name is written that is not there, or not yet: an import would give it another meaning.</summary>
    private bool IsMissing(SyntaxNode root, string type) => root.DescendantNodes().Any(node => node is IdentifierNameSyntax { Identifier.ValueText: var name } && name == type && model.GetSymbolInfo(node).Symbol is null or IErrorTypeSymbol);

    private TypeSyntax FullName(INamedTypeSymbol type)
    {
        var name = type.ToDisplayString();
        var visible = model.LookupNamespacesAndTypes(position, name: name.Substring(0, name.IndexOf('.') + 1).TrimEnd('.'));
        return SyntaxFactory.ParseTypeName(visible.Length == 1 && visible[0].ContainingNamespace.IsGlobalNamespace ? name : type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
    }

    /// <summary>A static member or enumeration value, of a nested type too.</summary>
    public ExpressionSyntax Member(INamedTypeSymbol type, string member)
    {
        // A qualified name inside a member access is a tree that no parser makes.
        var owner = type.ContainingType is { } outer ? (ExpressionSyntax)generator.MemberAccessExpression(To(outer), type.Name) : To(type);
        return (ExpressionSyntax)generator.MemberAccessExpression(owner, member);
    }
}
