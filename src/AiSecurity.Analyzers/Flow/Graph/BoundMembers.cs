using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Graph;

/// <summary>Texts of a component that its markup fills, where only the code behind it was compiled: those that the code reads, and clears at most.</summary>
internal static class BoundMembers
{
    public static IEnumerable<ISymbol> In(IEnumerable<FlowFacts> bodies, CancellationToken cancellationToken)
    {
        var types = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var body in bodies)
        {
            if (body.Owner.ContainingType is not { } type || !types.Add(type) || !type.DeclaringSyntaxReferences.All(static part => CodeBehind.Is(part.SyntaxTree)))
                continue;
            foreach (var member in type.GetMembers())
            {
                if (MayBeBound(member) && IsNeverFilled(member, type, cancellationToken))
                    yield return member;
            }
        }
    }

    private static bool MayBeBound(ISymbol member) => !member.IsStatic && !member.IsImplicitlyDeclared && member.GetAttributes().IsEmpty && member switch
    {
        IFieldSymbol { IsConst: false, IsReadOnly: false, Type.SpecialType: SpecialType.System_String } => true,
        IPropertySymbol { SetMethod: not null, Type.SpecialType: SpecialType.System_String } property => property.ContainingType.GetMembers().Any(field => field is IFieldSymbol backing && SymbolEqualityComparer.Default.Equals(backing.AssociatedSymbol, property)),
        _ => false,
    };

    private static bool IsNeverFilled(ISymbol member, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var part in type.DeclaringSyntaxReferences)
        {
            foreach (var node in part.GetSyntax(cancellationToken).DescendantNodes())
            {
                var value = node switch
                {
                    VariableDeclaratorSyntax field when field.Identifier.ValueText == member.Name => field.Initializer?.Value,
                    PropertyDeclarationSyntax property when property.Identifier.ValueText == member.Name => property.Initializer?.Value,
                    AssignmentExpressionSyntax assignment when SimpleNames.Of(assignment.Left) == member.Name => assignment.Right,
                    ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument when SimpleNames.Of(argument.Expression) == member.Name => argument.Expression,
                    _ => null,
                };
                if (value is not null && !IsBlank(value))
                    return false;
            }
        }

        return true;
    }

    private static bool IsBlank(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.NullLiteralExpression) || literal.IsKind(SyntaxKind.DefaultLiteralExpression) || literal.Token.ValueText.Length == 0,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var inner } => IsBlank(inner),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(string.Empty) } => true,
        _ => false,
    };
}
