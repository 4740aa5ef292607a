using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Sessions;

/// <summary>Identifiers of sessions in URLs that the application writes itself.</summary>
internal static class SessionUrls
{
    private const string Name = "identifier=";

    /// <summary>Operations of the sessions' REST contract.</summary>
    private static readonly string[] Operations = ["/code/execute", "/executions", "/files"];

    /// <summary>What stands behind <c>identifier=</c>.</summary>
    public static IEnumerable<ExpressionSyntax> In(AiFile file)
    {
        foreach (var text in file.Scan.Texts)
        {
            if (ValueIn(text) is { } value && Speaks(text, file))
                yield return value;
        }
    }

    private static ExpressionSyntax? ValueIn(SyntaxNode text)
    {
        switch (text)
        {
            case InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax whole, TextToken.ValueText: var part } piece when EndsInName(part):
                var next = whole.Contents.IndexOf(piece) + 1;
                return next < whole.Contents.Count && whole.Contents[next] is InterpolationSyntax hole ? hole.Expression : null;
            // One whose value is written out.
            case InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax constant, TextToken.ValueText: var part } when HoldsValue(part):
                return constant;
            case LiteralExpressionSyntax { Token.ValueText: var part } literal when HoldsValue(part):
                return literal;
            case BinaryExpressionSyntax sum:
                var operands = new List<ExpressionSyntax>();
                for (ExpressionSyntax current = sum; ; current = ((BinaryExpressionSyntax)current).Left)
                {
                    if (current is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } add)
                    {
                        operands.Insert(0, current);
                        break;
                    }

                    operands.Insert(0, add.Right);
                    if (operands.Count > 50)
                        return null;
                }

                var name = operands.FindIndex(static operand => operand is LiteralExpressionSyntax { Token.ValueText: var part } && EndsInName(part));
                return name >= 0 && name + 1 < operands.Count ? operands[name + 1] : null;
            default:
                return null;
        }
    }

    private static bool EndsInName(string text) => text.EndsWith("?" + Name, StringComparison.Ordinal) || text.EndsWith("&" + Name, StringComparison.Ordinal);

    private static bool HoldsValue(string text)
    {
        var at = Math.Max(text.IndexOf("?" + Name, StringComparison.Ordinal), text.IndexOf("&" + Name, StringComparison.Ordinal));
        return at >= 0 && at + 1 + Name.Length < text.Length && text[at + 1 + Name.Length] is not ('{' or '&' or '<');
    }

    /// <summary>The URL, or the type around it, names the service or one of its operations.</summary>
    private static bool Speaks(SyntaxNode text, AiFile file)
    {
        var around = (SyntaxNode?)text.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() ?? text;
        if (around.ToString() is var url && Operations.Any(operation => url.IndexOf(operation, StringComparison.Ordinal) >= 0))
            return true;

        var type = (SyntaxNode?)text.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? text.SyntaxTree.GetRoot(file.CancellationToken);
        return type.DescendantTokens().Any(token => (token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken)) && NamesService(token.ValueText, file.Compilation.Symbols.Catalog));
    }

    private static bool NamesService(string text, AiCatalog catalog) => text.IndexOf("acasessions.io", StringComparison.Ordinal) >= 0
        || catalog[Role.Host].Any(row => row["kind"] == "sandbox" && text.IndexOf(row.Member.TrimStart('*', '.'), StringComparison.OrdinalIgnoreCase) >= 0);
}
