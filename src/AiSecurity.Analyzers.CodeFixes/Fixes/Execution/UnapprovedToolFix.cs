using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Execution;

/// <summary>AISEC303: puts an AI function into the one that asks a person first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UnapprovedToolFix() : PlaceFix(RuleIds.UnapprovedTool, "Require approval for the function", "approval")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (place.Diagnostic.Properties.GetValueOrDefault("caller") != "function" || place.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
            return false;

        var wrapper = place.Symbols.Catalog[Role.ApprovalWrapper].Select(row => place.Symbols.FindType(row.TypeName)).FirstOrDefault(static type => type is not null);
        if (wrapper is null)
            return false;

        var type = new TypeReference(place.Model, call.SpanStart, place.Generator).To(wrapper);
        edit.Replace(call, SyntaxFactory.ObjectCreationExpression(
            SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space), type, SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(call.WithoutTrivia()))), null).WithTriviaFrom(call));
        return true;
    }
}
