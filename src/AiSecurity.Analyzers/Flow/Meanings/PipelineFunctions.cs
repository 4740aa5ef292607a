using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Lambdas that a program puts into a pipeline. Told apart without binding: by their position and parameters, as the overloads of the row's member have them.</summary>
internal static class PipelineFunctions
{
    /// <summary>The calls in a body that hand a lambda that asks a shield to a parameter that a row names.</summary>
    public static IEnumerable<InvocationExpressionSyntax> ThatAsk(SyntaxNode body, CatalogRow row, string handler, Compilation compilation, Func<string, bool> isShield)
    {
        var shapes = ShapesOf(row, handler, compilation);
        if (shapes.Count == 0)
            yield break;

        foreach (var node in body.DescendantNodes())
        {
            if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }, ArgumentList.Arguments: var arguments } call || name != row.MemberName)
                continue;
            foreach (var (count, position, parameters) in shapes)
            {
                var given = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == handler) ?? (arguments.Count == count ? arguments[position] : null);
                if (given?.Expression is AnonymousFunctionExpressionSyntax lambda && CountOf(lambda) == parameters && Asks(lambda, isShield))
                    yield return call;
            }
        }
    }

    private static bool Asks(AnonymousFunctionExpressionSyntax lambda, Func<string, bool> isShield)
    {
        foreach (var node in lambda.DescendantNodes())
        {
            var name = node switch
            {
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText,
                InvocationExpressionSyntax { Expression: SimpleNameSyntax simple } => simple.Identifier.ValueText,
                _ => null,
            };
            if (name is not null && isShield(name))
                return true;
        }

        return false;
    }

    private static List<(int Count, int Position, int Parameters)> ShapesOf(CatalogRow row, string handler, Compilation compilation)
    {
        var shapes = new List<(int, int, int)>();
        foreach (var type in compilation.GetTypesByMetadataName(row.TypeName))
        {
            foreach (var member in type.GetMembers(row.MemberName))
            {
                if (member is not IMethodSymbol method)
                    continue;
                var receiver = method.IsExtensionMethod ? 1 : 0;
                foreach (var parameter in method.Parameters)
                {
                    if (parameter.Name == handler && parameter.Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke })
                        shapes.Add((method.Parameters.Length - receiver, parameter.Ordinal - receiver, invoke.Parameters.Length));
                }
            }
        }

        return shapes;
    }

    private static int CountOf(AnonymousFunctionExpressionSyntax lambda) => lambda switch
    {
        ParenthesizedLambdaExpressionSyntax parenthesized => parenthesized.ParameterList.Parameters.Count,
        SimpleLambdaExpressionSyntax => 1,
        AnonymousMethodExpressionSyntax { ParameterList: { } list } => list.Parameters.Count,
        _ => -1,
    };
}
