using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Puts another credential where one is created, and its type where a variable has the old one's.</summary>
internal static class CredentialReplacement
{
    /// <summary>Credentials without a secret that can stand at a place, the managed identity first.</summary>
    public static ImmutableArray<EntraCredential> At(ReportedPlace place) =>
        // One in scope may be the very one that is to go.
        EntraCredential.At(place.Node.SpanStart, "managed_identity", place.Symbols, place.Model, place.Generator, place.CancellationToken)
            .RemoveAll(static credential => credential.Id == EntraCredential.InScope);

    public static bool TryAdd(ReportedPlace place, EntraCredential replacement, FileEdit edit) => TryAdd(place, replacement.Expression, replacement.Type, edit);

    public static bool TryAdd(ReportedPlace place, ExpressionSyntax replacement, ITypeSymbol type, FileEdit edit)
    {
        if (place.Node is not BaseObjectCreationExpressionSyntax creation)
            return false;

        edit.Replace(creation, replacement);
        if (type is INamedTypeSymbol named && TypeToChange(creation, place, replacement is ConditionalExpressionSyntax) is { } declared)
            edit.Replace(declared, place.Types.To(named));
        UnusedCode.Mark(creation, place.Model, edit, place.CancellationToken);
        return true;
    }

    /// <summary>The type in the declaration of the variable that gets the credential, when it is the old credential's.</summary>
    private static TypeSyntax? TypeToChange(BaseObjectCreationExpressionSyntax creation, ReportedPlace place, bool isChoice)
    {
        var declaration = creation.Parent switch
        {
            EqualsValueClauseSyntax { Parent: { } initialized } => initialized,
            AssignmentExpressionSyntax assignment when assignment.Right == creation => Declaration(place.Model.GetSymbolInfo(assignment.Left, place.CancellationToken).Symbol, place),
            _ => null,
        };
        var type = declaration switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } variable } => variable.Type,
            PropertyDeclarationSyntax property => property.Type,
            _ => null,
        };
        // A choice between two credentials has no type of its own.
        if (type is { IsVar: true } && isChoice)
            return type;
        return type is null or { IsVar: true } || !SymbolEqualityComparer.Default.Equals(place.Model.GetTypeInfo(type, place.CancellationToken).Type, place.Model.GetTypeInfo(creation, place.CancellationToken).Type)
            ? null
            : type;
    }

    private static SyntaxNode? Declaration(ISymbol? symbol, ReportedPlace place) =>
        symbol?.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(place.CancellationToken)).FirstOrDefault(node => node.SyntaxTree == place.Model.SyntaxTree);
}
