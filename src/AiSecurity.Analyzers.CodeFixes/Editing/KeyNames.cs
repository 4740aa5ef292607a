using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Renames a local that was named after the key it held.</summary>
internal static class KeyNames
{
    private const string Successor = "credential";

    public static void Rename(ILocalSymbol local, SemanticModel model, FileEdit edit, CancellationToken cancellationToken)
    {
        if (local.Name.IndexOf("key", StringComparison.OrdinalIgnoreCase) < 0
            || local.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not VariableDeclaratorSyntax declarator
            || declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return;

        var scope = member is GlobalStatementSyntax ? member.Parent! : member;
        // Anything of that name nearby, even in an inner scope, could come to mean something else; the name of an argument could not.
        if (scope.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == Successor && token.Parent?.Parent is not NameColonSyntax)
            || !model.LookupSymbols(declarator.SpanStart, name: Successor).IsEmpty)
            return;

        edit.Change(declarator, static current => ((VariableDeclaratorSyntax)current).WithIdentifier(
            SyntaxFactory.Identifier(Successor).WithTriviaFrom(((VariableDeclaratorSyntax)current).Identifier)));
        foreach (var name in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, local))
                edit.Replace(name, SyntaxFactory.IdentifierName(Successor));
        }
    }
}
