using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>An interpreter that is started with code becomes an execution in a session, and what it prints becomes the result's.</summary>
internal static class ProcessEdit
{
    private const string Result = "result";

    /// <summary>Adds the edit; null where something else is done with the process than to wait for it and to read what it prints.</summary>
    public static GuardReach? Of(ReportedPlace place, SyntaxNode node, GuardMember guard, FileEdit edit)
    {
        if (StartedProcess.Of(node, place) is not { } process || (process.Name is not null && !place.Model.LookupSymbols(process.Start.SpanStart, name: Result).IsEmpty)
            || !TryReplaceUses(process, edit) || GuardReach.Of(place, guard, edit) is not { } reach)
            return null;

        var execution = SandboxEdit.Execution(reach.Expression, process.Code, guard, place);
        StatementSyntax executed = process.Name is null
            ? SyntaxFactory.ExpressionStatement(execution)
            : SyntaxFactory.ParseStatement($"var {Result} = {execution};");
        edit.Replace(process.Start, executed);
        foreach (var statement in process.Needless)
            edit.Remove(statement);
        return reach.Declaration is null || StatementInsertion.TryAddBefore(reach.Anchor!, [reach.Declaration], edit) ? reach : null;
    }

    private static bool TryReplaceUses(StartedProcess process, FileEdit edit)
    {
        if (process.Name is null)
            return true;
        if (process.Start.Parent is not BlockSyntax block)
            return false;

        foreach (var use in StartedProcess.Uses(block, process.Name))
        {
            if (!TryReplace(use, edit))
                return false;
        }

        return true;
    }

    private static bool TryReplace(IdentifierNameSyntax use, FileEdit edit)
    {
        // if (process is null) ...
        if (use.Parent is IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } }, Parent: IfStatementSyntax { Else: null } }
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression }, Parent: IfStatementSyntax { Else: null } })
        {
            edit.Remove(use.FirstAncestorOrSelf<IfStatementSyntax>()!);
            return true;
        }

        var receiver = use.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure ? sure : (ExpressionSyntax)use;
        if (receiver.Parent is not MemberAccessExpressionSyntax access || access.Expression != receiver)
            return false;

        switch (access.Name.Identifier.ValueText)
        {
            case "WaitForExit" or "WaitForExitAsync" when access.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { } wait && Awaited(access) is { } waiting && wait.Expression == waiting:
                edit.Remove(wait);
                return true;
            case "StandardOutput" or "StandardError" when access.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ReadToEnd" or "ReadToEndAsync" } read && Awaited(read) is { } text:
                edit.Replace(text.Parent is ParenthesizedExpressionSyntax parenthesized ? parenthesized : text, Member(access.Name.Identifier.ValueText));
                return true;
            case "ExitCode":
                if (access.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Right: LiteralExpressionSyntax { Token.Value: 0 } } comparison)
                    edit.Replace(comparison, SyntaxFactory.ParseExpression((comparison.IsKind(SyntaxKind.EqualsExpression) ? "" : "!") + Result + ".Succeeded"));
                else
                    edit.Replace(access, SyntaxFactory.ParseExpression($"({Result}.Succeeded ? 0 : 1)"));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The call of a member, with the await around it; null for a task that nobody awaits here.</summary>
    private static ExpressionSyntax? Awaited(MemberAccessExpressionSyntax member)
    {
        if (member.Parent is not InvocationExpressionSyntax call || call.Expression != member)
            return null;
        return !member.Name.Identifier.ValueText.EndsWith("Async", StringComparison.Ordinal) ? call : call.Parent as AwaitExpressionSyntax;
    }

    private static MemberAccessExpressionSyntax Member(string name) =>
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName(Result), SyntaxFactory.IdentifierName(name));
}
