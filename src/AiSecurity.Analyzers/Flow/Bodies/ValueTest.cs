using System;
using System.Collections.Generic;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Tests of a value against what the program itself knows: sets, constants, patterns, folders and hosts.</summary>
internal static class ValueTest
{
    public static GuardTest? Of(IInvocationOperation call, ValueFlow values) => call.TargetMethod.Name switch
    {
        "Contains" or "ContainsKey" or "TryGetValue" => InSet(call, values),
        "Equals" => IsConstant(call, values),
        nameof(string.IsNullOrEmpty) or nameof(string.IsNullOrWhiteSpace) when call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String && IsPlain(call.Arguments[0].Value) => GuardTest.OfBlank(values.Evaluate(call.Arguments[0].Value), true),
        "StartsWith" => BeginsAs(call, values),
        "IsMatch" => Matches(call, values),
        "IsDefined" when call.TargetMethod.ContainingType.SpecialType == SpecialType.System_Enum && call.Arguments.Length > 0 => GuardTest.Of(values.Evaluate(call.Arguments[call.Arguments.Length - 1].Value), Guards.AllowList, true),
        _ => null,
    };

    /// <summary>Whether a pattern holds for nothing but constants that it names, or for nothing but what is blank.</summary>
    public static bool IsConstants(IPatternOperation pattern, out bool isNegated, out bool isBlank)
    {
        (isNegated, isBlank) = (false, true);
        if (pattern is INegatedPatternOperation negated)
        {
            isNegated = true;
            pattern = negated.Pattern;
        }

        var pending = new Stack<IPatternOperation>();
        pending.Push(pattern);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                    pending.Push(either.LeftPattern);
                    pending.Push(either.RightPattern);
                    break;
                case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: string text } }:
                    isBlank &= text.Length == 0;
                    break;
                case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }:
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    /// <summary><c>Allowed.Contains(text)</c>: true for one of a set that the text is not part of anyway.</summary>
    private static GuardTest? InSet(IInvocationOperation call, ValueFlow values)
    {
        var isExtension = call.Instance is null && call.Arguments.Length > 1;
        var set = call.Instance ?? (isExtension ? call.Arguments[0].Value : null);
        var index = isExtension ? 1 : 0;
        if (set is null || call.Arguments.Length <= index || call.TargetMethod.ReturnType.SpecialType != SpecialType.System_Boolean || !Carriers.Is(Operations.Unwrap(set).Type))
            return null;

        if (!IsPlain(call.Arguments[index].Value))
            return null;
        var item = values.Evaluate(call.Arguments[index].Value);
        foreach (var part in values.Evaluate(set).Parts)
        {
            if (part.Node.Kind == FlowNodeKind.Source || item.Has(part.Node))
                return null;
        }

        return GuardTest.Of(item, Guards.AllowList, true);
    }

    /// <summary><c>uri is { Scheme: "https", Host: "api.contoso.com" }</c>: true for addresses on hosts that it names.</summary>
    public static GuardTest? OfHost(IIsPatternOperation pattern, ValueFlow values)
    {
        var isNegated = pattern.Pattern is INegatedPatternOperation;
        if ((pattern.Pattern is INegatedPatternOperation negated ? negated.Pattern : pattern.Pattern) is not IRecursivePatternOperation { MatchedType.Name: "Uri" } recursive)
            return null;

        foreach (var part in recursive.PropertySubpatterns)
        {
            if (IsPlain(part.Member) && IsConstants(part.Pattern, out var isOther, out var isBlank) && !isOther && !isBlank)
                return GuardTest.Of(values.Evaluate(pattern.Value), Guards.AllowList, !isNegated);
        }

        return null;
    }

    /// <summary>Whether an expression is a value itself, up to its case and the blanks around it: what is made of it is another value.</summary>
    public static bool IsPlain(IOperation expression)
    {
        expression = Operations.Unwrap(expression);
        while (expression is IInvocationOperation { Instance: { } receiver, TargetMethod.Name: "Trim" or "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "ToString" or "Normalize" })
            expression = Operations.Unwrap(receiver);
        // What a URL says besides its host does not tell where it leads.
        if (expression is IPropertyReferenceOperation { Property: { ContainingType.Name: "Uri", Name: var part } } && part is not ("Host" or "IdnHost" or "DnsSafeHost" or "Authority" or "AbsoluteUri" or "OriginalString"))
            return false;
        return expression is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IArrayElementReferenceOperation or Microsoft.CodeAnalysis.FlowAnalysis.IFlowCaptureReferenceOperation;
    }

    private static GuardTest? IsConstant(IInvocationOperation call, ValueFlow values)
    {
        if (call.TargetMethod.ContainingType.SpecialType is not (SpecialType.System_String or SpecialType.System_Object))
            return null;

        IOperation? tested = call.Instance;
        var isConstant = false;
        foreach (var argument in call.Arguments)
        {
            if (Operations.ConstantText(argument.Value) is not null)
                isConstant = true;
            else if (argument.Parameter?.Type.SpecialType is SpecialType.System_String or SpecialType.System_Object)
                tested ??= argument.Value;
        }

        if (call.Instance is { } receiver && Operations.ConstantText(receiver) is not null && call.Arguments.Length > 0)
            (tested, isConstant) = (call.Arguments[0].Value, true);
        return isConstant && tested is not null && IsPlain(tested) ? GuardTest.Of(values.Evaluate(tested), Guards.AllowList, true) : null;
    }

    /// <summary><c>full.StartsWith(root)</c>, <c>url.StartsWith("https://api.contoso.com/")</c>, <c>link.StartsWith("/help/")</c>: below a folder, host or path of the program's own.</summary>
    private static GuardTest? BeginsAs(IInvocationOperation call, ValueFlow values)
    {
        if (call.Instance is null || call.Arguments.IsEmpty || call.TargetMethod.ContainingType.SpecialType != SpecialType.System_String)
            return null;

        var tested = values.Evaluate(call.Instance);
        if (!IsOfProgram(values.Evaluate(call.Arguments[0].Value), tested))
            return null;

        var start = Operations.ConstantText(call.Arguments[0].Value);
        if (start is null)
            return GuardTest.Of(tested, Guards.Path, true);
        // "/data/" begins a path of the program's own, on this machine or on this website.
        if (UrlStart.FixesHost(start) && !UrlStart.IsOpen(start))
            return GuardTest.Of(tested, start[0] == '/' ? Guards.Url | Guards.Path : Guards.Url, true);
        return UrlStart.IsWeb(start) ? GuardTest.Of(tested, Guards.Web, true) : null;
    }

    /// <summary><c>Path.GetDirectoryName(path) == folder</c>, and <c>Path.GetFileName(name) == name</c>: right in a folder of the program's own, and no path at all.</summary>
    public static GuardTest? OfFileName(IOperation left, IOperation right, ValueFlow values, bool equals)
    {
        if (Operations.Unwrap(left) is not IInvocationOperation { TargetMethod: { Name: var part, ContainingType.Name: "Path" }, Arguments: { Length: 1 } arguments } || !IsPlain(arguments[0].Value))
            return null;

        var tested = values.Evaluate(arguments[0].Value);
        var isMeant = part switch
        {
            "GetDirectoryName" => IsOfProgram(values.Evaluate(right), tested),
            "GetFileName" => Operations.Unwrap(right).Syntax.IsEquivalentTo(Operations.Unwrap(arguments[0].Value).Syntax),
            _ => false,
        };
        return isMeant ? GuardTest.Of(tested, Guards.Path, equals) : null;
    }

    /// <summary>Whether a beginning is the program's own, also when a field or parameter holds it: the tested text is more than that.</summary>
    public static bool IsOfProgram(FlowValue beginning, FlowValue tested)
    {
        foreach (var part in beginning.Parts)
        {
            if (part.Node.Root.Kind == FlowNodeKind.Source)
                return false;
        }

        foreach (var part in tested.Parts)
        {
            if (!beginning.Has(part.Node))
                return true;
        }

        return beginning.IsClean;
    }

    /// <summary><c>Array.IndexOf(Topics, text) &lt; 0</c>: whether the set has it, as a number says.</summary>
    public static GuardTest? OfIndex(IBinaryOperation comparison, ValueFlow values)
    {
        if (Operations.Unwrap(comparison.LeftOperand) is not IInvocationOperation { TargetMethod.Name: "IndexOf" } call || comparison.RightOperand.ConstantValue is not { HasValue: true, Value: int number })
            return null;
        bool? isIn = (comparison.OperatorKind, number) switch
        {
            (BinaryOperatorKind.GreaterThanOrEqual, 0) or (BinaryOperatorKind.GreaterThan, -1) or (BinaryOperatorKind.NotEquals, -1) => true,
            (BinaryOperatorKind.LessThan, 0) or (BinaryOperatorKind.Equals, -1) => false,
            _ => null,
        };
        var index = call.Instance is null ? 1 : 0;
        var set = call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        if (isIn is null || set is null || call.Arguments.Length <= index || !Carriers.Is(Operations.Unwrap(set).Type) || !IsPlain(call.Arguments[index].Value))
            return null;
        return GuardTest.Of(values.Evaluate(call.Arguments[index].Value), Guards.AllowList, isIn.Value);
    }

    /// <summary>A constant pattern that the whole text must fit and that names the characters it may have.</summary>
    private static GuardTest? Matches(IInvocationOperation call, ValueFlow values)
    {
        if (call.TargetMethod.ContainingType.Name != "Regex" || call.Arguments.IsEmpty)
            return null;

        var pattern = call.TargetMethod.IsStatic ? call.Arguments.Length > 1 ? Operations.ConstantText(call.Arguments[1].Value) : null : RegexPattern.Of(call.Instance);
        return pattern is not null && RegexPattern.IsNarrow(pattern) ? GuardTest.Of(values.Evaluate(call.Arguments[0].Value), Guards.AllowList, true) : null;
    }
}
