using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>A file that is written only to be executed by an interpreter, in the same block.</summary>
/// <param name="Code">What is written.</param>
/// <param name="Statements">The statements that name the file, write it and delete it again.</param>
internal sealed record ScriptFile(ExpressionSyntax Code, IReadOnlyList<StatementSyntax> Statements)
{
    /// <summary>Null where the file has another use, or the arguments are more than its path.</summary>
    public static ScriptFile? Of(ExpressionSyntax arguments, ExpressionSyntax start, ReportedPlace place)
    {
        if (start.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax block } statement || PathIn(arguments, place) is not { } path)
            return null;

        var writes = block.Statements.TakeWhile(other => other != statement).Where(other => TextWrittenTo(path, other, place) is not null).ToList();
        if (writes.Count != 1 || TextWrittenTo(path, writes[0], place) is not { } code || place.Model.GetTypeInfo(code, place.CancellationToken).Type is not { SpecialType: SpecialType.System_String })
            return null;

        var statements = new List<StatementSyntax> { writes[0] };
        statements.AddRange(block.Statements.Where(other => Deletes(path, other, place)));
        if (path is not IdentifierNameSyntax name)
            return new ScriptFile(code, statements);

        // The variable goes with the file: nothing else may need it.
        if (block.Statements.OfType<LocalDeclarationStatementSyntax>().FirstOrDefault(declaration => declaration is { UsingKeyword.RawKind: 0, Declaration.Variables: { Count: 1 } variables } && variables[0].Identifier.ValueText == name.Identifier.ValueText) is not { } declared
            || StartedProcess.Uses(block, name.Identifier.ValueText).Exists(use => !arguments.Span.Contains(use.Span) && !statements.Exists(own => own.Span.Contains(use.Span))))
            return null;
        statements.Add(declared);
        return new ScriptFile(code, statements);
    }

    /// <summary>The variable or the constant that names the file, with quotation marks around it or without.</summary>
    private static ExpressionSyntax? PathIn(ExpressionSyntax arguments, ReportedPlace place)
    {
        if (arguments is InterpolatedStringExpressionSyntax { Contents: var contents })
            return contents.All(static part => part is InterpolationSyntax { AlignmentClause: null, FormatClause: null } or InterpolatedStringTextSyntax { TextToken.ValueText: "\"" or "'" }) && contents.OfType<InterpolationSyntax>().ToList() is { Count: 1 } holes ? holes[0].Expression as IdentifierNameSyntax : null;
        if (InterpreterCode.Elements(arguments) is { } elements)
            return elements.Count == 1 ? PathIn(elements[0], place) : null;
        return arguments is IdentifierNameSyntax || place.Model.GetConstantValue(arguments, place.CancellationToken).Value is string ? arguments : null;
    }

    private static ExpressionSyntax? TextWrittenTo(ExpressionSyntax path, StatementSyntax statement, ReportedPlace place)
    {
        if (CallIn(statement) is not { } call || place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is not IMethodSymbol method
            || place.Symbols.RowsOf(method).FirstOrDefault(static row => row.Role == Role.Sink && row["content"] is not null) is not { } row || !IsPath(Argument(call, method, row["value"]!), path, place))
            return null;

        // Appended text is not all that the file holds.
        return method.Name.StartsWith("Write", StringComparison.Ordinal) ? Argument(call, method, row["content"]!) : null;
    }

    private static bool Deletes(ExpressionSyntax path, StatementSyntax statement, ReportedPlace place) =>
        CallIn(statement) is { ArgumentList.Arguments: { Count: 1 } arguments } call && IsPath(arguments[0].Expression, path, place)
        && EndpointNames.NameOf(call.Expression) == "Delete" && place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is { } method && place.Symbols.RowsOf(method).Any(static row => row.Role == Role.SideEffect && row["kind"] == "file");

    private static InvocationExpressionSyntax? CallIn(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => call,
        ExpressionStatementSyntax { Expression: AwaitExpressionSyntax { Expression: InvocationExpressionSyntax call } } => call,
        _ => null,
    };

    private static ExpressionSyntax? Argument(InvocationExpressionSyntax call, IMethodSymbol method, string parameter) =>
        call.ArgumentList.Arguments.FirstOrDefault(argument => CandidateCall.ParameterOf(argument, method)?.Name == parameter)?.Expression;

    private static bool IsPath(ExpressionSyntax? expression, ExpressionSyntax path, ReportedPlace place) => expression is not null && (path is IdentifierNameSyntax
        ? SyntaxFactory.AreEquivalent(expression, path)
        : place.Model.GetConstantValue(expression, place.CancellationToken).Value is string written && WithoutFolder((string)place.Model.GetConstantValue(path, place.CancellationToken).Value!) == WithoutFolder(written));

    private static string WithoutFolder(string path) => path.StartsWith("./", StringComparison.Ordinal) ? path.Substring(2) : path;
}
