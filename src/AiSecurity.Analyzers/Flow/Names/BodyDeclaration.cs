using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>What declares a body: methods, constructors, operators, accessors, and the initializers of fields and properties.</summary>
internal static class BodyDeclaration
{
    /// <summary>The body that a node declares; null when it declares none.</summary>
    public static BodyNames? Of(SyntaxNode node)
    {
        switch (node)
        {
            case BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } or AccessorDeclarationSyntax { Body: null, ExpressionBody: null }:
                return null;
            // What starts with a constant or empty starts with nobody's text.
            case EqualsValueClauseSyntax { Value: LiteralExpressionSyntax or DefaultExpressionSyntax or BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: null } or TypeOfExpressionSyntax or PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax or DefaultExpressionSyntax } or PrefixUnaryExpressionSyntax or MemberAccessExpressionSyntax }:
                return null;
            case MethodDeclarationSyntax method:
                return Create(method, method.Identifier.ValueText, method.ParameterList, runsWithType: false);
            case ConstructorDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax:
                return Create(node, TypeOf(node), ((BaseMethodDeclarationSyntax)node).ParameterList, runsWithType: true);
            case AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property }:
                return Create(node, property.Identifier.ValueText, null, runsWithType: true);
            case AccessorDeclarationSyntax { Parent.Parent: IndexerDeclarationSyntax } or ArrowExpressionClauseSyntax { Parent: IndexerDeclarationSyntax } or PrimaryConstructorBaseTypeSyntax:
                return Create(node, TypeOf(node), null, runsWithType: true);
            case ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                return Create(node, property.Identifier.ValueText, null, runsWithType: true);
            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                return Create(node, property.Identifier.ValueText, null, runsWithType: true);
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field }:
                return Create(node, field.Identifier.ValueText, null, runsWithType: true);
            default:
                return null;
        }
    }

    /// <summary>The type that a member is of; empty in top-level statements.</summary>
    public static string TypeOf(SyntaxNode member) => member.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.ValueText ?? "";

    private static BodyNames Create(SyntaxNode node, string name, ParameterListSyntax? parameters, bool runsWithType)
    {
        var fewest = 0;
        foreach (var parameter in parameters?.Parameters ?? default)
        {
            if (parameter.Modifiers.Any(SyntaxKind.ParamsKeyword))
                return new BodyNames(node, name, TypeOf(node), fewest, int.MaxValue, runsWithType);
            if (parameter.Default is null)
                fewest++;
        }

        return new BodyNames(node, name, TypeOf(node), fewest, parameters?.Parameters.Count ?? 0, runsWithType);
    }
}
