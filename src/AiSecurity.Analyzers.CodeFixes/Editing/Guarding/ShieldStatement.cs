using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary><c>await shield.EnsureSafeAsync(text, documents, cancellationToken);</c></summary>
internal static class ShieldStatement
{
    public static IEnumerable<StatementSyntax> Of(ExpressionSyntax shield, GuardMember guard, IReadOnlyList<ExpressionSyntax> texts, bool areDocuments, bool canAwait, ReportedPlace place)
    {
        if (areDocuments)
            return [Of(shield, guard, SyntaxFactory.ParseExpression("\"\""), Documents(texts, place), canAwait, place)];
        return texts.Select(text => Of(shield, guard, text, null, canAwait, place));
    }

    /// <summary>Adds documents to a call in front of the place that asks about a text only, or a text to one that asks about documents only.</summary>
    public static bool TryJoin(StatementSyntax statement, GuardMember guard, IReadOnlyList<ExpressionSyntax> texts, bool areDocuments, ReportedPlace place, FileEdit edit)
    {
        if (Before(statement) is not ExpressionStatementSyntax { Expression: AwaitExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call } }
            || access.Name.Identifier.ValueText != guard.Method || place.Model.GetTypeInfo(access.Expression, place.CancellationToken).Type is not { } type || !guard.Is(type))
            return false;

        var arguments = call.ArgumentList.Arguments;
        if (areDocuments && arguments.Count is 1 or 2 && !arguments.Any(static argument => argument.NameColon is not null) && place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is IMethodSymbol method
            && method.Parameters.Length >= arguments.Count && (arguments.Count == 1 || method.Parameters[1].Type.Name == "CancellationToken"))
        {
            edit.Replace(call.ArgumentList, Arguments(arguments[0].Expression, Documents(texts, place), arguments.Count == 2 ? arguments[1].Expression : null, guard));
            return true;
        }

        if (areDocuments || texts.Count != 1 || arguments.Count < 2 || arguments[0].Expression is not LiteralExpressionSyntax { Token.ValueText: "" } empty)
            return false;
        edit.Replace(empty, texts[0]);
        return true;
    }

    private static StatementSyntax? Before(StatementSyntax statement)
    {
        if (statement.Parent is GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } global)
            return unit.Members.IndexOf(global) is var place and > 0 ? (unit.Members[place - 1] as GlobalStatementSyntax)?.Statement : null;

        return statement.Parent is BlockSyntax block && block.Statements.IndexOf(statement) is var index and > 0 ? block.Statements[index - 1] : null;
    }

    private static StatementSyntax Of(ExpressionSyntax shield, GuardMember guard, ExpressionSyntax text, ExpressionSyntax? documents, bool canAwait, ReportedPlace place)
    {
        var method = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, shield, SyntaxFactory.IdentifierName(guard.Method));
        var call = SyntaxFactory.InvocationExpression(method, Arguments(text, documents, CallingFunction.Cancellation(place), guard));
        return SyntaxFactory.ExpressionStatement(CallingFunction.Finish(call, canAwait));
    }

    private static ArgumentListSyntax Arguments(ExpressionSyntax text, ExpressionSyntax? documents, ExpressionSyntax? cancellation, GuardMember guard)
    {
        var arguments = new List<ArgumentSyntax> { SyntaxFactory.Argument(text) };
        if (documents is not null)
            arguments.Add(SyntaxFactory.Argument(SyntaxFactory.NameColon(guard.Row["documents"]!).WithTrailingTrivia(SyntaxFactory.Space), default, documents));
        if (cancellation is not null)
            arguments.Add(SyntaxFactory.Argument(cancellation));
        return SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(arguments, Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), arguments.Count - 1)));
    }

    private static ExpressionSyntax Documents(IReadOnlyList<ExpressionSyntax> texts, ReportedPlace place)
    {
        var list = string.Join(", ", texts);
        var isNew = place.Model.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp12 };
        return SyntaxFactory.ParseExpression(isNew ? $"[{list}]" : $"new[] {{ {list} }}");
    }
}
