using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.CodeFixes.Editing.Guarding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Refactorings;

/// <summary>Asks a prompt shield before a call of a model that no shield precedes.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp)]
public sealed class ShieldPromptRefactoring() : GuardRefactoring("Shield this prompt", "shield")
{
    private protected override bool IsMeant(InvocationExpressionSyntax call, ReportedPlace place) =>
        place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is IMethodSymbol method && place.Symbols.RowsOf(method).Any(static row => row.Role == Role.ModelCall && row["prompt"] is not null);

    private protected override IEnumerable<Func<FileEdit, GuardReach?>> Edits(ReportedPlace place, InvocationExpressionSyntax call, GuardMember guard) =>
        ShieldEdit.Of(place, call, guard, areDocuments: false);
}
