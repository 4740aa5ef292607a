using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>The program that is started and what it is given, as parameters or in an initializer.</summary>
/// <param name="Owner">The call or creation that takes both.</param>
/// <param name="Arguments">What the program is given.</param>
/// <param name="Program">The program.</param>
internal sealed record StartArguments(ExpressionSyntax Owner, ExpressionSyntax Arguments, ExpressionSyntax Program)
{
    /// <summary>Null where the node is none of a program's arguments, or the program stands elsewhere.</summary>
    public static StartArguments? Around(SyntaxNode node, ReportedPlace place)
    {
        foreach (var outer in node.AncestorsAndSelf().TakeWhile(static outer => outer is not StatementSyntax))
        {
            switch (outer)
            {
                case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } assignment when Row(assignment.Left, place) is { } row && row["program"] is { } program:
                    return ProgramOf(creation, program, place) is { } named ? new(creation, assignment.Right, named) : null;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } argument:
                    return InCall(argument, (ExpressionSyntax)argument.Parent!.Parent!, place);
            }
        }

        return null;
    }

    /// <summary>Whether a property of an initializer is the program or its arguments.</summary>
    public static bool IsPart(ExpressionSyntax property, ReportedPlace place) => Row(property, place) is { } row && row["kind"] == "code";

    private static StartArguments? InCall(ArgumentSyntax argument, ExpressionSyntax call, ReportedPlace place)
    {
        if (place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is not IMethodSymbol method
            || place.Symbols.RowsOf(method).FirstOrDefault(static row => row.Role == Role.Sink && row["program"] is not null) is not { } row)
            return null;

        var program = ((BaseArgumentListSyntax)argument.Parent!).Arguments.FirstOrDefault(candidate => CandidateCall.ParameterOf(candidate, method)?.Name == row["program"]);
        return program is null || program == argument ? null : new(call, argument.Expression, program.Expression);
    }

    private static ExpressionSyntax? ProgramOf(BaseObjectCreationExpressionSyntax creation, string property, ReportedPlace place)
    {
        foreach (var member in creation.Initializer!.Expressions)
        {
            if (member is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name }, Right: var value } && name == property)
                return value;
        }

        return place.Model.GetSymbolInfo(creation, place.CancellationToken).Symbol is IMethodSymbol constructor && place.Symbols.RowsOf(constructor).FirstOrDefault(static row => row.Role == Role.Sink && row["program"] is not null) is { } row
            ? creation.ArgumentList?.Arguments.FirstOrDefault(argument => CandidateCall.ParameterOf(argument, constructor)?.Name == row["program"])?.Expression
            : null;
    }

    private static CatalogRow? Row(ExpressionSyntax property, ReportedPlace place) =>
        place.Model.GetSymbolInfo(property, place.CancellationToken).Symbol is IPropertySymbol symbol ? place.Symbols.RowsOf(symbol).FirstOrDefault(static row => row.Role == Role.Sink) : null;
}
