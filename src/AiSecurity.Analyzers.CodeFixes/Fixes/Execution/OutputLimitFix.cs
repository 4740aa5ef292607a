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

        InitializerAddition.Add(creation, SyntaxFactory.ParseExpression(member + " = " + limit), edit);
        return true;
    }
}
