using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Resources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Resources;

/// <summary>AISEC504: a name after the variable, the member or the method that the agent is assigned to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AgentNameFix() : PlaceFix(RuleIds.AgentName, "Give the agent a name", "name")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        var properties = place.Diagnostic.Properties;
        if (!properties.TryGetValue(AgentNameAnalyzer.FormProperty, out var form))
            return false;

        properties.TryGetValue(AgentNameAnalyzer.MemberProperty, out var member);
        return form switch
        {
            "value" => ReplaceEmpty(place, edit),
            "member" => AddMember(place, member!, isOptions: true, edit),
            "own" => AddMember(place, member!, isOptions: false, edit),
            "argument" => AddArgument(place, member!, edit),
            _ => false,
        };
    }

    /// <summary>Also where the name is set in options, which are an argument themselves.</summary>
    private static bool ReplaceEmpty(ReportedPlace place, FileEdit edit)
    {
        var empty = place.Node as LiteralExpressionSyntax ?? (place.Node as ArgumentSyntax)?.Expression as LiteralExpressionSyntax;
        if (empty is null || CallAround(empty.Parent) is not { } call || AgentTitle.Of(call, isOptions: empty.Parent is AssignmentExpressionSyntax) is not { } title)
            return false;

        edit.Replace(empty, Literal(title));
        return true;
    }

    private static bool AddMember(ReportedPlace place, string member, bool isOptions, FileEdit edit)
    {
        if (place.Node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { } creation || AgentTitle.Of(creation, isOptions) is not { } title)
            return false;

        InitializerInsertion.Add(creation, member + " = " + SymbolDisplay.FormatLiteral(title, quote: true), edit);
        return true;
    }

    private static bool AddArgument(ReportedPlace place, string parameter, FileEdit edit)
    {
        if (CallAround(place.Node) is not { } call || ListOf(call) is not { } list || AgentTitle.Of(call, isOptions: false) is not { } title)
            return false;

        var argument = SyntaxFactory.Argument(SyntaxFactory.NameColon(parameter).WithTrailingTrivia(SyntaxFactory.Space), default, Literal(title));
        edit.Change(list, current => With((ArgumentListSyntax)current, argument));
        return true;
    }

    private static SyntaxNode With(ArgumentListSyntax list, ArgumentSyntax argument) => list.WithArguments(
        list.Arguments.Count == 0 ? SyntaxFactory.SingletonSeparatedList(argument) : SeparatedInsertion.After(list.Arguments, list.Arguments.Count - 1, argument));

    private static SyntaxNode? CallAround(SyntaxNode? node) => node?.FirstAncestorOrSelf<ExpressionSyntax>(static ancestor => ancestor is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax);

    private static ArgumentListSyntax? ListOf(SyntaxNode call) => call is InvocationExpressionSyntax invocation ? invocation.ArgumentList : ((BaseObjectCreationExpressionSyntax)call).ArgumentList;

    private static LiteralExpressionSyntax Literal(string text) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));
}
