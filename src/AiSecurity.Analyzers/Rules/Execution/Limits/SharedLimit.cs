using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Limits;

/// <summary>A function of the project that sets a limit on whatever options it is given: a step of the pipeline, or a helper.</summary>
internal static class SharedLimit
{
    public static bool Exists(string[] members, AiFile file)
    {
        foreach (var tree in file.Model.Compilation.SyntaxTrees)
        {
            foreach (var node in tree.GetRoot(file.CancellationToken).DescendantNodes())
            {
                if (node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax options, Name.Identifier.ValueText: var name } }
                    && Array.IndexOf(members, name) >= 0 && IsParameter(options))
                    return true;
            }
        }

        return false;
    }

    private static bool IsParameter(IdentifierNameSyntax name) => name.Ancestors().Any(node => node switch
    {
        SimpleLambdaExpressionSyntax lambda => Is(lambda.Parameter, name),
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters.Any(parameter => Is(parameter, name)),
        BaseMethodDeclarationSyntax method => method.ParameterList.Parameters.Any(parameter => Is(parameter, name)),
        LocalFunctionStatementSyntax function => function.ParameterList.Parameters.Any(parameter => Is(parameter, name)),
        _ => false,
    });

    private static bool Is(ParameterSyntax parameter, IdentifierNameSyntax name) => parameter.Identifier.ValueText == name.Identifier.ValueText;
}
