using System;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>Adds the step of one role to the pipeline that begins at a reported place.</summary>
internal static class AddedStep
{
    /// <param name="place">The name of what begins it.</param>
    /// <param name="role">What the step is.</param>
    /// <param name="argumentsOf">What the step takes; null when there is nothing to give it.</param>
    /// <param name="edit">Where the change goes.</param>
    public static bool TryAdd(ReportedPlace place, Role role, Func<IMethodSymbol, ArgumentListSyntax?> argumentsOf, FileEdit edit)
    {
        if (StartOf(place.Node) is not { } start || place.Model.GetSymbolInfo(start, place.CancellationToken).Symbol is not { } symbol
            || place.Symbols.RowsOf(symbol).FirstOrDefault(static row => row.Role == Role.PipelineStart) is not { } row || StepFor(row["covers"]!, role, place.Symbols) is not { } step
            || ExtensionName.Of(step.Row.Member) is not { } name || argumentsOf(step.Method) is not { } arguments)
            return false;

        name.Import(place, edit);
        if (ExtensionName.Of(row["pipeline"]) is not { } builder)
        {
            PipelineStep.Add(PipelineStep.LastOf(start), name.Method, arguments, edit);
            return true;
        }

        if (builder.Namespace != name.Namespace)
            builder.Import(place, edit);
        edit.Change(start, current => Call(Call(Call((ExpressionSyntax)current.WithoutTrailingTrivia(), builder.Method, SyntaxFactory.ArgumentList()), name.Method, arguments), "Build", SyntaxFactory.ArgumentList())
            .WithTrailingTrivia(current.GetTrailingTrivia()));
        return true;
    }

    private static ExpressionSyntax? StartOf(SyntaxNode node) => node switch
    {
        BaseObjectCreationExpressionSyntax creation => creation,
        _ when node.Parent is BaseObjectCreationExpressionSyntax creation => creation,
        _ when node.Parent is InvocationExpressionSyntax call => call,
        _ when node.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } => call,
        _ => null,
    };

    private static (CatalogRow Row, IMethodSymbol Method)? StepFor(string pipeline, Role role, AiSymbols symbols)
    {
        foreach (var row in symbols.Catalog[role])
        {
            if (row.Member[0] != 'M' || row["kind"] != "named" || !row["covers"]!.Split(',').Contains(pipeline))
                continue;
            // A step of that name may be there for each kind of builder.
            if (symbols.FindType(row.TypeName)?.GetMembers(row.MemberName).OfType<IMethodSymbol>().FirstOrDefault(static method => method.IsExtensionMethod) is { } method)
                return (row, method);
        }

        return null;
    }

    private static ExpressionSyntax Call(ExpressionSyntax receiver, string method, ArgumentListSyntax arguments) =>
        SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName(method)), arguments);
}
