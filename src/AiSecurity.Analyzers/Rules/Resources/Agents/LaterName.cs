using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Agents;

/// <summary>Whether options that are kept in a variable may get their name after they were created.</summary>
internal sealed class LaterName(AiFile file)
{
    public bool MayBeGiven(BaseObjectCreationExpressionSyntax options, string member)
    {
        var type = file.Model.GetTypeInfo(options, file.CancellationToken).Type;
        foreach (var node in options.SyntaxTree.GetRoot(file.CancellationToken).DescendantNodes())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } left } when name == member && IsOf(type, left):
                case ArgumentSyntax { Expression: IdentifierNameSyntax given, Parent.Parent: { } call } when IsHeldBy(given, type) && IsOwn(call):
                    return true;
            }
        }

        return false;
    }

    private bool IsOf(ITypeSymbol? type, ExpressionSyntax member) =>
        SymbolOf(member) is not { } symbol || type is null || SymbolEqualityComparer.Default.Equals(symbol.ContainingType, type);

    private bool IsHeldBy(IdentifierNameSyntax name, ITypeSymbol? type) =>
        type is not null && SymbolEqualityComparer.Default.Equals(file.Model.GetTypeInfo(name, file.CancellationToken).Type, type);

    private bool IsOwn(SyntaxNode call) => SymbolOf(call) is null or { DeclaringSyntaxReferences.IsEmpty: false };

    private ISymbol? SymbolOf(SyntaxNode node)
    {
        var info = file.Model.GetSymbolInfo(node, file.CancellationToken);
        return info.Symbol ?? CandidateCall.Resolve(node, info, file.Model, file.CancellationToken);
    }
}
