using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Puts a message right behind another one, wherever that is collected.</summary>
internal static class MessageInsertion
{
    /// <summary>Adds the edit; false where it is not plain what comes after the message.</summary>
    public static bool TryAddAfter(ExpressionSyntax message, ExpressionSyntax follower, ReportedPlace place, FileEdit edit)
    {
        switch (message.Parent)
        {
            case ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } element:
                var elementIndex = list.Elements.IndexOf(element);
                edit.Change(list, current => ((CollectionExpressionSyntax)current).WithElements(
                    SeparatedInsertion.After(((CollectionExpressionSyntax)current).Elements, elementIndex, SyntaxFactory.ExpressionElement(follower))));
                return true;
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression or (int)SyntaxKind.ArrayInitializerExpression } list:
                var index = list.Expressions.IndexOf(message);
                edit.Change(list, current => ((InitializerExpressionSyntax)current).WithExpressions(
                    SeparatedInsertion.After(((InitializerExpressionSyntax)current).Expressions, index, follower)));
                return true;
            case ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax list } argument:
                return IsAdded(argument, list, out var statement)
                    ? StatementInsertion.TryAddAfter(statement!, Again(statement!, follower), edit)
                    : TryAddArgument(argument, list, follower, place, edit);
            case ExpressionStatementSyntax own:
                return StatementInsertion.TryAddAfter(own, SyntaxFactory.ExpressionStatement(follower), edit);
            default:
                return false;
        }
    }

    /// <summary><c>messages.Add(message);</c></summary>
    private static bool IsAdded(ArgumentSyntax argument, ArgumentListSyntax list, out ExpressionStatementSyntax? statement)
    {
        statement = list.Parent?.Parent as ExpressionStatementSyntax;
        return statement is not null && list.Arguments.Count == 1 && argument == list.Arguments[0]
            && list.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: var receiver } }
            && receiver.DescendantNodesAndSelf().All(static node => node is SimpleNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax);
    }

    private static ExpressionStatementSyntax Again(ExpressionStatementSyntax statement, ExpressionSyntax follower)
    {
        var call = (InvocationExpressionSyntax)statement.Expression.WithoutTrivia();
        return statement.WithExpression(call.WithArgumentList(SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(follower)))));
    }

    /// <summary><c>CompleteChat(message, next)</c>, where the parameter takes any number of them.</summary>
    private static bool TryAddArgument(ArgumentSyntax argument, ArgumentListSyntax list, ExpressionSyntax follower, ReportedPlace place, FileEdit edit)
    {
        var index = list.Arguments.IndexOf(argument);
        if (list.Parent is null || place.Model.GetSymbolInfo(list.Parent, place.CancellationToken).Symbol is not IMethodSymbol { Parameters: { Length: > 0 } parameters }
            || parameters[parameters.Length - 1] is not { IsParams: true, Type: var many } || index < parameters.Length - 1
            // A log takes anything, and keeps no conversation.
            || many is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Object })
            return false;

        edit.Change(list, current => ((ArgumentListSyntax)current).WithArguments(
            SeparatedInsertion.After(((ArgumentListSyntax)current).Arguments, index, SyntaxFactory.Argument(follower))));
        return true;
    }
}
