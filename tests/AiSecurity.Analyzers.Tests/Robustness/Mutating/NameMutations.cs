using System.Text;
using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.Tests.Robustness.Mutating;

/// <summary>Names that mean something else.</summary>
internal static class NameMutations
{
    /// <summary>Some names, each at one place.</summary>
    public static string Replace(SourceFile file, SourceFile donor, Random random)
    {
        var (here, there) = (file.Identifiers, donor.Identifiers);
        if (here.IsEmpty || there.IsEmpty)
            return file.Text;
        var chosen = Enumerable.Range(0, random.Next(1, 5)).Select(_ => here.Pick(random)).Distinct().ToDictionary(token => token.SpanStart, _ => there.Pick(random).Text);
        return Write(file, token => chosen.GetValueOrDefault(token.SpanStart));
    }

    /// <summary>One name, wherever it stands.</summary>
    public static string Rename(SourceFile file, SourceFile donor, Random random)
    {
        var (here, there) = (file.Identifiers, donor.Identifiers);
        if (here.IsEmpty || there.IsEmpty)
            return file.Text;
        var (old, other) = (here.Pick(random).Text, there.Pick(random).Text);
        return Write(file, token => token.Text == old ? other : null);
    }

    public static string Swap(SourceFile file, SourceFile donor, Random random)
    {
        var here = file.Identifiers;
        if (here.IsEmpty)
            return file.Text;
        var (first, second) = (here.Pick(random).Text, here.Pick(random).Text);
        return Write(file, token => token.Text == first ? second : token.Text == second ? first : null);
    }

    private static string Write(SourceFile file, Func<SyntaxToken, string?> rename)
    {
        var text = new StringBuilder();
        foreach (var token in file.Tokens)
        {
            var name = token.IsKind(SyntaxKind.IdentifierToken) ? rename(token) : null;
            text.Append(token.LeadingTrivia.ToFullString()).Append(name ?? token.Text).Append(token.TrailingTrivia.ToFullString());
        }

        return text.ToString();
    }
}
