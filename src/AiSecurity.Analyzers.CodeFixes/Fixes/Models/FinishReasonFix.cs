using System.Linq;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC207: asks for the finish reason before what a model wrote leaves.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class FinishReasonFix() : PlaceFix(RuleIds.UncheckedOutput, "Check the finish reason", "finish_reason")
{
    /// <summary>The attribute of a verdict's row that names the value of an answer which must not go on.</summary>
    private const string Bad = "bad";

    private const string Message = "The content filter withheld the answer.";

    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (place.Node is not ExpressionSyntax answer || answer.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || AnswerVariable.Of(answer, place, type => VerdictMember.Of(type, Bad, place.Symbols)) is not var (variable, verdict))
            return false;

        var reason = verdict.Property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } underlying } ? underlying[0] : verdict.Property.Type;
        if (reason is not INamedTypeSymbol type || !type.GetMembers(verdict.Row[Bad]!).Any(static member => member.IsStatic)
            || (Withheld.In(statement, Message, place) ?? ThrowingCheck.Throw(Message, place)) is not { } leave)
            return false;

        var isBad = (ExpressionSyntax)place.Generator.ValueEqualsExpression(verdict.On(variable), place.Types.Member(type, verdict.Row[Bad]!));
        return StatementInsertion.TryAddBefore(statement, [ThrowingCheck.If(isBad, leave, statement)], edit);
    }
}
