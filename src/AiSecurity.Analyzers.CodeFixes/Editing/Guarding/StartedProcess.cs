using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>An interpreter that a method starts with code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Start">The statement that starts it.</param>
/// <param name="Needless">The statements that describe the start, and those about a file with the code.</param>
/// <param name="Name">The variable that holds the process; null for none.</param>
internal sealed record StartedProcess(ExpressionSyntax Code, StatementSyntax Start, IReadOnlyList<StatementSyntax> Needless, string? Name)
{
    /// <summary>Null for what is more than code for an interpreter: other arguments, folders, an environment.</summary>
    public static StartedProcess? Of(SyntaxNode node, ReportedPlace place)
    {
        if (StartArguments.Around(node, place) is not { } given || Call(given.Owner, place) is not var (call, settings))
            return null;

        if (InterpreterCode.In(given.Arguments, given.Program, place) is { } code)
            return AtStatement(code, call, settings);
        return InterpreterCode.IsOfPool(given.Program, place) && ScriptFile.Of(given.Arguments, call, place) is { } file ? AtStatement(file.Code, call, [.. settings, .. file.Statements]) : null;
    }

    public static List<IdentifierNameSyntax> Uses(SyntaxNode block, string name) => block.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name).ToList();

    /// <summary>The call that starts the program, with the statement before it that describes the start.</summary>
    private static (ExpressionSyntax Call, IReadOnlyList<StatementSyntax> Settings)? Call(ExpressionSyntax owner, ReportedPlace place)
    {
        if (owner is not BaseObjectCreationExpressionSyntax creation)
            return (owner, []);
        if (creation.Initializer is { } initializer && !initializer.Expressions.All(member => member is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } left } && (IsOfStreams(name) || StartArguments.IsPart(left, place))))
            return null;
        // Process.Start(new ProcessStartInfo(...))
        if (creation.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax start })
            return IsStart(start, place) ? (start, []) : null;
        return creation.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1, Parent: BlockSyntax block } settings } variable }
            && Uses(block, variable.Identifier.ValueText) is { Count: 1 } uses && uses[0].Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax only } && IsStart(only, place)
            ? (only, [settings])
            : null;
    }

    private static bool IsStart(InvocationExpressionSyntax call, ReportedPlace place) =>
        place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is IMethodSymbol method && place.Symbols.RowsOf(method).Any(static row => row.Role == Role.Sink && row["program"] is not null);

    private static StartedProcess? AtStatement(ExpressionSyntax code, ExpressionSyntax call, IReadOnlyList<StatementSyntax> needless)
    {
        var whole = call.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure ? sure : call;
        return whole.Parent switch
        {
            ExpressionStatementSyntax statement => new(code, statement, needless, null),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } statement } variable } => new(code, statement, needless, variable.Identifier.ValueText),
            _ => null,
        };
    }

    /// <summary>Whether a setting only says how one gets at what the process prints.</summary>
    private static bool IsOfStreams(string setting) => setting.StartsWith("Redirect", StringComparison.Ordinal) || setting is "UseShellExecute" or "CreateNoWindow" or "StandardOutputEncoding" or "StandardErrorEncoding";
}
