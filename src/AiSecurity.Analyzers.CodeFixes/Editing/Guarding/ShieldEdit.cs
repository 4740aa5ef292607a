using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>Asks a shield about the texts of a call, right before the statement that makes it.</summary>
internal static class ShieldEdit
{
    public static IEnumerable<Func<FileEdit, GuardReach?>> Of(ReportedPlace place, SyntaxNode call, GuardMember guard, bool areDocuments)
    {
        if (StatementAround(call) is { } statement)
        {
            foreach (var texts in ShieldedTexts.Choices(place, call, statement.SpanStart))
            {
                yield return edit => ShieldStatement.TryJoin(statement, guard, texts, areDocuments, place, edit) ? new GuardReach(texts[0]) : null;
                yield return edit => TryInsert(statement, texts, edit);
            }
        }
        else if (FunctionBody.Of(call, place) is { } body)
        {
            foreach (var texts in ShieldedTexts.Choices(place, call, call.SpanStart))
            {
                yield return edit => GuardReach.Of(place, guard, edit) is { Declaration: null } reach
                    && body.TryPutBefore(ShieldStatement.Of(reach.Expression, guard, texts, areDocuments, body.CanAwait, place), edit) ? reach : null;
            }
        }

        GuardReach? TryInsert(StatementSyntax before, IReadOnlyList<ExpressionSyntax> texts, FileEdit edit)
        {
            if (GuardReach.Of(place, guard, edit) is not { } reach)
                return null;

            var inserted = ShieldStatement.Of(reach.Expression, guard, texts, areDocuments, CallingFunction.CanAwait(place.Node), place).ToList();
            return reach.TryInsert(before, inserted, edit) ? reach : null;
        }
    }

    /// <summary>The statement around a call that has others beside it; null in an expression body.</summary>
    public static StatementSyntax? StatementAround(SyntaxNode call)
    {
        for (var node = call; node is not null; node = node.Parent)
        {
            if (node is AnonymousFunctionExpressionSyntax or ArrowExpressionClauseSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax)
                return null;
            if (node is StatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } statement)
                return statement;
        }

        return null;
    }
}
