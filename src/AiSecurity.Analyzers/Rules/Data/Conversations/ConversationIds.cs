using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Data.Conversations;

/// <summary>The ids of conversations that the fields of a file keep: <c>_threadId = created.Id</c>.</summary>
internal sealed class ConversationIds(AiFile file, ConversationTypes conversations)
{
    /// <summary>Beside the kinds of the catalog: one that every message of a user goes to.</summary>
    public const string Kind = "id";

    /// <summary>Read once, whoever asks: a type may have thousands of texts.</summary>
    private ILookup<string, AssignmentExpressionSyntax>? _assignments;

    public static bool MayBe(TypeSyntax type) => (type is NullableTypeSyntax { ElementType: var element } ? element : type) is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword };

    /// <summary>The kind of a member that its type gives the id of a conversation, outside of constructors; null for others.</summary>
    public string? KindOf(ISymbol member, TypeDeclarationSyntax owner) =>
        member is IFieldSymbol { Type.SpecialType: SpecialType.System_String } && Assignments[member.Name].Any(assignment =>
            owner.Span.Contains(assignment.Span) && IsOf(assignment.Right) && assignment.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not ConstructorDeclarationSyntax)
            ? Kind : null;

    private ILookup<string, AssignmentExpressionSyntax> Assignments => _assignments ??= file.Model.SyntaxTree.GetRoot(file.CancellationToken).DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Where(static assignment => assignment is { Left: IdentifierNameSyntax, Right: MemberAccessExpressionSyntax })
        .ToLookup(static assignment => ((IdentifierNameSyntax)assignment.Left).Identifier.ValueText);

    private bool IsOf(ExpressionSyntax id) =>
        id is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var read, Expression: var conversation } && conversations.IdOf(file.Model.GetTypeInfo(conversation, file.CancellationToken).Type) == read;
}
