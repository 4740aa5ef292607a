using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>A constant string and the expression that writes it down.</summary>
internal readonly record struct ConstantPiece(string Text, SyntaxNode Node);

/// <summary>The constant strings among the sources of a value.</summary>
/// <param name="Pieces">Each constant with the literal, or folded expression of literals, that stands for it in source.</param>
/// <param name="IsWhole">Whether the value can come from nowhere else.</param>
internal readonly record struct ConstantText(ImmutableArray<ConstantPiece> Pieces, bool IsWhole)
{
    public static ConstantText Of(IOperation value, ValueTrace trace, CancellationToken cancellationToken)
    {
        var pieces = ImmutableArray.CreateBuilder<ConstantPiece>();
        var isWhole = true;
        foreach (var source in trace.SourcesOf(value))
        {
            if (source.ConstantValue is { HasValue: true } constant)
            {
                if (constant.Value is string text)
                    pieces.Add(new ConstantPiece(text, Declaration(source, cancellationToken) ?? source.Syntax));
                continue;
            }

            isWhole &= AddFallback(source, pieces, cancellationToken);
        }

        return new ConstantText(pieces.ToImmutable(), isWhole && pieces.Count > 0);
    }

    /// <summary>Adds the constant that a source falls back to, and tells whether it can be nothing else.</summary>
    private static bool AddFallback(IOperation source, ImmutableArray<ConstantPiece>.Builder pieces, CancellationToken cancellationToken)
    {
        switch (source)
        {
            // A call that leaves the argument out.
            case IArgumentOperation { Parameter: { HasExplicitDefaultValue: true, ExplicitDefaultValue: string fallback } omitted }:
                if (DeclarationOf(omitted, cancellationToken) is ParameterSyntax { Default.Value: { } written })
                    pieces.Add(new ConstantPiece(fallback, written));
                return true;

            case IParameterReferenceOperation { Parameter: { HasExplicitDefaultValue: true, ExplicitDefaultValue: string text } parameter }:
                if (DeclarationOf(parameter, cancellationToken) is ParameterSyntax { Default.Value: { } value })
                    pieces.Add(new ConstantPiece(text, value));
                return false;

            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference:
                var declared = DeclarationOf(reference.Member, cancellationToken) switch
                {
                    VariableDeclaratorSyntax field => field.Initializer?.Value,
                    PropertyDeclarationSyntax property => property.ExpressionBody?.Expression ?? property.Initializer?.Value,
                    // A positional record.
                    ParameterSyntax parameter => parameter.Default?.Value,
                    _ => null,
                };
                if (declared is null || Fold(declared) is not { } folded)
                    return false;
                pieces.Add(new ConstantPiece(folded, declared));
                return reference.Member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null };

            case IInvocationOperation invocation:
                foreach (var argument in invocation.Arguments)
                {
                    // configuration.GetValue("Name", "fallback")
                    if (argument is { Parameter.Name: "defaultValue", Value.ConstantValue: { HasValue: true, Value: string configured } })
                        pieces.Add(new ConstantPiece(configured, argument.Value.Syntax));
                }

                return false;

            default:
                return false;
        }
    }

    /// <summary>The text of string literals joined by <c>+</c>; null for anything else. Works on any file, without its semantic model.</summary>
    public static string? Fold(ExpressionSyntax expression)
    {
        var text = new StringBuilder();
        var pending = new Stack<ExpressionSyntax>();
        pending.Push(expression);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    pending.Push(parenthesized.Expression);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                    pending.Push(sum.Right);
                    pending.Push(sum.Left);
                    break;
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression or (int)SyntaxKind.Utf8StringLiteralExpression } literal:
                    text.Append(literal.Token.ValueText);
                    break;
                default:
                    return null;
            }
        }

        return text.ToString();
    }

    /// <summary>The initializer of the constant that an operation reads, when it stands in source.</summary>
    private static SyntaxNode? Declaration(IOperation source, CancellationToken cancellationToken) =>
        ValueTrace.ReadSymbol(source) is { } symbol && DeclarationOf(symbol, cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value } ? value : null;

    private static SyntaxNode? DeclarationOf(ISymbol symbol, CancellationToken cancellationToken) =>
        symbol.DeclaringSyntaxReferences.IsEmpty ? null : symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
}
