using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow;

/// <summary>
/// Where a value comes from, as far as one file tells: through branches, locals, deconstruction, fields, properties, private methods and
/// their parameters. What it cannot follow is an answer of its own: the operation at which it stopped.
/// </summary>
internal sealed class ValueTrace(SemanticModel model, CancellationToken cancellationToken)
{
    private const int MaxSteps = 200;
    private const int MaxSources = 24;

    /// <summary>The operations that the value can come from, in source order of their discovery; never empty.</summary>
    public ImmutableArray<IOperation> SourcesOf(IOperation value) => SourcesOf(value, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    /// <summary>As <see cref="SourcesOf(IOperation)"/>, and collects the symbols that carry the value on its way.</summary>
    public ImmutableArray<IOperation> SourcesOf(IOperation value, HashSet<ISymbol> visited)
    {
        var sources = ImmutableArray.CreateBuilder<IOperation>();
        var pending = new Stack<IOperation>();
        pending.Push(value);
        for (var step = 0; pending.Count > 0; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var current = pending.Pop();
            if (step >= MaxSteps || sources.Count >= MaxSources || !Follow(current, visited, pending))
                sources.Add(current);
            if (sources.Count > MaxSources)
                break;
        }

        return sources.ToImmutable();
    }

    /// <summary>The local, parameter, field or property that an expression reads, without conversions; null for anything else.</summary>
    public static ISymbol? ReadSymbol(IOperation? value) => Unwrap(value) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

    public static IOperation? Unwrap(IOperation? value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation { OperatorMethod: null } conversion: value = conversion.Operand; break;
                case IParenthesizedOperation parenthesized: value = parenthesized.Operand; break;
                case IAwaitOperation awaited: value = awaited.Operation; break;
                default: return value;
            }
        }
    }

    private bool Follow(IOperation value, HashSet<ISymbol> visited, Stack<IOperation> pending)
    {
        switch (value)
        {
            case IConversionOperation or IParenthesizedOperation or IAwaitOperation when Unwrap(value) is { } inner && inner != value:
                pending.Push(inner);
                return true;
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                pending.Push(whenFalse);
                pending.Push(conditional.WhenTrue);
                return true;
            case ICoalesceOperation coalesce:
                pending.Push(coalesce.WhenNull);
                pending.Push(coalesce.Value);
                return true;
            case ISwitchExpressionOperation switched:
                for (var i = switched.Arms.Length - 1; i >= 0; i--)
                    pending.Push(switched.Arms[i].Value);
                return true;
            case ISimpleAssignmentOperation assignment:
                pending.Push(assignment.Value);
                return true;
            case ICoalesceAssignmentOperation assignment:
                pending.Push(assignment.Value);
                pending.Push(assignment.Target);
                return true;
            case IThrowOperation:
                return true;
            case ILocalReferenceOperation { Local.IsConst: false } local:
                return FollowSymbol(local.Local, visited, pending, () => ValuesOfLocal(local));
            case IFieldReferenceOperation { Field: { IsConst: false } field }:
                return FollowSymbol(field, visited, pending, () => ValuesOfMember(field), sealedWhenPrivate: field.IsReadOnly);
            case IPropertyReferenceOperation { Property: { IsIndexer: false } property, Arguments.IsEmpty: true }:
                return FollowSymbol(property, visited, pending, () => ValuesOfMember(property), sealedWhenPrivate: property.SetMethod is null);
            case IInvocationOperation { TargetMethod: { IsVirtual: false, IsAbstract: false } method }:
                return FollowSymbol(method.OriginalDefinition, visited, pending, () => ValuesOfReturn(method));
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol owner } parameter } when IsCalledHereOnly(owner):
                return FollowSymbol(parameter, visited, pending, () => ValuesOfParameter(owner, parameter));
            default:
                return false;
        }
    }

    /// <summary>Goes on to what a symbol was given; a symbol that others can write to is a source itself as well.</summary>
    private bool FollowSymbol(
        ISymbol symbol, HashSet<ISymbol> visited, Stack<IOperation> pending, System.Func<IReadOnlyList<IOperation>> valuesOf, bool sealedWhenPrivate = true)
    {
        // A second visit adds nothing: cycles and repeated reads end here.
        if (!visited.Add(symbol))
            return true;

        var values = valuesOf();
        if (values.Count == 0)
            return false;

        var isWrittenElsewhere = false;
        for (var i = values.Count - 1; i >= 0; i--)
        {
            // A read of the symbol itself stands for a writer that cannot be followed.
            if (Same(ReadSymbol(values[i]), symbol))
                isWrittenElsewhere = true;
            else
                pending.Push(values[i]);
        }

        return !isWrittenElsewhere && (symbol is ILocalSymbol or IParameterSymbol or IMethodSymbol || IsWrittenHereOnly(symbol, sealedWhenPrivate));
    }

    private static bool IsWrittenHereOnly(ISymbol member, bool isReadOnly) =>
        member.ContainingType is { DeclaringSyntaxReferences.Length: 1 } && (isReadOnly || member.DeclaredAccessibility is Accessibility.Private or Accessibility.NotApplicable);

    private static IReadOnlyList<IOperation> ValuesOfLocal(ILocalReferenceOperation reference)
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
                case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument when Same(ReadSymbol(DeclaredIn(argument.Value)), reference.Local):
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
            if (!Same(ReadSymbol(DeclaredIn(targets.Elements[i])), local))
                continue;
            if (Unwrap(deconstruction.Value) is ITupleOperation values && values.Elements.Length == targets.Elements.Length)
                value = values.Elements[i];
            return true;
        }

        return false;
    }

    private IReadOnlyList<IOperation> ValuesOfMember(ISymbol member)
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
                if (value is not null && model.GetOperation(value, cancellationToken) is { } operation)
                    values.Add(operation);
                else if (WritesInAnotherWay(node, member))
                    values.Add(model.GetOperation(node, cancellationToken)!);
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
        return isWrite && Same(model.GetSymbolInfo(node, cancellationToken).Symbol, member) && model.GetOperation(node, cancellationToken) is not null;
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

    private IReadOnlyList<IOperation> ValuesOfReturn(IMethodSymbol method)
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
            if (model.GetOperation(expression, cancellationToken) is { } operation)
                values.Add(operation);
        }
    }

    private IReadOnlyList<IOperation> ValuesOfParameter(IMethodSymbol owner, IParameterSymbol parameter)
    {
        var values = new List<IOperation>();
        var isConstructor = owner.MethodKind == MethodKind.Constructor;
        foreach (var node in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes())
        {
            var mayCall = node switch
            {
                InvocationExpressionSyntax invocation => !isConstructor && NameIs(invocation.Expression, owner.Name),
                ConstructorInitializerSyntax or BaseObjectCreationExpressionSyntax => isConstructor,
                _ => false,
            };
            if (!mayCall || !Same(model.GetSymbolInfo(node, cancellationToken).Symbol?.OriginalDefinition, owner.OriginalDefinition))
                continue;

            var arguments = model.GetOperation(node, cancellationToken) switch
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

    /// <summary>Whether all callers of a method stand in this file: private members of a type that has one part, and local functions.</summary>
    private static bool IsCalledHereOnly(IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction
        || (method.DeclaredAccessibility == Accessibility.Private && method.ContainingType.DeclaringSyntaxReferences.Length == 1);

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
