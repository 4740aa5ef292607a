using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Graph;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Execution.Sessions;

/// <summary>What is wrong with the identifier of a session, as far as its file tells.</summary>
internal sealed class SessionName(AiFile file)
{
    /// <summary>Texts inside texts.</summary>
    private const int MaxDepth = 6;

    private static readonly HashSet<string> Clocks = ["Now", "UtcNow", "Today", "Ticks", "TickCount", "TickCount64", "GetTimestamp", "ToUnixTimeSeconds", "ToUnixTimeMilliseconds", "GetUtcNow", "ElapsedTicks"];
    private static readonly HashSet<string> Pieces = ["ToString", "Trim", "ToLower", "ToLowerInvariant", "ToUpper", "ToUpperInvariant", "Replace", "Substring", "EscapeDataString", "UrlEncode", "Concat", "Format", "Join", "ToUnixTimeSeconds", "ToUnixTimeMilliseconds"];

    private readonly ValueTrace _trace = new(file.Model, file.CancellationToken);

    private enum Kind
    {
        Constant,
        Count,
        Time,
        Guessable,
        Request,
        Unknown,
    }

    /// <summary>The middle of a sentence; null when nothing is known to be wrong.</summary>
    public string? FaultOf(ExpressionSyntax value)
    {
        while (value is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            value = value is ParenthesizedExpressionSyntax inner ? inner.Expression : ((PostfixUnaryExpressionSyntax)value).Operand;
        if (file.Model.OperationOf(value, file.CancellationToken) is not { } operation)
            return null;

        var visited = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        return Judge(operation, visited, 0) switch
        {
            Kind.Constant => "is always the same",
            Kind.Count => "counts up",
            Kind.Time => "is taken from the clock",
            Kind.Guessable => "comes from a generator that can be guessed",
            Kind.Request => "is what the caller sends",
            _ => IsShared(visited) ? "stands in a static member that all users share" : null,
        };
    }

    /// <summary>The worst of what a value can be; unknown where one of its parts may be unguessable.</summary>
    private Kind Judge(IOperation value, HashSet<ISymbol> visited, int depth)
    {
        if (depth > MaxDepth)
            return Kind.Unknown;

        var sources = _trace.SourcesOf(value, visited);
        var all = sources.IsEmpty ? Kind.Unknown : Kind.Constant;
        foreach (var source in sources)
        {
            var kind = JudgeSource(source, visited, depth);
            // One caller that chooses is enough; for all else every way must be bad.
            if (kind == Kind.Request)
                return kind;
            if (kind > all)
                all = kind;
        }

        return all;
    }

    private Kind JudgeSource(IOperation source, HashSet<ISymbol> visited, int depth)
    {
        if (source.ConstantValue.HasValue)
            return source.ConstantValue.Value is null ? Kind.Unknown : Kind.Constant;

        switch (source)
        {
            case IInterpolatedStringOperation text:
                var whole = Kind.Constant;
                foreach (var part in text.Parts)
                {
                    if (part is IInterpolationOperation { Expression: var inner })
                        whole = Worse(whole, Judge(inner, visited, depth + 1));
                }

                return whole;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Worse(Judge(sum.LeftOperand, visited, depth + 1), Judge(sum.RightOperand, visited, depth + 1));
            // StringValues become a text by an operator.
            case IConversionOperation { Operand: var operand }:
                return Judge(operand, visited, depth + 1);
            case IIncrementOrDecrementOperation:
                return Kind.Count;
            case IInvocationOperation { TargetMethod: { Name: "Increment", ContainingType.Name: "Interlocked" } }:
                return Kind.Count;
            case IInvocationOperation { TargetMethod.ContainingType.Name: "Random" }:
                return Kind.Guessable;
            case IInvocationOperation call when Clocks.Contains(call.TargetMethod.Name) && IsClock(call.TargetMethod):
                return Kind.Time;
            case IPropertyReferenceOperation property when Clocks.Contains(property.Property.Name) && IsClock(property.Property):
                return Kind.Time;
            case IInvocationOperation call when Pieces.Contains(call.TargetMethod.Name):
                return JudgeCall(call, visited, depth);
            case IPropertyReferenceOperation { Instance: { } holder } property when !IsOfRequest(property):
                // What a bound object holds the caller holds too; of all else nobody knows.
                return Judge(holder, new HashSet<ISymbol>(SymbolEqualityComparer.Default), depth + 1) == Kind.Request ? Kind.Request : Kind.Unknown;
            default:
                return IsOfRequest(source) ? Kind.Request : Kind.Unknown;
        }
    }

    private Kind JudgeCall(IInvocationOperation call, HashSet<ISymbol> visited, int depth)
    {
        var whole = call.Instance is { } receiver ? Judge(receiver, visited, depth + 1) : Kind.Constant;
        if (call.Instance is null || call.TargetMethod.Name == "Replace")
        {
            foreach (var argument in call.Arguments)
                whole = Worse(whole, Judge(argument.Value, visited, depth + 1));
        }

        return whole;
    }

    /// <summary>Of a text's parts: one that is unguessable makes the text so; whoever sends one part sends the rest with luck.</summary>
    private static Kind Worse(Kind left, Kind right) => left == Kind.Unknown || right == Kind.Unknown ? Kind.Unknown : left > right ? left : right;

    private static bool IsClock(ISymbol member) => member.ContainingType.Name is "DateTime" or "DateTimeOffset" or "Environment" or "Stopwatch" or "TimeProvider";

    private bool IsOfRequest(IOperation source)
    {
        switch (source)
        {
            case IParameterReferenceOperation { Parameter: var parameter }:
                return IsBound(parameter);
            case IMemberReferenceOperation or IInvocationOperation:
                var symbol = source is IMemberReferenceOperation member ? member.Member : ((IInvocationOperation)source).TargetMethod;
                foreach (var row in file.Compilation.Symbols.RowsOf(symbol))
                {
                    if (row.Role == Role.Source && row["origin"] == "user" && symbol.Name is not "User")
                        return true;
                }

                return source is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } holder } && IsOfRequest(ValueTrace.Unwrap(holder) ?? holder);
            default:
                return false;
        }
    }

    /// <summary>Of an action or a handler: by its attributes, by its base type, or by being the lambda that is mapped.</summary>
    private bool IsBound(IParameterSymbol parameter)
    {
        var flow = FlowFactStore.For(file.Compilation, file.Model.Compilation, file.CancellationToken).Shared;
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda)
            return (EntryPoints.OriginsOf(parameter, flow) & Origins.User) != 0;
        if (!EntryPoints.IsFilledByCaller(parameter, flow) || lambda.DeclaringSyntaxReferences.Length != 1)
            return false;

        return lambda.DeclaringSyntaxReferences[0].GetSyntax(file.CancellationToken) is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } }
            && file.Model.GetSymbolInfo(call, file.CancellationToken).Symbol is { } mapped && file.Compilation.Symbols.RowsOf(mapped).Any(static row => row.Role == Role.Endpoint && row["kind"] == "route");
    }

    /// <summary>A static member on a server is everybody's; on a desk it is one person's.</summary>
    private bool IsShared(HashSet<ISymbol> visited)
    {
        foreach (var symbol in visited)
        {
            if (symbol is IFieldSymbol { IsStatic: true, IsConst: false } or IPropertySymbol { IsStatic: true, IsReadOnly: true } && IsKept(symbol))
                return ServerProject.Is(file.Compilation, file.Model.Compilation, file.CancellationToken);
        }

        return false;
    }

    /// <summary>A property that makes a new one with every call keeps none.</summary>
    private bool IsKept(ISymbol symbol) => symbol is IFieldSymbol || symbol.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(file.CancellationToken) is PropertyDeclarationSyntax { Initializer: not null });
}
