using System;
using System.Linq;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Changes that only wait for a person's decision: a row with the state of a draft, a proposal, an entry in a queue of approvals.</summary>
internal static class PendingChange
{
    /// <summary>States of what nobody has agreed to yet. An order that is pending is placed.</summary>
    private static readonly string[] States = ["Draft", "Proposed", "Proposal", "Suggested", "Suggestion", "PendingApproval", "PendingReview", "PendingConfirmation", "AwaitingApproval", "AwaitingReview", "AwaitingConfirmation", "WaitingForApproval", "NeedsApproval", "NeedsReview", "Unapproved"];
    private static readonly string[] Entries = ["Proposal", "Suggestion", "Draft", "ApprovalRequest"];
    private static readonly string[] Queues = ["Approval", "Pending", "Proposal"];
    private static readonly string[] Putting = ["Add", "Enqueue", "Create", "Request", "Submit", "Propose", "Queue", "Stage", "Park", "Hold", "Insert", "Store", "Save"];

    /// <summary>Whether all that a member makes or sets is such a row.</summary>
    public static bool IsAllIn(SyntaxNode member)
    {
        var isPending = false;
        foreach (var node in member.DescendantNodes())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax { Left: var left, Right: var state } when IsState(left):
                    if (!IsPending(state))
                        return false;
                    isPending = true;
                    break;
                case ObjectCreationExpressionSyntax creation when IsEntry(creation.Type) || creation.ArgumentList?.Arguments.Any(static argument => IsPending(argument.Expression)) == true:
                    isPending = true;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Remove" or "RemoveRange" or "Update" or "UpdateRange" or "ExecuteDeleteAsync" or "ExecuteUpdateAsync" } }:
                    return false;
            }
        }

        return isPending;
    }

    /// <summary>Whether a method puts something into a queue of approvals.</summary>
    public static bool IsAskedFor(MethodDeclarationSyntax method) => method.Parent is TypeDeclarationSyntax { Identifier.ValueText: var type }
        && Array.Exists(Queues, word => type.Contains(word)) && Array.Exists(Putting, verb => method.Identifier.ValueText.StartsWith(verb, StringComparison.Ordinal));

    private static bool IsState(ExpressionSyntax target) => NameOf(target) is { } name && (name.EndsWith("State", StringComparison.Ordinal) || name.EndsWith("Status", StringComparison.Ordinal));

    private static bool IsPending(ExpressionSyntax state) =>
        (state is LiteralExpressionSyntax { Token.Value: string text } ? text.Replace(" ", "").Replace("_", "").Replace("-", "") : state is MemberAccessExpressionSyntax ? NameOf(state) : null) is { } name
        && Array.Exists(States, word => name.Equals(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsEntry(TypeSyntax type) => NameOf(type) is { } name
        && (Array.Exists(Entries, word => name.EndsWith(word, StringComparison.Ordinal)) || (name.StartsWith("Pending", StringComparison.Ordinal) && name.Length > "Pending".Length));

    private static string? NameOf(SyntaxNode node) => SimpleNames.Of(node);
}
