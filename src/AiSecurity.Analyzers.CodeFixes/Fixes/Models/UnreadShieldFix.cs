using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC205: asks a shield's answer that nobody reads, and stops on an attack or when the service did not answer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UnreadShieldFix() : PlaceFix(RuleIds.IgnoredShield, "Stop when the shield finds an attack", "stop")
{
    private const string Message = "The text was not accepted.";
    private const string NewVariable = "verdict";

    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (place.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
            return false;

        ExpressionSyntax value = call.Parent is AwaitExpressionSyntax awaited ? awaited : call;
        if (place.Model.GetTypeInfo(value, place.CancellationToken).Type is not { } type)
            return false;
        if (value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier: var name, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration } } })
            return CheckOf(name.ValueText, type, declaration, place) is { } asked && StatementInsertion.TryAddAfter(declaration, asked, edit);

        // await shield.AnalyzeAsync(text); or _ = await shield.AnalyzeAsync(text);
        var whole = value.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } discard ? discard : value;
        if (whole.Parent is not ExpressionStatementSyntax statement || !place.Model.LookupSymbols(statement.SpanStart, name: NewVariable).IsEmpty || CheckOf(NewVariable, type, statement, place) is not { } check)
            return false;

        var stored = SyntaxFactory.ParseStatement($"var {NewVariable} = {value.WithoutTrivia()};").WithTriviaFrom(statement);
        edit.Replace(statement, stored);
        return StatementInsertion.TryAddAfter(statement, check, edit);
    }

    private static StatementSyntax? CheckOf(string variable, ITypeSymbol type, StatementSyntax neighbour, ReportedPlace place)
    {
        if (IgnoredShield.Is(place, "status"))
            return SyntaxFactory.ParseStatement(variable + ".EnsureSuccessStatusCode();");
        if (!IgnoredShield.Is(place, "unread") || VerdictMember.Of(type, "good", place.Symbols) is not { Property.Type.SpecialType: SpecialType.System_Boolean } verdict
            || ThrowingCheck.Throw(Message, place) is not { } leave)
            return null;

        var condition = verdict.On(variable);
        return ThrowingCheck.If(
            verdict.Row["good"] == "true" ? SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, condition) : condition, leave, neighbour);
    }
}
