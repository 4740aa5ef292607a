using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Sets a switch of an AI resource to what closes it.</summary>
internal sealed class ClosedResource(ReportedPlace place, FileEdit edit, Role role, Role resource)
{
    public bool TryAdd()
    {
        if (place.Node is AssignmentExpressionSyntax assignment)
            return RowOf(place.Model.GetSymbolInfo(assignment.Left, place.CancellationToken).Symbol) is { } row && Replace(assignment.Right, row);
        if (place.Node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { } creation || place.Model.GetSymbolInfo(creation, place.CancellationToken).Symbol is not IMethodSymbol constructor)
            return false;
        if (place.Node.FirstAncestorOrSelf<ArgumentSyntax>() is { } argument && argument.Parent?.Parent == creation)
            return RowOf(constructor) is { } parameterRow && Replace(argument.Expression, parameterRow);

        if (MemberOf(constructor.ContainingType) is not { } member)
            return false;
        edit.Change(creation, current => With((BaseObjectCreationExpressionSyntax)current, member));
        return true;
    }

    private bool Replace(ExpressionSyntax value, CatalogRow row)
    {
        if (ClosedValue(place.Model.GetTypeInfo(value, place.CancellationToken) is { ConvertedType: { } converted } ? converted : null, row) is not { } closed)
            return false;
        edit.Replace(value, closed);
        UnusedCode.Mark(value, place.Model, edit, place.CancellationToken);
        return true;
    }

    private CatalogRow? RowOf(ISymbol? member) => member is null ? null : place.Symbols.RowsOf(member).FirstOrDefault(row => row.Role == role);

    /// <summary><c>Switch = closed</c> for a type that has the switch, <c>Properties = new T { Switch = closed }</c> for one that holds it.</summary>
    private AssignmentExpressionSyntax? MemberOf(INamedTypeSymbol type)
    {
        var row = type.InstanceConstructors.SelectMany(constructor => place.Symbols.RowsOf(constructor)).FirstOrDefault(candidate => candidate.Role == resource);
        if (row?["unless"]?.Split(',') is not { } members)
            return null;

        if (PropertyOf(type, members[members.Length - 1]) is { } property)
            return RowOf(property) is { } switchRow && ClosedValue(property.Type, switchRow) is { } closed ? Assign(property.Name, closed) : null;
        return PropertyOf(type, members[0]) is { } holder && Innermost(holder.Type) is { } held && MemberOf(held) is { } inner
            ? Assign(holder.Name, With(Bare(place.Types.To(held)), inner))
            : null;
    }

    private static IPropertySymbol? PropertyOf(INamedTypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
                return property;
        }

        return null;
    }

    private ExpressionSyntax? ClosedValue(ITypeSymbol? type, CatalogRow row)
    {
        var closed = row["good"]!;
        if (closed is "true" or "false")
            return SyntaxFactory.LiteralExpression(closed == "true" ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression);
        return OwnerOf(type, closed) is { } owner ? place.Types.Member(owner, closed) : null;
    }

    /// <summary>The type that has the value, also inside of what infrastructure libraries wrap values in.</summary>
    private static INamedTypeSymbol? OwnerOf(ITypeSymbol? type, string value)
    {
        if (type is not INamedTypeSymbol named)
            return null;
        return named.GetMembers(value).Any(static member => member.IsStatic) ? named : named.TypeArguments.Select(argument => OwnerOf(argument, value)).FirstOrDefault(static owner => owner is not null);
    }

    private static INamedTypeSymbol? Innermost(ITypeSymbol type)
    {
        while (type is INamedTypeSymbol { TypeArguments.Length: > 0 } generic)
            type = generic.TypeArguments[generic.TypeArguments.Length - 1];
        return type as INamedTypeSymbol;
    }

    private static AssignmentExpressionSyntax Assign(string name, ExpressionSyntax value) =>
        SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxFactory.IdentifierName(name),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
            value);

    private static ObjectCreationExpressionSyntax Bare(TypeSyntax type) =>
        SyntaxFactory.ObjectCreationExpression(SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space), type, SyntaxFactory.ArgumentList(), null);

    private static BaseObjectCreationExpressionSyntax With(BaseObjectCreationExpressionSyntax creation, AssignmentExpressionSyntax member)
    {
        if (creation.Initializer is { Expressions.Count: > 0 } filled)
            return creation.WithInitializer(filled.WithExpressions(SeparatedInsertion.After<ExpressionSyntax>(filled.Expressions, filled.Expressions.Count - 1, member)));

        var space = SyntaxFactory.Space;
        var initializer = SyntaxFactory.InitializerExpression(
            SyntaxKind.ObjectInitializerExpression,
            SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(space).WithTrailingTrivia(space),
            SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(member.WithTrailingTrivia(space)),
            SyntaxFactory.Token(SyntaxKind.CloseBraceToken));
        var trailing = creation.GetTrailingTrivia();
        // new T() with nothing inside needs no parentheses beside an initializer.
        var bare = creation is ObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } } named
            ? named.WithArgumentList(null).WithType(named.Type.WithTrailingTrivia())
            : creation.WithInitializer(null).WithTrailingTrivia();
        return bare.WithInitializer(initializer.WithTrailingTrivia(trailing));
    }
}
