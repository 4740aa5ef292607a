using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>What another member of the same object is set to, in whichever order the code sets them: <c>IsBodyHtml = true</c> beside <c>Body</c>.</summary>
internal static class MemberSettings
{
    /// <summary>Whether <c>when=Member:one,other</c> speaks of a member, and not of a parameter.</summary>
    public static bool IsMember(string when) => char.IsUpper(when[0]);

    /// <summary>Whether the object that a member is written or called on, or that is created, has its other member set to a constant that begins so.</summary>
    public static bool Have(string when, SyntaxNode use, SemanticModel model, CancellationToken cancellationToken)
    {
        var colon = when.IndexOf(':');
        var (member, starts) = (when.Substring(0, colon), when.Substring(colon + 1).Split(','));
        return ValuesOf(member, use).Any(value => value.SyntaxTree == model.SyntaxTree && model.GetConstantValue(value, cancellationToken) is { HasValue: true, Value: { } constant }
            && starts.Any(start => constant.ToString().StartsWith(start, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<ExpressionSyntax> ValuesOf(string member, SyntaxNode use)
    {
        if (InitializerAt(use) is { } initializer)
        {
            foreach (var value in SetIn(initializer, member))
                yield return value;
        }

        if (BodyAround(use) is not { } body || ReceiverOf(use) is not { Length: > 0 } receiver)
            yield break;

        foreach (var node in body.DescendantNodes())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } left } assignment when name == member && IsOn(left.Expression.ToString(), receiver):
                    yield return assignment.Right;
                    break;
                case VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { Initializer: { } made } } variable when variable.Identifier.ValueText == receiver:
                    foreach (var value in SetIn(made, member))
                        yield return value;
                    break;
            }
        }
    }

    /// <summary>The member that the use stands in; a program's own statements are one.</summary>
    private static SyntaxNode? BodyAround(SyntaxNode use) => use.FirstAncestorOrSelf<MemberDeclarationSyntax>() is var member && member is GlobalStatementSyntax { Parent: var program } ? program : member;

    /// <summary>The object itself, or its headers.</summary>
    private static bool IsOn(string target, string receiver) => target == receiver || target == receiver + ".Headers";

    private static IEnumerable<ExpressionSyntax> SetIn(InitializerExpressionSyntax initializer, string member) =>
        initializer.Expressions.OfType<AssignmentExpressionSyntax>().Where(set => (set.Left as IdentifierNameSyntax)?.Identifier.ValueText == member).Select(static set => set.Right);

    private static InitializerExpressionSyntax? InitializerAt(SyntaxNode use) => use switch
    {
        BaseObjectCreationExpressionSyntax creation => creation.Initializer,
        IdentifierNameSyntax { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } } => initializer,
        _ => null,
    };

    /// <summary>How the code writes the object: <c>mail</c> in <c>mail.Body</c>, <c>context.Response</c> in <c>context.Response.WriteAsync(...)</c>, the variable that a creation is put into.</summary>
    private static string? ReceiverOf(SyntaxNode use) => use switch
    {
        MemberAccessExpressionSyntax access => access.Expression.ToString(),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression.ToString(),
        _ => use.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable } assignment when assignment.Right == use => variable.Identifier.ValueText,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } when use is IdentifierNameSyntax => ReceiverOf(creation),
            _ => null,
        },
    };
}
