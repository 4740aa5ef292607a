using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>An interpreter that a method starts with code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Start">The statement that starts it.</param>
/// <param name="Settings">The statement that describes the start; null when the start does itself.</param>
/// <param name="Name">The variable that holds the process; null for none.</param>
internal sealed record StartedProcess(ExpressionSyntax Code, StatementSyntax Start, LocalDeclarationStatementSyntax? Settings, string? Name)
{
    /// <summary>Null for what is more than code for an interpreter: other arguments, folders, an environment.</summary>
    public static StartedProcess? Of(SyntaxNode node, ReportedPlace place)
    {
        if (node.AncestorsAndSelf().OfType<ArgumentSyntax>().FirstOrDefault(static argument => argument.Parent?.Parent is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax) is not { } argument
            || CodeIn(argument, place) is not { } code)
            return null;

        var call = (ExpressionSyntax)argument.Parent!.Parent!;
        if (call is not BaseObjectCreationExpressionSyntax creation)
            return AtStatement(code, call, null);
        if (creation.Initializer is { } initializer && !initializer.Expressions.All(static member => member is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } } && IsOfStreams(name)))
            return null;
        // Process.Start(new ProcessStartInfo(...))
        if (creation.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax start })
            return IsStart(start, place) ? AtStatement(code, start, null) : null;
        return creation.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1, Parent: BlockSyntax block } settings } variable }
            && Uses(block, variable.Identifier.ValueText) is { Count: 1 } uses && uses[0].Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax only } && IsStart(only, place)
            ? AtStatement(code, only, settings)
            : null;
    }

    public static List<IdentifierNameSyntax> Uses(SyntaxNode block, string name) => block.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name).ToList();

    private static ExpressionSyntax? CodeIn(ArgumentSyntax argument, ReportedPlace place)
    {
        if (place.Model.GetSymbolInfo(argument.Parent!.Parent!, place.CancellationToken).Symbol is not IMethodSymbol method
            || place.Symbols.RowsOf(method).FirstOrDefault(static row => row.Role == Role.Sink && row["program"] is not null) is not { } row)
            return null;

        var program = ((BaseArgumentListSyntax)argument.Parent).Arguments.FirstOrDefault(candidate => CandidateCall.ParameterOf(candidate, method)?.Name == row["program"]);
        return program is null || program == argument ? null : InterpreterCode.In(argument.Expression, program.Expression, place);
    }

    private static bool IsStart(InvocationExpressionSyntax call, ReportedPlace place) =>
        place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is IMethodSymbol method && place.Symbols.RowsOf(method).Any(static row => row.Role == Role.Sink && row["program"] is not null);

    private static StartedProcess? AtStatement(ExpressionSyntax code, ExpressionSyntax call, LocalDeclarationStatementSyntax? settings)
    {
        var whole = call.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure ? sure : call;
        return whole.Parent switch
        {
            ExpressionStatementSyntax statement => new(code, statement, settings, null),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } statement } variable } => new(code, statement, settings, variable.Identifier.ValueText),
            _ => null,
        };
    }

    /// <summary>Whether a setting only says how one gets at what the process prints.</summary>
    private static bool IsOfStreams(string setting) => setting.StartsWith("Redirect", StringComparison.Ordinal) || setting is "UseShellExecute" or "CreateNoWindow" or "StandardOutputEncoding" or "StandardErrorEncoding";
}
