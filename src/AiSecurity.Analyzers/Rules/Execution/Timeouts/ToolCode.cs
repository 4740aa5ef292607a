using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Timeouts;

/// <summary>Whether code is a tool that a model calls: by its attribute, or because it is handed to a model in the same file.</summary>
internal static class ToolCode
{
    public static bool Contains(SyntaxNode node, AiFile file)
    {
        for (var around = node.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } when TakesTool(call, file):
                case MethodDeclarationSyntax method when file.Model.GetDeclaredSymbol(method, file.CancellationToken) is { } symbol && (IsMarked(symbol, file) || IsHanded(symbol, file)):
                case LocalFunctionStatementSyntax function when file.Model.GetDeclaredSymbol(function, file.CancellationToken) is { } local && IsHanded(local, file):
                    return true;
            }
        }

        return false;
    }

    private static bool IsMarked(ISymbol method, AiFile file) =>
        method.GetAttributes().Any(attribute => file.Compilation.Symbols.RowOf(attribute.AttributeClass, Role.Entry) is { } row && row["origin"] == "tool-argument");

    private static bool IsHanded(ISymbol method, AiFile file) => file.Model.SyntaxTree.GetRoot(file.CancellationToken).DescendantNodes().Any(node =>
        node is ArgumentSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var name } value, Parent.Parent: InvocationExpressionSyntax call } && name == method.Name
        && TakesTool(call, file) && file.Model.GetSymbolInfo(value, file.CancellationToken) is var info && SymbolEqualityComparer.Default.Equals(info.Symbol ?? info.CandidateSymbols.FirstOrDefault(), method));

    private static bool TakesTool(InvocationExpressionSyntax call, AiFile file) => file.Model.GetSymbolInfo(call, file.CancellationToken).Symbol is { } symbol
        && file.Compilation.Symbols.RowsOf(symbol).Any(static row => row.Role == Role.Entry && row["origin"] == "tool-argument");
}
