using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Type names in new code: written in full, then shortened and imported by the clean-up that follows every code action.</summary>
internal static class TypeReference
{
    public static TypeSyntax To(INamedTypeSymbol type, SyntaxGenerator generator) =>
        (TypeSyntax)generator.TypeExpression(type).WithAdditionalAnnotations(
            Simplifier.Annotation,
            Simplifier.AddImportsAnnotation,
            // What the import adder of Roslyn 4.8 looks for; SymbolAnnotation itself is not public there.
            new SyntaxAnnotation("SymbolId", DocumentationCommentId.CreateReferenceId(type)));
}
