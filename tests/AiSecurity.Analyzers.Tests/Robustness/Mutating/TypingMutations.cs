using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.Tests.Robustness.Mutating;

/// <summary>Code as it stands while somebody types.</summary>
internal static class TypingMutations
{
    /// <summary>The file ends at a token, or in the middle of it.</summary>
    public static string Cut(SourceFile file, SourceFile donor, Random random)
    {
        if (file.Tokens.IsEmpty)
            return file.Text;
        var token = file.Tokens.Pick(random);
        return file.Text[..(token.SpanStart + random.Next(token.Span.Length + 1))];
    }

    public static string OpenBracket(SourceFile file, SourceFile donor, Random random) =>
        Remove(file, random, token => token.Kind() is SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.GreaterThanToken);

    public static string OpenText(SourceFile file, SourceFile donor, Random random)
    {
        string[] openings = ["\"", "$\"", "@\"", "\"\"\"", "$\"\"\"", "'", "/*", "$\"{", "#if X\n", "#region\n", "#pragma warning disable\n"];
        return file.Tokens.IsEmpty ? file.Text : file.Text.Insert(file.Tokens.Pick(random).SpanStart, openings.Pick(random));
    }

    /// <summary>In front of a statement stands the beginning of another.</summary>
    public static string HalfStatement(SourceFile file, SourceFile donor, Random random)
    {
        var (here, there) = (file.Statements, donor.Statements);
        return here.IsEmpty || there.IsEmpty ? file.Text : file.Text.Insert(here.Pick(random).SpanStart, Beginning(there.Pick(random), random));
    }

    public static string HalfMember(SourceFile file, SourceFile donor, Random random)
    {
        var (here, there) = (file.Members, donor.Members);
        return here.IsEmpty || there.IsEmpty ? file.Text : file.Text.Insert(here.Pick(random).SpanStart, Beginning(there.Pick(random), random));
    }

    /// <summary>What follows a dot up to the end of the statement is not there yet.</summary>
    public static string EndAtDot(SourceFile file, SourceFile donor, Random random)
    {
        var statements = file.Statements.Where(statement => statement.DescendantTokens().Any(token => token.IsKind(SyntaxKind.DotToken))).ToList();
        if (statements.Count == 0)
            return file.Text;
        var statement = statements.Pick(random);
        var end = statement.DescendantTokens().Where(token => token.IsKind(SyntaxKind.DotToken)).ToList().Pick(random).Span.End;
        return file.Text.Remove(end, statement.Span.End - end);
    }

    private static string Beginning(SyntaxNode node, Random random)
    {
        var tokens = node.DescendantTokens().ToList();
        return string.Concat(tokens.Take(random.Next(1, tokens.Count + 1)).Select(token => token.ToFullString()));
    }

    private static string Remove(SourceFile file, Random random, Func<SyntaxToken, bool> isWanted)
    {
        var candidates = file.Tokens.Where(isWanted).ToList();
        if (candidates.Count == 0)
            return file.Text;
        var token = candidates.Pick(random);
        return file.Text.Remove(token.SpanStart, token.Span.Length);
    }
}
