using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Access;

/// <summary>AISEC113: takes out what switches a check off.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class IdentityCheckFix() : PlaceFix(RuleIds.IdentityCheck, "Keep the check on", "check")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        switch (place.Node)
        {
            // options.DisableInstanceDiscovery = true;
            case AssignmentExpressionSyntax { Right.RawKind: (int)SyntaxKind.TrueLiteralExpression } assignment:
                return SwitchRemoval.TryAdd(assignment, place, edit);
            // new TokenRequestContext(..., isCaeEnabled: false)
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } off:
                edit.Replace(off, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression));
                return true;
            case ArgumentSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } off }:
                edit.Replace(off, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression));
                return true;
            // options.AdditionallyAllowedTenants.Add("*");
            case InvocationExpressionSyntax call when SwitchRemoval.StatementOf(call) is { } statement:
                edit.Remove(statement);
                return true;
            // AdditionallyAllowedTenants = { "*" }
            case ExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax outer } list } tenants } tenant:
                if (tenants.Expressions.Count == 1)
                    InitializerMember.Remove(outer, list, edit);
                else
                    InitializerMember.Remove(tenants, tenant, edit);
                return true;
            default:
                return false;
        }
    }
}
