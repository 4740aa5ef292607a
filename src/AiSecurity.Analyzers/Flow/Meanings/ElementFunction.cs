using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Lambdas over the elements of a collection.</summary>
internal static class ElementFunction
{
    /// <summary>Whether a lambda hands back its parameter, a member of it, or what the parameter's own methods make of that: <c>document => document.Text</c>.</summary>
    public static bool TakesOut(SyntaxNode argument, IMethodSymbol function) =>
        argument is ArgumentSyntax { Expression: LambdaExpressionSyntax { ExpressionBody: { } body } } && function.Parameters.Length > 0 && function.Parameters[0].Name is var parameter
        && body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == parameter)
        && body.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().All(call => IsOn(call, parameter));

    /// <summary>Whether a method is the parameter's own, or one that counts: <c>text[..Math.Min(9000, text.Length)]</c>.</summary>
    private static bool IsOn(InvocationExpressionSyntax invocation, string parameter)
    {
        ExpressionSyntax start = invocation;
        while (true)
        {
            switch (start)
            {
                case InvocationExpressionSyntax call: start = call.Expression; break;
                case MemberAccessExpressionSyntax access: start = access.Expression; break;
                case ElementAccessExpressionSyntax element: start = element.Expression; break;
                case ParenthesizedExpressionSyntax inner: start = inner.Expression; break;
                default: return start is IdentifierNameSyntax { Identifier.ValueText: var name } && invocation.Expression != start && (name == parameter || name == nameof(System.Math));
            }
        }
    }
}
