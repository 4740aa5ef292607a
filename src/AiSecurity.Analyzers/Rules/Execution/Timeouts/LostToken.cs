using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Execution.Timeouts;

/// <summary>A token that the function around a call gets, and the call does not.</summary>
/// <param name="Token">The parameter that holds it.</param>
/// <param name="Parameter">The parameter that would take it.</param>
internal sealed record LostToken(string Token, string Parameter)
{
    private const string TypeName = "CancellationToken";

    /// <summary>A discard has no name that could be passed.</summary>
    public string Advice => Token == "_" ? "give the token that is thrown away a name, and pass it on" : $"pass '{Token}' to it";

    public static LostToken? Of(InvocationExpressionSyntax call, AiFile file)
    {
        if (file.Model.OperationOf(call, file.CancellationToken) is not IInvocationOperation invocation || TokenAround(call, file) is not { } token || IsGiven(call, token))
            return null;

        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is { } taken && IsToken(taken.Type))
                return argument.ArgumentKind == ArgumentKind.DefaultValue ? new LostToken(token, taken.Name) : null;
        }

        return OverloadOf(invocation.TargetMethod) is { } name ? new LostToken(token, name) : null;
    }

    /// <summary>The nearest one that the code may use.</summary>
    private static string? TokenAround(SyntaxNode call, AiFile file)
    {
        for (var around = call.Parent; around is not null; around = around.Parent)
        {
            var (parameters, ends) = around switch
            {
                ParenthesizedLambdaExpressionSyntax lambda => (lambda.ParameterList.Parameters, lambda.Modifiers.Any(SyntaxKind.StaticKeyword)),
                SimpleLambdaExpressionSyntax lambda => (SyntaxFactory.SeparatedList([lambda.Parameter]), lambda.Modifiers.Any(SyntaxKind.StaticKeyword)),
                LocalFunctionStatementSyntax function => (function.ParameterList.Parameters, function.Modifiers.Any(SyntaxKind.StaticKeyword)),
                BaseMethodDeclarationSyntax method => (method.ParameterList.Parameters, true),
                _ => (default, false),
            };
            if (around is SimpleLambdaExpressionSyntax simple)
            {
                if (file.Model.GetDeclaredSymbol(simple.Parameter, file.CancellationToken) is { } only && IsToken(only.Type))
                    return only.Name;
            }
            else
            {
                foreach (var parameter in parameters)
                {
                    if (file.Model.GetDeclaredSymbol(parameter, file.CancellationToken) is { } symbol && IsToken(symbol.Type))
                        return symbol.Name;
                }
            }

            if (ends || around is MemberDeclarationSyntax)
                return null;
        }

        return null;
    }

    /// <summary>In an options object, or to the stream that the call gives.</summary>
    private static bool IsGiven(InvocationExpressionSyntax call, string token) =>
        call.ArgumentList.DescendantNodes().Any(node => node is IdentifierNameSyntax { Identifier.ValueText: var name } && name == token)
        || call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WithCancellation" or "WaitAsync" };

    /// <summary>The name of the parameter of an overload that takes a token besides.</summary>
    private static string? OverloadOf(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        foreach (var member in definition.ContainingType.GetMembers(definition.Name))
        {
            // CompleteChat(params messages) has a sister for a list, options and a token.
            if (definition.Parameters.Length == 1 && definition.Parameters[0].IsParams && member is IMethodSymbol sister && sister.Parameters.LastOrDefault() is { IsOptional: true } last && IsToken(last.Type))
                return last.Name;
            if (member is IMethodSymbol other && other.Parameters.Length == definition.Parameters.Length + 1 && IsToken(other.Parameters[other.Parameters.Length - 1].Type)
                && definition.Parameters.Zip(other.Parameters, static (left, right) => SymbolEqualityComparer.Default.Equals(left.Type, right.Type)).All(static same => same))
                return other.Parameters[other.Parameters.Length - 1].Name;
        }

        return null;
    }

    private static bool IsToken(ITypeSymbol type) => type is { Name: TypeName, ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };
}
