using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary><c>engine.Evaluate(code)</c> becomes <c>(await sandbox.ExecuteAsync(code, cancellationToken)).StandardOutput</c>.</summary>
internal static class SandboxEdit
{
    /// <summary>Adds the edit; null for languages that no session runs, and for results that are more than a text.</summary>
    public static GuardReach? Of(ReportedPlace place, SyntaxNode code, GuardMember guard, FileEdit edit)
    {
        if (code is not ExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } text || RowOf(call, place) is not { } row
            || place.Model.GetTypeInfo(text, place.CancellationToken).Type is not { SpecialType: SpecialType.System_String })
            return null;

        if (Executing(call, row) is not { } executed)
            return null;

        var whole = executed.Parent is AwaitExpressionSyntax awaited ? awaited : (ExpressionSyntax)executed;
        if (IsMoreThanText(whole, place) || (executed != call && whole.Parent is not ExpressionStatementSyntax) || GuardReach.Of(place, guard, edit) is not { } reach)
            return null;

        var execution = Execution(reach.Expression, text, guard, place);
        if (whole.Parent is ExpressionStatementSyntax)
            edit.Replace(whole, execution);
        else if (guard.Row["result"] is { } result)
            edit.Replace(AsText(whole), SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, Parenthesized(execution), SyntaxFactory.IdentifierName(result)));
        if (call.Expression is MemberAccessExpressionSyntax { Expression: var engine })
            UnusedCode.Mark(engine, place.Model, edit, place.CancellationToken);

        return reach.Declaration is null || StatementInsertion.TryAddBefore(reach.Anchor!, [reach.Declaration], edit) ? reach : null;
    }

    /// <summary>Whether a call runs a language that the pools of sessions have.</summary>
    public static bool IsOfPool(InvocationExpressionSyntax call, ReportedPlace place) => RowOf(call, place) is not null;

    /// <summary><c>await sandbox.ExecuteAsync(code, cancellationToken)</c></summary>
    public static ExpressionSyntax Execution(ExpressionSyntax sandbox, ExpressionSyntax code, GuardMember guard, ReportedPlace place)
    {
        var arguments = SyntaxFactory.SeparatedList([SyntaxFactory.Argument(code.WithoutTrivia())]);
        if (CallingFunction.Cancellation(place) is { } token)
            arguments = SyntaxFactory.SeparatedList([arguments[0], SyntaxFactory.Argument(token)], [SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)]);
        var method = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, sandbox, SyntaxFactory.IdentifierName(guard.Method));
        return CallingFunction.Finish(SyntaxFactory.InvocationExpression(method, SyntaxFactory.ArgumentList(arguments)), CallingFunction.CanAwait(place.Node));
    }

    private static CatalogRow? RowOf(InvocationExpressionSyntax call, ReportedPlace place) =>
        place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is IMethodSymbol method ? place.Symbols.RowsOf(method).FirstOrDefault(row => row.Role == Role.Sink && PoolLanguages.Have(row, place)) : null;

    /// <summary>The call that executes what one has taken, at the end of the same chain; null where it stands elsewhere.</summary>
    private static InvocationExpressionSyntax? Executing(InvocationExpressionSyntax call, CatalogRow row)
    {
        if (row["run"] is not { } names)
            return call;
        return call.Parent is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: var name }, Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } run } && names.Split(',').Contains(name) ? run : null;
    }

    private static ExpressionSyntax Parenthesized(ExpressionSyntax execution) => execution is AwaitExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(execution) : execution;

    /// <summary>With what makes a text of the result: <c>engine.Evaluate(code).ToString()</c>.</summary>
    private static ExpressionSyntax AsText(ExpressionSyntax whole)
    {
        var inner = whole.Parent is ParenthesizedExpressionSyntax parenthesized ? parenthesized : whole;
        if (inner.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" or "AsString", Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } text })
            return whole;
        return text.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure ? sure : text;
    }

    /// <summary>Whether a result that nobody can check is used as something else than a text.</summary>
    private static bool IsMoreThanText(ExpressionSyntax whole, ReportedPlace place)
    {
        var type = place.Model.GetTypeInfo(whole, place.CancellationToken);
        return type.Type is IDynamicTypeSymbol or { SpecialType: SpecialType.System_Object } && whole.Parent is not ExpressionStatementSyntax && AsText(whole) == whole && type.ConvertedType is not { SpecialType: SpecialType.System_String };
    }
}
