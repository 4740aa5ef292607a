using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Data.Filters;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Data;

/// <summary>AISEC402: lets the SDK escape what is put into a filter; where it cannot, the quotation marks in it are doubled.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RetrievalFilterFix() : PlaceFix(RuleIds.UnfilteredRetrieval, "Escape what is put into the filter", "escape")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (place.Node is not ExpressionSyntax composed)
            return false;

        var texts = new FilterText(place.Symbols, place.Model, place.CancellationToken).Of(composed).Where(text => text.Composed == composed).SelectMany(static text => text.Quoted).ToList();
        if (texts.Count == 0)
            return false;

        if (composed is InterpolatedStringExpressionSyntax interpolated && WithoutMarks(interpolated, place) is { } values && EscapeOf(place) is { } escape)
        {
            edit.Replace(composed, place.Generator.InvocationExpression(escape, values));
            return true;
        }

        foreach (var text in texts)
        {
            if (text.Syntax is not ExpressionSyntax value)
                return false;
            while (value.Parent is ParenthesizedExpressionSyntax outer)
                value = outer;
            var mayBeNull = place.Model.GetTypeInfo(value, place.CancellationToken).Nullability.FlowState == NullableFlowState.MaybeNull;
            var primary = value is BinaryExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax ? $"({value})" : value.ToString();
            edit.Replace(value, SyntaxFactory.ParseExpression($"{primary}{(mayBeNull ? "?" : "")}.Replace(\"'\", \"''\")"));
        }

        return true;
    }

    /// <summary>The method that makes filters, of whichever property the project fills.</summary>
    private static SyntaxNode? EscapeOf(ReportedPlace place)
    {
        foreach (var row in place.Symbols.Catalog[Role.SearchFilter])
        {
            var escape = row["as"]!.Substring(2);
            var dot = escape.LastIndexOf('.');
            if (place.Symbols.FindType(escape.Substring(0, dot)) is { } type)
                return place.Types.Member(type, escape.Substring(dot + 1));
        }

        return null;
    }

    /// <summary>The filter as the method takes it, which puts the marks around text by itself; null where something else than values goes in.</summary>
    private static ExpressionSyntax? WithoutMarks(InterpolatedStringExpressionSyntax filter, ReportedPlace place)
    {
        var contents = filter.Contents.ToList();
        for (var i = 0; i < contents.Count; i++)
        {
            if (contents[i] is not InterpolationSyntax hole)
                continue;
            if (hole is { AlignmentClause: not null } or { FormatClause: not null })
                return null;

            var type = place.Model.GetTypeInfo(hole.Expression, place.CancellationToken).Type;
            if (i > 0 && i < contents.Count - 1 && type?.SpecialType == SpecialType.System_String && Cut(contents[i - 1], fromEnd: true) is { } before && Cut(contents[i + 1], fromEnd: false) is { } after)
                (contents[i - 1], contents[i + 1]) = (before, after);
            else if (type?.SpecialType is not (SpecialType.System_Boolean or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_DateTime))
                return null;
        }

        // What lies in a quotation of its own would be quoted twice.
        return IsOpenAtHole(contents) ? null : SyntaxFactory.ParseExpression(filter.WithContents(SyntaxFactory.List(contents)).ToString());
    }

    private static InterpolatedStringContentSyntax? Cut(InterpolatedStringContentSyntax content, bool fromEnd)
    {
        if (content is not InterpolatedStringTextSyntax { TextToken: { Text: { Length: > 0 } text } token } || text[fromEnd ? text.Length - 1 : 0] != '\'')
            return null;
        var cut = fromEnd ? text.Substring(0, text.Length - 1) : text.Substring(1);
        return SyntaxFactory.InterpolatedStringText(SyntaxFactory.Token(token.LeadingTrivia, SyntaxKind.InterpolatedStringTextToken, cut, cut, token.TrailingTrivia));
    }

    private static bool IsOpenAtHole(List<InterpolatedStringContentSyntax> contents)
    {
        var isOpen = false;
        foreach (var content in contents)
        {
            if (content is InterpolationSyntax && isOpen)
                return true;
            isOpen ^= content is InterpolatedStringTextSyntax text && text.TextToken.Text.Count(static character => character == '\'') % 2 == 1;
        }

        return false;
    }
}
