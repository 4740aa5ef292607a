using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>What a handler returns in place of an answer.</summary>
internal static class Withheld
{
    /// <summary>The statement that returns a status code or a constant text; null where neither can be returned.</summary>
    public static StatementSyntax? In(StatementSyntax statement, string message, ReportedPlace place)
    {
        if (Function(statement, place) is not { } function)
            return null;

        var returned = function.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } arguments } ? arguments[0] : function.ReturnType;
        if (returned.SpecialType == SpecialType.System_String)
            return Return(place.Generator.LiteralExpression(message));

        return place.Symbols.RowOf(returned, Role.Refusal) is { } row && row.IsOnType(MetadataName.Of(returned.OriginalDefinition))
            && CodeOf(row, place) is { } code && FactoryOf(row, function, place) is { } factory
            ? Return(place.Generator.InvocationExpression(factory, code))
            : null;
    }

    private static SyntaxNode? CodeOf(CatalogRow row, ReportedPlace place)
    {
        var code = row["good"];
        var dot = code?.LastIndexOf('.') ?? 0;
        return dot > 0 && place.Symbols.FindType(code!.Substring(0, dot)) is { } codes ? place.Types.Member(codes, code.Substring(dot + 1)) : null;
    }

    /// <summary>The method that makes an answer of a code: a static one, or one that the function's own type inherits.</summary>
    private static SyntaxNode? FactoryOf(CatalogRow row, IMethodSymbol function, ReportedPlace place)
    {
        var made = row["as"]!;
        var (owner, name) = (made.Substring(2, made.LastIndexOf('.') - 2), made.Substring(made.LastIndexOf('.') + 1));
        if (place.Symbols.FindType(owner) is not { } type)
            return null;
        if (type.IsStatic)
            return place.Types.Member(type, name);

        for (var own = function.ContainingType; own is not null; own = own.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(own, type))
                return SyntaxFactory.IdentifierName(name);
        }

        return null;
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

    private static ReturnStatementSyntax Return(SyntaxNode value) => SyntaxFactory.ReturnStatement(
        SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), (ExpressionSyntax)value, SyntaxFactory.Token(SyntaxKind.SemicolonToken));
}
