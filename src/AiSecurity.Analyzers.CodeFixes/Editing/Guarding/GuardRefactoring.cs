using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>The edit of a fix where nothing is reported: what only the whole compilation tells shows no light bulb while typing.</summary>
public abstract class GuardRefactoring : CodeRefactoringProvider
{
    private readonly string _title;
    private readonly string _guards;

    private protected GuardRefactoring(string title, string guards) => (_title, _guards) = (title, guards);

    public sealed override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await ReportedPlace.CreateAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is not { } place
            || GuardMember.Of(_guards, place.Symbols) is not { } guard
            || place.Node.AncestorsAndSelf().TakeWhile(static node => node is not StatementSyntax || node is ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax).OfType<InvocationExpressionSyntax>().FirstOrDefault(call => IsMeant(call, place)) is not { } found
            || IsGuarded(found, place)
            || await ReportedPlace.CreateAsync(context.Document, found.Span, context.CancellationToken).ConfigureAwait(false) is not { } whole
            || await GuardEdit.ApplyAsync(whole, guard, Edits(whole, found, guard), static _ => Task.FromResult(true)).ConfigureAwait(false) is not { } changed)
            return;

        context.RegisterRefactoring(CodeAction.Create(_title, _ => Task.FromResult(changed.Project.Solution), _title));
    }

    private protected abstract bool IsMeant(InvocationExpressionSyntax call, ReportedPlace place);

    private protected abstract IEnumerable<Func<FileEdit, GuardReach?>> Edits(ReportedPlace place, InvocationExpressionSyntax call, GuardMember guard);

    /// <summary>Whether the function asks a guard of that kind before.</summary>
    private bool IsGuarded(InvocationExpressionSyntax found, ReportedPlace place)
    {
        var function = CallingFunction.Of(found);
        var body = function is GlobalStatementSyntax ? function.Parent : function;
        return body is not null && body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            call.SpanStart < found.SpanStart && place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is IMethodSymbol method
            && place.Symbols.RowsOf(method).Any(row => row.Role == Role.Shield && (row["guards"] ?? "shield") == _guards));
    }
}
