using System.Linq;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC206: encodes what goes into HTML.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class HtmlEncodingFix() : PlaceFix(RuleIds.TrustedOutput, "Encode the text for HTML", "html_encode")
{
    private const string Encoder = "System.Text.Encodings.Web.HtmlEncoder";

    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (SinkArgument.Of(place, "html") is not { } sink || place.Symbols.FindType(Encoder) is not { } encoder)
            return false;

        var (foreign, _) = ComposedText.PartsOf(sink.Written, place.Model, place.CancellationToken);
        foreach (var part in foreign)
        {
            var text = ComposedText.ExpressionOf(part);
            if (place.Model.GetTypeInfo(text, place.CancellationToken).Type?.SpecialType != SpecialType.System_String || MakesHtml(text) || part is InterpolationSyntax { AlignmentClause: not null })
                return false;

            var encode = place.Generator.MemberAccessExpression(place.Types.Member(encoder, "Default"), "Encode");
            edit.Replace(text, (SyntaxNode)place.Generator.InvocationExpression(encode, ComposedText.NeverNull(text, place.Model, place.CancellationToken)));
        }

        return true;
    }

    /// <summary>Markdown.ToHtml(answer): encoded, its marks would show as text.</summary>
    private static bool MakesHtml(ExpressionSyntax text) =>
        text.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(static call => call.Expression.ToString().IndexOf("Html", System.StringComparison.OrdinalIgnoreCase) >= 0);
}
