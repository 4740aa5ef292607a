using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>What a body tells its callers about guards: which of its parameters have passed some when it returns, and with which answer.</summary>
internal sealed class ExitGuards(BodyContext context, GuardFlow guards)
{
    private bool _hasReturned;

    /// <summary>What a return tells callers about parameters.</summary>
    public void Return(IOperation returned)
    {
        // Of an answer that is made here, its verdict is what callers test.
        var said = MadeVerdict.Of(returned) ?? returned;
        var constant = said.ConstantValue is { HasValue: true, Value: bool known } ? known : (bool?)null;
        var verdict = constant is null ? guards.TestOf(said) : null;
        var test = ReferenceEquals(said, returned) ? verdict : guards.TestOf(returned);
        foreach (var parameter in context.Facts.Parameters)
        {
            var node = FlowNode.Parameter(parameter);
            var passed = PassedBy(node);
            Meet(parameter.Ordinal, CallOutcome.Returned, passed);
            if (constant != false)
                Meet(parameter.Ordinal, CallOutcome.True, passed.And(Of(verdict?.WhenTrue, node)));
            if (constant != true)
                Meet(parameter.Ordinal, CallOutcome.False, passed.And(Of(verdict?.WhenFalse, node)));
            var good = passed.And(test is { IsAnswer: true } ? Of(test.Answer, node) : Verdicts(returned, node));
            if (IsBad(returned) || test is { IsBad: true })
                continue;
            Meet(parameter.Ordinal, CallOutcome.NotBadAnswer, good.WhereNotBad());
            if (test is { Choices: { IsDefault: false } choices })
                context.Facts.NamedAnswers.AddRange(choices.Select(choice => (parameter.Ordinal, passed.And(Of(choice, node)))));
            else if (IsNamedVerdict(returned))
                context.Facts.NamedAnswers.Add((parameter.Ordinal, good));
            else
                Meet(parameter.Ordinal, CallOutcome.GoodAnswer, good);
        }

        _hasReturned = true;
    }

    public void End()
    {
        if (_hasReturned)
            return;

        foreach (var parameter in context.Facts.Parameters)
        {
            Meet(parameter.Ordinal, CallOutcome.Returned, PassedBy(FlowNode.Parameter(parameter)));
        }
    }

    /// <summary>What the fields of an object that is returned tell: <c>new Answer(Safe: !result.IsAttack)</c>, <c>[isAttack, .. others]</c>.</summary>
    private Passage Verdicts(IOperation returned, FlowNode node)
    {
        foreach (var value in PartsOf(Operations.Unwrap(returned)))
        {
            if (guards.TestOf(value) is { } test && Of(test.WhenTrue.AddRange(test.WhenFalse).AddRange(test.Answer), node) is { IsNothing: false } passage)
                return passage;
        }

        return Passage.Nothing;
    }

    /// <summary>What an object, a tuple or a list is made of.</summary>
    private static IEnumerable<IOperation> PartsOf(IOperation made) => made switch
    {
        IObjectCreationOperation or ITupleOperation => made.ChildOperations.Select(static child => child is IArgumentOperation argument ? argument.Value : child),
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        // Roslyn 4.8 has the syntax of a collection expression, and not its operation.
        { Syntax: CollectionExpressionSyntax } => made.ChildOperations.Select(static element => element.Syntax is SpreadElementSyntax ? element.ChildOperations.FirstOrDefault() ?? element : element),
        _ => [],
    };

    /// <summary>Whether one of several answers is returned that has a name, and does not say that all is well: <c>Outcome.Hostile</c>, <c>new Refused()</c>. Where nothing was looked at, it is not the good one.</summary>
    private bool IsNamedVerdict(IOperation returned) => Operations.Unwrap(returned) switch
    {
        IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType.TypeKind: TypeKind.Enum, Name: var verdict } } => VerdictWords.GoodWhen(verdict, context.Symbols) != true,
        IObjectCreationOperation { Type: { BaseType: { SpecialType: not SpecialType.System_Object, IsAbstract: true }, Name: var made } } => VerdictWords.GoodWhen(made, context.Symbols) != true,
        _ => false,
    };

    /// <summary>Whether an object that is returned says by itself that the text is bad: <c>new Answer(IsAttack: true)</c>.</summary>
    private bool IsBad(IOperation returned)
    {
        if (Operations.Unwrap(returned) is IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType.TypeKind: TypeKind.Enum, Name: var verdict } })
            return VerdictWords.GoodWhen(verdict, context.Symbols) == false;
        if (Operations.Unwrap(returned) is IObjectCreationOperation { Type.Name: var made } && VerdictWords.GoodWhen(made, context.Symbols) == false)
            return true;
        if (Operations.Unwrap(returned) is not IObjectCreationOperation { Arguments: var arguments, Initializer: var initializer })
            return false;

        foreach (var argument in arguments)
        {
            if (argument is { Parameter.Name: var name, Value.ConstantValue: { HasValue: true, Value: bool value } } && VerdictWords.GoodWhen(name, context.Symbols) == !value)
                return true;
        }

        foreach (var set in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (set is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: var name }, Value.ConstantValue: { HasValue: true, Value: bool value } } && VerdictWords.GoodWhen(name, context.Symbols) == !value)
                return true;
        }

        return false;
    }

    /// <summary>What a parameter, or a member of it, has passed: who looks at a request looks at the text in it.</summary>
    private Passage PassedBy(FlowNode parameter)
    {
        var passed = Passage.Nothing;
        foreach (var pair in context.State.Passed)
        {
            if (pair.Key.Root.Equals(parameter))
                passed = passed.And(pair.Value);
        }

        return passed;
    }

    private void Meet(int ordinal, CallOutcome outcome, Passage passage)
    {
        var known = context.Facts.GuardsAtExit;
        known[(ordinal, outcome)] = known.TryGetValue((ordinal, outcome), out var before) ? before.Or(passage) : passage;
    }

    private Passage Of(ImmutableArray<Guarded>? guarded, FlowNode node)
    {
        var passage = Passage.Nothing;
        foreach (var (value, passed) in guarded ?? ImmutableArray<Guarded>.Empty)
        {
            foreach (var part in context.WithWhole(value, passed).Parts)
            {
                if (part.Node.Root.Equals(node))
                    passage = passage.And(passed);
            }
        }

        return passage;
    }
}
