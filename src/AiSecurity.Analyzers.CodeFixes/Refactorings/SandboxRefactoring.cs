using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.CodeFixes.Editing.Guarding;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace AiSecurity.Analyzers.CodeFixes.Refactorings;

/// <summary>Runs Python or JavaScript in a dynamic session instead of an engine in the process.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp)]
public sealed class SandboxRefactoring() : GuardRefactoring("Run this code in a sandboxed session", "sandbox")
{
    private protected override bool IsMeant(InvocationExpressionSyntax call, ReportedPlace place) => CodeOf(call, place) is not null;

    private protected override IEnumerable<Func<FileEdit, GuardReach?>> Edits(ReportedPlace place, InvocationExpressionSyntax call, GuardMember guard) =>
        [edit => CodeOf(call, place) is { } code ? SandboxEdit.Of(place, code, guard, edit) : null];

    /// <summary>The argument that holds the code; null for other calls, and for code that the application itself wrote down.</summary>
    private static ExpressionSyntax? CodeOf(InvocationExpressionSyntax call, ReportedPlace place)
    {
        if (place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is not IMethodSymbol method
            || place.Symbols.RowsOf(method).FirstOrDefault(static row => row.Role == Role.Sink && row["as"] is not null) is not { } row)
            return null;

        var argument = call.ArgumentList.Arguments.FirstOrDefault(argument => CandidateCall.ParameterOf(argument, method) is { } parameter && RowNames.Has(row["value"], parameter.Name));
        return argument is null || place.Model.GetConstantValue(argument.Expression, place.CancellationToken).HasValue ? null : argument.Expression;
    }
}
