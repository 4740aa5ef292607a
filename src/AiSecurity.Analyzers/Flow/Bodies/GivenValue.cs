using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>An argument of a call.</summary>
/// <param name="Parameter">The parameter that it is for; null where nobody knows.</param>
/// <param name="Value">The expression.</param>
/// <param name="Syntax">The argument as it is written.</param>
/// <param name="IsParamArray">Whether the compiler makes an array of several arguments.</param>
internal readonly record struct GivenArgument(IParameterSymbol? Parameter, IOperation Value, SyntaxNode Syntax, bool IsParamArray = false);

/// <summary>An argument of a call with what it holds.</summary>
internal readonly record struct GivenValue(GivenArgument Argument, FlowValue Value);
