using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Execution;

/// <summary>AISEC307: a limit, which the author then makes right for the task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class OutputLimitFix() : PlaceFix(RuleIds.OutputLimit, "Limit the output tokens", "limit")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        var properties = place.Diagnostic.Properties;
        if (!properties.TryGetValue("member", out var member) || member is null || !properties.TryGetValue("limit", out var limit) || limit is null
            || place.Node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { } creation)
            return false;

        var setting = SyntaxFactory.ParseExpression(member + " = " + limit);
        if (creation.Initializer is { Expressions.Count: > 0 } filled)
            edit.Change(filled, current => ((InitializerExpressionSyntax)current).WithExpressions(SeparatedInsertion.After(((InitializerExpressionSyntax)current).Expressions, filled.Expressions.Count - 1, setting)));
        else
            edit.Change(creation, current => Filled((BaseObjectCreationExpressionSyntax)current, setting));
        return true;
    }

    private static SyntaxNode Filled(BaseObjectCreationExpressionSyntax creation, ExpressionSyntax setting)
    {
        var open = SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(SyntaxFactory.Space);
        var close = SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(creation.GetTrailingTrivia());
        var initializer = SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression, open, SyntaxFactory.SingletonSeparatedList(setting), close);
        var bare = creation.WithInitializer(null);
        return bare.WithTrailingTrivia(SyntaxFactory.Space) is BaseObjectCreationExpressionSyntax spaced ? spaced.WithInitializer(initializer) : creation;
    }
}
