using System;
using System.Linq;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Puts a setting where a constant stands, and makes the declaration around it one that is not constant.</summary>
internal static class ConstantReplacement
{
    private const string Bearer = "Bearer ";

    /// <summary>Adds the edits; false when the place takes nothing but a constant.</summary>
    public static bool TryAdd(SyntaxNode constant, SettingRead setting, FileEdit edit)
    {
        if (constant is not ExpressionSyntax expression || expression.FirstAncestorOrSelf<AttributeSyntax>() is not null)
            return false;

        switch (expression.Parent)
        {
            case EqualsValueClauseSyntax { Parent: ParameterSyntax or EnumMemberDeclarationSyntax }:
            case CaseSwitchLabelSyntax or ConstantPatternSyntax:
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax } when IsFallbackArgument(expression):
                return false;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } fallback when fallback.Right == expression:
                // What is missing is the setting that the code reads already.
                var read = fallback.Left.DescendantNodes().OfType<LiteralExpressionSyntax>().LastOrDefault(static literal => literal.IsKind(SyntaxKind.StringLiteralExpression));
                edit.Replace(expression, setting.Missing(read?.Token.ValueText ?? setting.Name));
                return true;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: { } declaration } } }:
                Unconst(declaration, edit);
                break;
        }

        edit.Replace(expression, WithScheme(expression, setting.Expression));
        return true;
    }

    private static bool IsFallbackArgument(ExpressionSyntax expression) =>
        expression.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent is ArgumentListSyntax { Arguments.Count: > 1 }
        && expression.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetValue" };

    /// <summary>Keeps the scheme of an Authorization header in front of what is read.</summary>
    private static ExpressionSyntax WithScheme(ExpressionSyntax constant, ExpressionSyntax read)
    {
        var text = ConstantText.Fold(constant);
        if (text is null || !text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return StandsAlone(constant) ? read : Parenthesized(constant, read);

        var scheme = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text.Substring(0, Bearer.Length)));
        return SyntaxFactory.BinaryExpression(SyntaxKind.AddExpression, scheme, SyntaxFactory.ParenthesizedExpression(read));
    }

    private static ExpressionSyntax Parenthesized(ExpressionSyntax constant, ExpressionSyntax read)
    {
        var parenthesized = SyntaxFactory.ParenthesizedExpression(read);
        return TypeReference.CanSimplify(constant) ? parenthesized.WithAdditionalAnnotations(Simplifier.Annotation) : parenthesized;
    }

    private static bool StandsAlone(ExpressionSyntax constant) => constant.Parent is
        ArgumentSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or InitializerExpressionSyntax or ParenthesizedExpressionSyntax
        or AssignmentExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionArmSyntax or ExpressionElementSyntax;

    /// <summary>A constant field becomes static and read-only, a constant local an ordinary one.</summary>
    private static void Unconst(SyntaxNode declaration, FileEdit edit)
    {
        if (declaration is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword))
            edit.Change(field, static current => ((FieldDeclarationSyntax)current).WithModifiers(ReadOnly(((FieldDeclarationSyntax)current).Modifiers)));
        else if (declaration is LocalDeclarationStatementSyntax { IsConst: true } local)
            edit.Change(local, static current => Variable((LocalDeclarationStatementSyntax)current));
    }

    private static SyntaxTokenList ReadOnly(SyntaxTokenList modifiers)
    {
        var constant = modifiers.First(static modifier => modifier.IsKind(SyntaxKind.ConstKeyword));
        return modifiers.ReplaceRange(constant,
        [
            SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithLeadingTrivia(constant.LeadingTrivia).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(constant.TrailingTrivia),
        ]);
    }

    private static LocalDeclarationStatementSyntax Variable(LocalDeclarationStatementSyntax local)
    {
        var leading = local.GetLeadingTrivia();
        var modifiers = SyntaxFactory.TokenList(local.Modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.ConstKeyword)));
        return local.WithModifiers(modifiers).WithLeadingTrivia(leading);
    }
}
