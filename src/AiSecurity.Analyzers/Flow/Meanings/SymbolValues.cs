using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>What one file gives to a local, member, parameter or method; a read of the symbol itself stands for a writer that cannot be followed.</summary>
internal sealed class SymbolValues(SemanticModel model, CancellationToken cancellationToken)
{
    public static IReadOnlyList<IOperation> OfLocal(ILocalReferenceOperation reference)
    {
        var values = new List<IOperation>();
        var root = (IOperation)reference;
        while (root.Parent is not null)
            root = root.Parent;

        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Same(declarator.Symbol, reference.Local) && declarator.GetVariableInitializer() is { } initializer:
                    values.Add(initializer.Value);
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Same(target.Local, reference.Local):
                    values.Add(assignment.Value);
                    break;
                case ICoalesceAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Same(target.Local, reference.Local):
                    values.Add(assignment.Value);
                    break;
                case IDeconstructionAssignmentOperation deconstruction when Deconstructs(deconstruction, reference.Local, out var value):
                    values.Add(value ?? reference);
                    break;
                // Filled or changed by something that cannot be followed: the variable itself is a source.
                case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument when Same(ValueTrace.ReadSymbol(DeclaredIn(argument.Value)), reference.Local):
                case ICompoundAssignmentOperation { Target: ILocalReferenceOperation changed } when Same(changed.Local, reference.Local):
                    values.Add(reference);
                    break;
            }
        }

        return values;
    }

    private static IOperation DeclaredIn(IOperation argument) => argument is IDeclarationExpressionOperation declaration ? declaration.Expression : argument;

    /// <summary>Whether <c>(a, b) = ...</c> writes a local, and the element of the tuple literal that it gets; null for any other right side.</summary>
    private static bool Deconstructs(IDeconstructionAssignmentOperation deconstruction, ILocalSymbol local, out IOperation? value)
    {
        value = null;
        if (DeclaredIn(deconstruction.Target) is not ITupleOperation targets)
            return false;

        for (var i = 0; i < targets.Elements.Length; i++)
        {
            if (!Same(ValueTrace.ReadSymbol(DeclaredIn(targets.Elements[i])), local))
                continue;
            if (ValueTrace.Unwrap(deconstruction.Value) is ITupleOperation values && values.Elements.Length == targets.Elements.Length)
                value = values.Elements[i];
            return true;
        }

        return false;
    }

    public IReadOnlyList<IOperation> OfMember(ISymbol member)
    {
        var values = new List<IOperation>();
        foreach (var type in DeclarationsHere(member.ContainingType))
        {
            foreach (var node in type.DescendantNodes())
            {
                var value = node switch
                {
                    VariableDeclaratorSyntax { Initializer: { } initializer } declarator when declarator.Identifier.ValueText == member.Name && IsDeclaration(declarator, member) => initializer.Value,
                    PropertyDeclarationSyntax property when property.Identifier.ValueText == member.Name && IsDeclaration(property, member) =>
                        property.ExpressionBody?.Expression ?? GetterExpression(property) ?? property.Initializer?.Value,
                    AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.CoalesceAssignmentExpression } assignment when NameIs(assignment.Left, member.Name)
                        && Same(model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol, member) => assignment.Right,
                    _ => null,
                };
                if (value is not null && model.OperationOf(value, cancellationToken) is { } operation)
                    values.Add(operation);
                else if (WritesInAnotherWay(node, member))
                    values.Add(model.OperationOf(node, cancellationToken)!);
            }
        }

        return values;
    }

    /// <summary>Whether a name of the member stands where it is filled or changed by something that cannot be followed.</summary>
    private bool WritesInAnotherWay(SyntaxNode node, ISymbol member)
    {
        if (node is not SimpleNameSyntax name || name.Identifier.ValueText != member.Name)
            return false;

        var whole = node.Parent is MemberAccessExpressionSyntax access && access.Name == node ? access : node;
        if (whole.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            whole = whole.Parent;
        var isWrite = whole.Parent switch
        {
            ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword or (int)SyntaxKind.RefKeyword } => true,
            AssignmentExpressionSyntax assignment => assignment.Left == whole && !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && !assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression),
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax deconstruction } tuple } => deconstruction.Left == tuple,
            _ => false,
        };
        return isWrite && Same(model.GetSymbolInfo(node, cancellationToken).Symbol, member) && model.OperationOf(node, cancellationToken) is not null;
    }

    private static ExpressionSyntax? GetterExpression(PropertyDeclarationSyntax property)
    {
        foreach (var accessor in property.AccessorList?.Accessors ?? default)
        {
            if (!accessor.IsKind(SyntaxKind.GetAccessorDeclaration))
                continue;
            if (accessor.ExpressionBody is { } body)
                return body.Expression;
            if (accessor.Body is { Statements: { Count: 1 } statements } && statements[0] is ReturnStatementSyntax { Expression: { } returned })
                return returned;
        }

        return null;
    }

    public IReadOnlyList<IOperation> OfReturn(IMethodSymbol method)
    {
        var values = new List<IOperation>();
        foreach (var reference in method.OriginalDefinition.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree != model.SyntaxTree)
                continue;

            var declaration = reference.GetSyntax(cancellationToken);
            var arrow = declaration switch
            {
                BaseMethodDeclarationSyntax declared => declared.ExpressionBody,
                LocalFunctionStatementSyntax function => function.ExpressionBody,
                _ => null,
            };
            if (arrow is not null)
                Add(arrow.Expression);

            foreach (var node in declaration.DescendantNodes(node => node == declaration || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
            {
                if (node is ReturnStatementSyntax { Expression: { } returned })
                    Add(returned);
            }
        }

        return values;

        void Add(ExpressionSyntax expression)
        {
            if (model.OperationOf(expression, cancellationToken) is { } operation)
                values.Add(operation);
        }
    }

    public IReadOnlyList<IOperation> OfParameter(IMethodSymbol owner, IParameterSymbol parameter)
    {
        var values = new List<IOperation>();
        var index = FileIndex.Of(model.SyntaxTree, cancellationToken);
        foreach (var node in owner.MethodKind == MethodKind.Constructor ? index.CreationsOf(owner.ContainingType.Name) : index.CallsOf(owner.Name))
        {
            if (!Same(model.GetSymbolInfo(node, cancellationToken).Symbol?.OriginalDefinition, owner.OriginalDefinition))
                continue;

            var arguments = model.OperationOf(node, cancellationToken) switch
            {
                IInvocationOperation invocation => invocation.Arguments,
                IObjectCreationOperation creation => creation.Arguments,
                _ => ImmutableArray<IArgumentOperation>.Empty,
            };
            foreach (var argument in arguments)
            {
                if (argument.Parameter?.Ordinal == parameter.Ordinal)
                    values.Add(argument.ArgumentKind == ArgumentKind.Explicit ? argument.Value : argument);
            }
        }

        return values;
    }

    private IEnumerable<SyntaxNode> DeclarationsHere(INamedTypeSymbol? type)
    {
        foreach (var reference in type?.OriginalDefinition.DeclaringSyntaxReferences ?? ImmutableArray<SyntaxReference>.Empty)
        {
            if (reference.SyntaxTree == model.SyntaxTree)
                yield return reference.GetSyntax(cancellationToken);
        }
    }

    private bool IsDeclaration(SyntaxNode declaration, ISymbol member) => Same(model.GetDeclaredSymbol(declaration, cancellationToken), member.OriginalDefinition);

    private static bool NameIs(ExpressionSyntax expression, string name) => expression switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText == name,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == name,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText == name,
        _ => false,
    };

    private static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);
}
