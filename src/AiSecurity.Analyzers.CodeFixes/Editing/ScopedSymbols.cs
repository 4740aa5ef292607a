using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Which of the symbols that a name look-up finds can really be used at a place.</summary>
internal static class ScopedSymbols
{
    /// <summary>Of a value that can be read; null for what is none.</summary>
    public static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { GetMethod: not null } property => property.Type,
        _ => null,
    };

    /// <summary>The nearest first.</summary>
    public static int Rank(ISymbol symbol) => symbol switch
    {
        ILocalSymbol => 0,
        IParameterSymbol => 1,
        IFieldSymbol => 2,
        _ => 3,
    };

    public static bool IsUsable(ISymbol symbol, int position, SemanticModel model, CancellationToken cancellationToken) => symbol switch
    {
        ILocalSymbol local => !local.DeclaringSyntaxReferences.IsEmpty && local.DeclaringSyntaxReferences[0].Span.End < position,
        IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } => IsInstanceReachable(position, model, cancellationToken),
        _ => true,
    };

    /// <summary>Whether a value may be missing; <c>var</c> always says so, and its initializer knows better.</summary>
    public static bool MayBeNull(ISymbol symbol, ITypeSymbol type, SemanticModel model, CancellationToken cancellationToken)
    {
        if (type.NullableAnnotation != NullableAnnotation.Annotated)
            return false;
        // is { } text
        if (symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } single } && single[0].GetSyntax(cancellationToken) is SingleVariableDesignationSyntax { Parent: RecursivePatternSyntax or DeclarationPatternSyntax })
            return false;

        return symbol is not ILocalSymbol { DeclaringSyntaxReferences: { Length: > 0 } references }
            || references[0].GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true }, Initializer.Value: { } value }
            || model.GetTypeInfo(value, cancellationToken).Nullability.FlowState == NullableFlowState.MaybeNull;
    }

    /// <summary>Whether <c>this</c> can be named: in an instance member, but not in its initializer nor in a call of another constructor.</summary>
    private static bool IsInstanceReachable(int position, SemanticModel model, CancellationToken cancellationToken)
    {
        var node = model.SyntaxTree.GetRoot(cancellationToken).FindToken(position).Parent;
        for (; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax:
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } }:
                    return false;
                case LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax:
                    if (node is MemberDeclarationSyntax member)
                        return model.GetDeclaredSymbol(member, cancellationToken) is { IsStatic: false };
                    break;
            }
        }

        return false;
    }
}
