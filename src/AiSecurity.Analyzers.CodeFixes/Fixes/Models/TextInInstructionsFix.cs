using System.Linq;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC203: the constant part of the instructions stays, the rest goes to a user message right behind them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class TextInInstructionsFix() : PlaceFix(RuleIds.TextInInstructions, "Move the text to a user message", "user_message")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (place.Node is not ExpressionSyntax text || UserMessage.Of(place, text) is not { } message)
            return false;

        // var instructions = $"..."; and the message is all that uses it.
        var written = SingleUse.InitializerOf(text, place.Model, place.CancellationToken) ?? text;
        if (InstructionText.Split(written, place.Model, place.CancellationToken) is { } parts)
        {
            if (written != text && !parts.Parts.All(part => SingleUse.CanMove(part, text, place)))
                return false;
            edit.Replace(written, parts.Constant);
            return TryAddUserMessage(message, parts.Rest, place, edit);
        }

        // Nothing of it is the application's: then the whole message is the user's.
        return !IsPutTogether(text, place) && message.TryTurn(edit);
    }

    private static bool TryAddUserMessage(UserMessage message, ExpressionSyntax rest, ReportedPlace place, FileEdit edit)
    {
        if (message.With(rest) is { } follower)
            return MessageInsertion.TryAddAfter(message.Call, follower, place, edit);

        // var history = new ChatHistory("...");
        return message.Call.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier: var name, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } }
            && message.AddedTo((ExpressionSyntax)place.Generator.IdentifierName(name.ValueText), rest) is { } added
            && StatementInsertion.TryAddAfter(statement, added, edit);
    }

    /// <summary>Whether a part of the text may be the application's own, written down somewhere else.</summary>
    private static bool IsPutTogether(ExpressionSyntax text, ReportedPlace place)
    {
        if (place.Model.OperationOf(text, place.CancellationToken) is not { } operation)
            return true;

        return new ValueTrace(place.Model, place.CancellationToken).SourcesOf(operation).Any(source => source switch
        {
            { ConstantValue.HasValue: true } or IDynamicInvocationOperation => true,
            IInterpolatedStringOperation or IBinaryOperation => source.Syntax != text,
            // string.Format(...), template.Replace("{topic}", topic); Trim() adds nothing.
            IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, Parameters.IsEmpty: false } } => true,
            IInvocationOperation { TargetMethod.ContainingType.Name: var type } => type is "StringBuilder" or "File" or "Regex",
            _ => false,
        });
    }
}
