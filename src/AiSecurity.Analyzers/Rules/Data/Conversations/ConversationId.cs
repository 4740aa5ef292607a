using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Data.Conversations;

/// <summary>The id of a conversation that a service keeps: <c>_threadId = created.Id</c>.</summary>
internal static class ConversationId
{
    /// <summary>Beside the kinds of the catalog: one that every message of a user goes to.</summary>
    public const string Kind = "id";

    public static bool MayBe(TypeSyntax type) => (type is NullableTypeSyntax { ElementType: var element } ? element : type) is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword };

    /// <summary>The kind of a member that its type gives the id of a conversation, outside of constructors; null for others.</summary>
    public static string? KindOf(ISymbol member, TypeDeclarationSyntax owner, ConversationTypes conversations, AiFile file) =>
        member is IFieldSymbol { Type.SpecialType: SpecialType.System_String } && owner.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
            assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == member.Name && IsOf(assignment.Right, conversations, file) && assignment.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not ConstructorDeclarationSyntax)
            ? Kind : null;

    private static bool IsOf(ExpressionSyntax id, ConversationTypes conversations, AiFile file) =>
        id is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var read, Expression: var conversation } && conversations.IdOf(file.Model.GetTypeInfo(conversation, file.CancellationToken).Type) == read;
}
