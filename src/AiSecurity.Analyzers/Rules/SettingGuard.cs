using System.Collections.Generic;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules;

/// <summary>Whether code runs only when a setting says so: under a condition that reads one, or a boolean that comes from elsewhere.</summary>
internal sealed class SettingGuard(AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
{
    private readonly ValueTrace _trace = new(model, cancellationToken);

    public bool Covers(SyntaxNode node)
    {
        for (var (child, parent) = (node, node.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var condition = parent switch
            {
                IfStatementSyntax test when child != test.Condition => test.Condition,
                ConditionalExpressionSyntax test when child != test.Condition => test.Condition,
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both when child == both.Right => both.Left,
                _ => null,
            };
            if (condition is not null && ReadsSetting(condition))
                return true;
        }

        return false;
    }

    private bool ReadsSetting(ExpressionSyntax condition)
    {
        if (model.OperationOf(condition, cancellationToken) is not { } operation)
            return false;

        foreach (var part in Parts(operation))
        {
            if (IsSetting(part) || part is ILocalReferenceOperation or IMemberReferenceOperation or IParameterReferenceOperation && IsDecidedElsewhere(part))
                return true;
        }

        return false;
    }

    private static IEnumerable<IOperation> Parts(IOperation operation)
    {
        var pending = new Stack<IOperation>();
        pending.Push(operation);
        for (var step = 0; pending.Count > 0 && step < 200; step++)
        {
            var part = pending.Pop();
            yield return part;
            foreach (var child in part.ChildOperations)
                pending.Push(child);
        }
    }

    private bool IsDecidedElsewhere(IOperation value)
    {
        foreach (var source in _trace.SourcesOf(value))
        {
            if (IsSetting(source) || (source.ConstantValue is not { HasValue: true } && source.Type?.SpecialType == SpecialType.System_Boolean && ValueTrace.ReadSymbol(source) is IParameterSymbol or IPropertySymbol or IFieldSymbol))
                return true;
            foreach (var part in Parts(source))
            {
                if (IsSetting(part))
                    return true;
            }
        }

        return false;
    }

    private bool IsSetting(IOperation operation)
    {
        var member = operation switch
        {
            IInvocationOperation invocation => (ISymbol)invocation.TargetMethod,
            IPropertyReferenceOperation property => property.Property,
            _ => null,
        };
        if (member is null)
            return false;

        foreach (var row in symbols.RowsOf(member))
        {
            if (row.Role == Role.Setting)
                return true;
        }

        return false;
    }
}
