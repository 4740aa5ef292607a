using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Calls that leave out of a text, or replace in it, what could do harm: all but letters and digits, or what separates folders.</summary>
internal static class CleanedText
{
    /// <summary>What the result has passed.</summary>
    public static Guards Of(IInvocationOperation call, SemanticModel model, CancellationToken cancellationToken) => call.TargetMethod.Name switch
    {
        "Where" when IsOfCharacters(call) && FunctionOf(call, "Enumerable") is { } test => CharacterTest.Of(test, model, cancellationToken),
        "Select" when IsOfCharacters(call) && FunctionOf(call, "Enumerable") is { } projection => CharacterTest.OfChoice(projection, model, cancellationToken),
        "Aggregate" when call.Arguments.Length == 3 && IsInvalidCharacters(call.Arguments[0].Value, model, cancellationToken) && FunctionOf(call, "Enumerable") is LambdaExpressionSyntax { ExpressionBody: { } step } && IsReplacement(step) => Guards.Path,
        "Split" when call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String && call.Arguments.Length > 0 && IsInvalidCharacters(call.Arguments[0].Value, model, cancellationToken) => Guards.Path,
        "Replace" when call.TargetMethod.ContainingType.Name == "Regex" => OfPattern(call),
        _ => Guards.None,
    };

    /// <summary>Whether a value is what a file name cannot have, kept in a field or variable or not.</summary>
    public static bool IsInvalidCharacters(IOperation value, SemanticModel model, CancellationToken cancellationToken) =>
        new ValueTrace(model, cancellationToken).SourcesOf(value).All(static source => source.Syntax.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static name => name.Identifier.ValueText == CharacterTest.InvalidCharacters));

    /// <summary><c>foreach (var c in Path.GetInvalidFileNameChars()) name = name.Replace(c, '_');</c>: the variable, for a call that makes the characters; null for others.</summary>
    public static ISymbol? CleanedInLoop(IInvocationOperation call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (call.TargetMethod.Name != CharacterTest.InvalidCharacters || call.Syntax.Parent is not ForEachStatementSyntax loop)
            return null;

        foreach (var assignment in loop.Statement.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.Left is IdentifierNameSyntax target && IsReplacement(assignment.Right) && assignment.Right.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == target.Identifier.ValueText)
                && assignment.Right.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == loop.Identifier.ValueText))
                return model.GetSymbolInfo(target, cancellationToken).Symbol;
        }

        return null;
    }

    private static bool IsOfCharacters(IInvocationOperation call) => call.TargetMethod.TypeArguments is { Length: > 0 } types && types[0].SpecialType == SpecialType.System_Char;

    /// <summary>The last argument of a method of a type, as it is written.</summary>
    private static ExpressionSyntax? FunctionOf(IInvocationOperation call, string type) =>
        call.TargetMethod.ContainingType.Name == type && call.Arguments.Length > 1 && call.Arguments[call.Arguments.Length - 1].Syntax is ArgumentSyntax { Expression: var function } ? function : null;

    private static bool IsReplacement(ExpressionSyntax expression) => expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Replace" } };

    private static Guards OfPattern(IInvocationOperation call)
    {
        var (pattern, index) = call.TargetMethod.IsStatic ? (TextAt(call, 1), 2) : (RegexPattern.Of(call.Instance), 1);
        return pattern is null || TextAt(call, index) is not { } replacement || replacement.IndexOfAny(['/', '\\', '$']) >= 0 ? Guards.None : RegexPattern.LeftBy(pattern);
    }

    private static string? TextAt(IInvocationOperation call, int index) => call.Arguments.Length > index ? Operations.ConstantText(call.Arguments[index].Value) : null;
}
