using AiSecurity.Analyzers.Tests.Robustness.Inputs;

namespace AiSecurity.Analyzers.Tests.Robustness.Mutating;

/// <summary>Tokens lost, repeated, swapped and taken from elsewhere.</summary>
internal static class TokenMutations
{
    public static string Delete(SourceFile file, SourceFile donor, Random random) => Edit(file, random, static (tokens, at, _) => tokens.RemoveAt(at));

    public static string Repeat(SourceFile file, SourceFile donor, Random random) => Edit(file, random, static (tokens, at, _) => tokens.Insert(at, tokens[at]));

    public static string Replace(SourceFile file, SourceFile donor, Random random) =>
        donor.Tokens.IsEmpty ? file.Text : Edit(file, random, (tokens, at, _) => tokens[at] = donor.Tokens.Pick(random).ToFullString());

    public static string Swap(SourceFile file, SourceFile donor, Random random) => Edit(file, random, static (tokens, at, random) =>
    {
        // Neighbours most of the time: that is what a slip of the hand does.
        var other = random.Next(3) > 0 ? Math.Min(at + 1, tokens.Count - 1) : random.Next(tokens.Count);
        (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
    });

    public static string DeleteRange(SourceFile file, SourceFile donor, Random random) =>
        Edit(file, random, static (tokens, at, random) => tokens.RemoveRange(at, Math.Min(random.Next(2, 30), tokens.Count - at)));

    public static string InsertRange(SourceFile file, SourceFile donor, Random random)
    {
        if (donor.Tokens.IsEmpty)
            return file.Text;
        var from = random.Next(donor.Tokens.Length);
        var range = donor.Tokens.Skip(from).Take(random.Next(2, 40)).Select(token => token.ToFullString()).ToList();
        return Edit(file, random, (tokens, at, _) => tokens.InsertRange(at, range), edits: 1);
    }

    private static string Edit(SourceFile file, Random random, Action<List<string>, int, Random> edit, int edits = 0)
    {
        var tokens = file.Tokens.Select(token => token.ToFullString()).ToList();
        for (edits = edits > 0 ? edits : random.Next(1, 5); edits > 0 && tokens.Count > 1; edits--)
            edit(tokens, random.Next(tokens.Count), random);
        return string.Concat(tokens);
    }
}
