using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>The field that keeps a guard for the methods of a class.</summary>
internal static class GuardField
{
    /// <summary>As the class names its other fields.</summary>
    public static string NameFor(string name, ClassDeclarationSyntax type)
    {
        var fields = InstanceFields(type).SelectMany(static field => field.Declaration.Variables).ToList();
        return fields.Count > 0 && fields.TrueForAll(static field => char.IsLower(field.Identifier.ValueText[0])) ? name : "_" + name;
    }

    public static void Assign(BlockSyntax body, StatementSyntax assignment, FileEdit edit)
    {
        if (body.Statements.Count > 0)
            StatementInsertion.TryAddAfter(body.Statements[body.Statements.Count - 1], assignment, edit);
        else
            edit.Change(body, current => ((BlockSyntax)current).AddStatements(assignment).WithAdditionalAnnotations(Formatter.Annotation));
    }

    /// <summary>Behind the other fields, before the constructor otherwise.</summary>
    public static void Declare(ClassDeclarationSyntax type, ConstructorDeclarationSyntax constructor, TypeSyntax guard, string name, FileEdit edit)
    {
        var last = InstanceFields(type).LastOrDefault();
        var neighbour = (MemberDeclarationSyntax?)last ?? constructor;
        var end = neighbour.DescendantTrivia().Concat(type.SyntaxTree.GetRoot().DescendantTrivia()).FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var line = end.IsKind(SyntaxKind.EndOfLineTrivia) ? end : SyntaxFactory.LineFeed;
        var indentation = neighbour.GetLeadingTrivia().LastOrDefault();
        var field = SyntaxFactory.FieldDeclaration(SyntaxFactory.VariableDeclaration(guard.WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.SingletonSeparatedList(SyntaxFactory.VariableDeclarator(name))))
            .WithModifiers(SyntaxFactory.TokenList(Word(SyntaxKind.PrivateKeyword), Word(SyntaxKind.ReadOnlyKeyword)))
            .WithLeadingTrivia(indentation.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indentation) : default)
            .WithTrailingTrivia(last is null ? SyntaxFactory.TriviaList(line, line) : SyntaxFactory.TriviaList(line));
        var index = type.Members.IndexOf(neighbour) + (last is null ? 0 : 1);
        edit.Change(type, current => ((ClassDeclarationSyntax)current).WithMembers(((ClassDeclarationSyntax)current).Members.Insert(index, field)));
    }

    private static SyntaxToken Word(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);

    private static System.Collections.Generic.IEnumerable<FieldDeclarationSyntax> InstanceFields(ClassDeclarationSyntax type) =>
        type.Members.OfType<FieldDeclarationSyntax>().Where(static field => !field.Modifiers.Any(static modifier => modifier.RawKind is (int)SyntaxKind.StaticKeyword or (int)SyntaxKind.ConstKeyword or (int)SyntaxKind.PublicKeyword));
}
