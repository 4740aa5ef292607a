using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Loops;

/// <summary>What repeated code writes to variables, fields and properties.</summary>
internal sealed class LoopWrites
{
    private static readonly string[] Growing = ["Add", "Append", "Insert", "Enqueue", "Push", "Write", "Set", "Remove"];

    private readonly Func<SyntaxNode, ISymbol?> _symbolOf;
    private readonly Func<SyntaxNode, ISymbol?> _declaredBy;

    private readonly RepeatedCode _code;

    private LoopWrites(RepeatedCode code, Func<SyntaxNode, ISymbol?> symbolOf, Func<SyntaxNode, ISymbol?> declaredBy) => (_code, _symbolOf, _declaredBy) = (code, symbolOf, declaredBy);

    /// <summary>What each symbol is given.</summary>
    public Dictionary<ISymbol, List<SyntaxNode>> Values { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Numbers that go up or down with every round.</summary>
    public HashSet<ISymbol> Counters { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Collections and builders that get more with every round.</summary>
    public HashSet<ISymbol> Grown { get; } = new(SymbolEqualityComparer.Default);

    public static LoopWrites In(RepeatedCode code, Func<SyntaxNode, ISymbol?> symbolOf, Func<SyntaxNode, ISymbol?> declaredBy)
    {
        var writes = new LoopWrites(code, symbolOf, declaredBy);
        foreach (var node in code.Nodes())
            writes.Read(node);
        foreach (var call in code.Calls)
            writes.ReadArguments(call);
        return writes;
    }

    public static bool IsNumber(ITypeSymbol? type) => type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } or { Name: "TimeSpan" };

    private void Read(SyntaxNode node)
    {
        switch (node)
        {
            case AssignmentExpressionSyntax assignment:
                Write(assignment.Left, assignment.Right, IsCount(assignment));
                break;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } step:
                Write(step.Operand, step.Operand, true);
                break;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } step:
                Write(step.Operand, step.Operand, true);
                break;
            case VariableDeclaratorSyntax { Initializer.Value: { } value }:
                Add(_declaredBy(node), value);
                break;
            case ForEachStatementSyntax data:
                Add(_declaredBy(node), data.Expression);
                break;
            case SingleVariableDesignationSyntax when SourceOf(node) is { } source:
                Add(_declaredBy(node), source);
                break;
            case ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: not DeclarationExpressionSyntax and var target, Parent.Parent: InvocationExpressionSyntax call }:
                Write(target, call, false);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var list, Name.Identifier.ValueText: var name } } call when Array.Exists(Growing, word => name.StartsWith(word, StringComparison.Ordinal)):
                if (_symbolOf(list) is { } grown and (ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol))
                {
                    Grown.Add(grown);
                    foreach (var argument in call.ArgumentList.Arguments)
                        Add(grown, argument.Expression);
                }

                break;
        }
    }

    /// <summary>What a function hands to itself, or to the next one, is what its parameters hold in the next round.</summary>
    private void ReadArguments(InvocationExpressionSyntax call)
    {
        if (_symbolOf(call) is not IMethodSymbol method)
            return;

        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (Catalog.CandidateCall.ParameterOf(argument, method.OriginalDefinition) is { } parameter && !SymbolEqualityComparer.Default.Equals(_symbolOf(argument.Expression), parameter))
            {
                if ((IsNumber(parameter.Type) && argument.Expression is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax) || IsPieceOfParameter(argument.Expression, parameter))
                    Counters.Add(parameter);
                Add(parameter, argument.Expression);
            }
        }
    }

    /// <summary><c>node.Next</c>, <c>steps.Skip(1).ToList()</c>: data of the same kind that is there, and comes to an end.</summary>
    private bool IsPieceOfParameter(ExpressionSyntax argument, IParameterSymbol parameter)
    {
        var root = argument;
        while (root is MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or PostfixUnaryExpressionSyntax)
        {
            root = root switch
            {
                MemberAccessExpressionSyntax access => access.Expression,
                InvocationExpressionSyntax call => call.Expression,
                ElementAccessExpressionSyntax element => element.Expression,
                _ => ((PostfixUnaryExpressionSyntax)root).Operand,
            };
        }

        // A text that is only changed is no smaller one.
        return root != argument && parameter.Type.SpecialType != SpecialType.System_String
            && _symbolOf(root) is IParameterSymbol whole && SymbolEqualityComparer.Default.Equals(whole.Type, parameter.Type);
    }

    private bool IsCount(AssignmentExpressionSyntax assignment) => assignment.Kind() switch
    {
        SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression => true,
        SyntaxKind.SimpleAssignmentExpression => assignment.Right is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.SubtractExpression } sum
            && (SyntaxFactory.AreEquivalent(sum.Left, assignment.Left) || SyntaxFactory.AreEquivalent(sum.Right, assignment.Left)),
        _ => false,
    };

    private void Write(ExpressionSyntax target, SyntaxNode value, bool isCount)
    {
        if (target is TupleExpressionSyntax tuple)
        {
            foreach (var element in tuple.Arguments)
                Write(element.Expression, value, false);
            return;
        }

        if (_symbolOf(target) is not { } symbol)
            return;
        if (isCount && IsNumber(TypeOf(symbol)))
            Counters.Add(symbol);
        Add(symbol, value);
        // done = true means what the condition around it means.
        var conditions = new List<ExpressionSyntax>();
        LoopExits.AddConditions(target, _code, conditions);
        foreach (var condition in conditions)
            Add(symbol, condition);
    }

    private void Add(ISymbol? symbol, SyntaxNode value)
    {
        if (symbol is null)
            return;
        if (!Values.TryGetValue(symbol, out var values))
            Values.Add(symbol, values = []);
        values.Add(value);
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>What a variable that is declared in the middle of an expression is taken from.</summary>
    private static SyntaxNode? SourceOf(SyntaxNode designation)
    {
        for (var around = designation.Parent; around is not null and not StatementSyntax; around = around.Parent)
        {
            switch (around)
            {
                case InvocationExpressionSyntax:
                    return around;
                case IsPatternExpressionSyntax test:
                    return test.Expression;
                case SwitchExpressionSyntax choice:
                    return choice.GoverningExpression;
                case AssignmentExpressionSyntax assignment:
                    return assignment.Right;
            }
        }

        return designation.FirstAncestorOrSelf<StatementSyntax>() switch
        {
            SwitchStatementSyntax choice => choice.Expression,
            ForEachVariableStatementSyntax data => data.Expression,
            _ => null,
        };
    }
}
