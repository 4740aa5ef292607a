using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>What a handler returns in place of an answer.</summary>
internal static class Withheld
{
    private const string Result = "Microsoft.AspNetCore.Http.IResult";
    private const string Results = "Microsoft.AspNetCore.Http.Results";
    private const string StatusCodes = "Microsoft.AspNetCore.Http.StatusCodes";
    private const string Unprocessable = "Status422UnprocessableEntity";
    private const string Controller = "Microsoft.AspNetCore.Mvc.ControllerBase";

    /// <summary>The statement that returns a status code or a constant text; null where neither can be returned.</summary>
    public static StatementSyntax? In(StatementSyntax statement, string message, ReportedPlace place)
    {
        if (Function(statement, place) is not { } function)
            return null;

        var returned = function.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } arguments } ? arguments[0] : function.ReturnType;
        if (returned.SpecialType == SpecialType.System_String)
            return Return(place.Generator.LiteralExpression(message));
        if (place.Symbols.FindType(StatusCodes) is not { } codes)
            return null;

        var code = place.Types.Member(codes, Unprocessable);
        if (place.Symbols.FindType(Result) is { } result && SymbolEqualityComparer.Default.Equals(returned, result) && place.Symbols.FindType(Results) is { } results)
            return Return(place.Generator.InvocationExpression(place.Types.Member(results, "StatusCode"), code));
        return returned.Name is "IActionResult" or "ActionResult" && IsController(function.ContainingType, place)
            ? Return(place.Generator.InvocationExpression(SyntaxFactory.IdentifierName("StatusCode"), code))
            : null;
    }

    private static IMethodSymbol? Function(StatementSyntax statement, ReportedPlace place)
    {
        var function = statement.Ancestors().FirstOrDefault(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax);
        return function switch
        {
            null => null,
            AnonymousFunctionExpressionSyntax => place.Model.GetSymbolInfo(function, place.CancellationToken).Symbol as IMethodSymbol,
            _ => place.Model.GetDeclaredSymbol(function, place.CancellationToken) as IMethodSymbol,
        };
    }

    private static bool IsController(INamedTypeSymbol? type, ReportedPlace place)
    {
        var controller = place.Symbols.FindType(Controller);
        for (; type is not null && controller is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, controller))
                return true;
        }

        return false;
    }

    private static ReturnStatementSyntax Return(SyntaxNode value) => SyntaxFactory.ReturnStatement(
        SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), (ExpressionSyntax)value, SyntaxFactory.Token(SyntaxKind.SemicolonToken));
}
