using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Graph;

/// <summary>Which methods of the project are guards, by their own facts.</summary>
internal sealed class GuardSummaries(FlowBodies bodies, FlowCompilation compilation, bool isWhole)
{
    /// <summary>Wrappers around wrappers that are looked through.</summary>
    private const int MaxDepth = 8;

    /// <summary>By depth, too: what is cut off at the limit, or in a circle of methods, is the answer for that depth only, and nobody gets another answer because of who was asked before.</summary>
    private readonly Dictionary<(ISymbol Method, int Ordinal, CallOutcome Outcome, int Depth), Guards> _known = [];
    private int _depth;

    public Guards Resolve(Passage passage)
    {
        var guards = passage.Guards;
        foreach (var call in passage.Calls)
            guards |= Of(call);
        return guards;
    }

    public Guards Of(CallGuard call) => call.Call.Symbol is { } method ? Of(method, call.Ordinal, call.Outcome) : Guards.None;

    /// <summary>Whether a call asks a shield and leaves it to its caller to act on the answer.</summary>
    public bool LeavesAnswer(CallGuard call) =>
        (Of(call with { Outcome = CallOutcome.Returned }) & Guards.Shield) == 0
        && ((Of(call with { Outcome = CallOutcome.True }) | Of(call with { Outcome = CallOutcome.False }) | Of(call with { Outcome = CallOutcome.GoodAnswer })) & Guards.Shield) != 0;

    private Guards Of(ISymbol method, int ordinal, CallOutcome outcome)
    {
        // A method that calls itself comes here, too: it guards nothing by that.
        if (_depth >= MaxDepth)
            return Guards.None;
        var key = (method, ordinal, outcome, _depth);
        if (_known.TryGetValue(key, out var known))
            return known;

        _depth++;
        var guards = Find(method, ordinal, outcome);
        if (IsGood(method, outcome) && StatementNames.Say(method))
            guards |= Guards.Statement;
        _depth--;
        _known.Add(key, guards);
        return guards;
    }

    private Guards Find(ISymbol method, int ordinal, CallOutcome outcome)
    {
        foreach (var attribute in compilation.Shields.HasAttributes ? method.GetAttributes() : System.Collections.Immutable.ImmutableArray<AttributeData>.Empty)
        {
            if (compilation.Symbols.RowOf(attribute.AttributeClass, Role.GuardAttribute) is { } row)
                return outcome == BadAnswerOf(method) || (IsBoolean(method) && outcome == CallOutcome.Returned) ? Guards.None : GuardNames.Parse(row["guards"]);
        }

        var candidates = bodies.Of(method);
        // A verdict in an answer: of code out of view, nobody knows what it means.
        if (candidates.Count == 0 && outcome is CallOutcome.True or CallOutcome.False && !IsBoolean(method))
            outcome = CallOutcome.GoodAnswer;
        // Code out of view: its name says that it asks a shield or may throw, and nobody knows that it does nothing with the answer.
        if (candidates.Count == 0 && !isWhole && (outcome is CallOutcome.True or CallOutcome.False || (outcome == CallOutcome.Returned && !compilation.Shields.Contains(method) && method is IMethodSymbol called && compilation.Refusing.Contains(called))))
            return (Guards)~0;
        if (candidates.Count == 0)
            return compilation.Shields.Contains(method) && !IsBad(method, outcome) ? Guards.Shield : Guards.None;

        var guards = (Guards)~0;
        foreach (var body in candidates)
            guards &= body.IsIncomplete ? Guards.Shield : outcome == CallOutcome.GoodAnswer ? OfGoodAnswer(body, ordinal) : body.GuardsAtExit.TryGetValue((ordinal, outcome), out var passage) ? Resolve(passage) : Guards.None;
        return guards;
    }

    /// <summary>Of answers that only have a name, those before which nothing was passed are not the good one.</summary>
    private Guards OfGoodAnswer(FlowFacts body, int ordinal)
    {
        var guards = body.GuardsAtExit.TryGetValue((ordinal, CallOutcome.GoodAnswer), out var passage) ? Resolve(passage) : (Guards)~0;
        foreach (var (of, passed) in body.NamedAnswers)
        {
            if (of == ordinal && Resolve(passed) is not Guards.None and var named)
                guards &= named;
        }

        return guards == (Guards)~0 ? Guards.None : guards;
    }

    /// <summary>Whether an outcome is the bad answer of a method that only has a name: <c>IsAttackAsync</c>. Of a name that does not tell, none is.</summary>
    private bool IsBad(ISymbol method, CallOutcome outcome) =>
        IsBoolean(method) && VerdictWords.GoodWhen(method.Name, compilation.Symbols) is not null && (outcome == CallOutcome.Returned || outcome == BadAnswerOf(method));

    /// <summary>What a member that the user declares to be a shield answers about a bad text: its name may say that true is bad.</summary>
    private CallOutcome BadAnswerOf(ISymbol method) => VerdictWords.GoodWhen(method.Name, compilation.Symbols) == false ? CallOutcome.True : CallOutcome.False;

    /// <summary>Whether an outcome is the one with which a check lets its argument pass, as far as its name tells.</summary>
    private bool IsGood(ISymbol method, CallOutcome outcome) => outcome switch
    {
        CallOutcome.GoodAnswer => true,
        CallOutcome.Returned => !IsBoolean(method) && method is IMethodSymbol checking && compilation.Refusing.Contains(checking),
        _ => IsBoolean(method) && outcome != BadAnswerOf(method),
    };

    private static bool IsBoolean(ISymbol method) =>
        method is IMethodSymbol { ReturnType: var type } && (type.SpecialType == SpecialType.System_Boolean || type is INamedTypeSymbol { Arity: 1, TypeArguments: var arguments } && arguments[0].SpecialType == SpecialType.System_Boolean);
}
