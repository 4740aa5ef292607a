using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Loops;

/// <summary>Group chats whose manager never says that they are over, and so overrides the limit that they come with.</summary>
internal static class EndlessChats
{
    public static void Report(AiFile file)
    {
        var flow = FlowFactStore.For(file.Compilation, file.Model.Compilation, file.CancellationToken);
        foreach (var body in flow.Shared.Names.Of(file.Model.SyntaxTree))
        {
            if (body.Node is not MethodDeclarationSyntax method || !IsTermination(body.Name, file) || file.Model.GetDeclaredSymbol(method, file.CancellationToken) is not { IsOverride: true } symbol)
                continue;
            if (file.Compilation.Symbols.RowsOf(symbol).Any(static row => row.Role == Role.Termination) && NeverAnswersTrue(method, file))
                file.Report(Diagnostic.Create(ExecutionRules.UnboundedLoop, method.Identifier.GetLocation(), ControlTags.Of(ExecutionRules.UnboundedLoop), body.Name, "never ends the chat, and replaces the limit that the manager comes with", "ask the base method too"));
        }
    }

    private static bool IsTermination(string name, AiFile file) => file.Compilation.Symbols.Catalog.Index.Members(name).Any(static row => row.Role == Role.Termination);

    /// <summary><c>false</c>, in a task or a result or as it is, on every way.</summary>
    private static bool NeverAnswersTrue(MethodDeclarationSyntax method, AiFile file)
    {
        var answers = method.ExpressionBody is { Expression: var answer }
            ? [answer]
            : method.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax).OfType<ReturnStatementSyntax>().Select(static returned => returned.Expression).ToList();
        return answers.Count > 0 && answers.All(answer => answer is not null && IsFalse(answer, file));
    }

    private static bool IsFalse(ExpressionSyntax answer, AiFile file)
    {
        for (var step = 0; step < 6; step++)
        {
            if (file.Model.GetConstantValue(answer, file.CancellationToken) is { HasValue: true, Value: var value })
                return value is false;

            switch (answer)
            {
                case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments }:
                    answer = arguments[0].Expression;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" }, ArgumentList.Arguments: { Count: 1 } arguments }:
                    answer = arguments[0].Expression;
                    break;
                // A local that is a result: var result = new Result(false); return ValueTask.FromResult(result).
                case IdentifierNameSyntax when file.Model.GetSymbolInfo(answer, file.CancellationToken).Symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } references }
                    && references[0].GetSyntax(file.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: var given }:
                    answer = given;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }
}
