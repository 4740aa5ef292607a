using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Execution;

/// <summary>AISEC306: passes the token that the function has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CallTimeoutFix() : PlaceFix(RuleIds.CallTimeout, "Pass the cancellation token", "token")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        var properties = place.Diagnostic.Properties;
        if (!properties.TryGetValue("token", out var token) || token is null || !properties.TryGetValue("parameter", out var parameter) || parameter is null
            || place.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
            return false;

        // By its name: parameters between may be left out.
        var argument = SyntaxFactory.Argument(SyntaxFactory.NameColon(parameter).WithTrailingTrivia(SyntaxFactory.Space), default, SyntaxFactory.IdentifierName(token));
        edit.Change(call, current =>
        {
            var list = ((InvocationExpressionSyntax)current).ArgumentList;
            var separator = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
            var arguments = list.Arguments.GetWithSeparators();
            if (list.Arguments.Count > 0)
                arguments = arguments.Add(separator);
            return ((InvocationExpressionSyntax)current).WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(arguments.Add(argument))));
        });
        return true;
    }
}
