using AiSecurity.Analyzers.Tests.Robustness.Inputs;

namespace AiSecurity.Analyzers.Tests.Robustness.Mutating;

/// <summary>Makes another text of a file, with code of a second one; the same text where there is nothing to change.</summary>
internal delegate string Mutation(SourceFile file, SourceFile donor, Random random);

/// <summary>All of them.</summary>
internal static class Mutations
{
    public static readonly (string Name, Mutation Apply)[] All =
    [
        ("delete tokens", TokenMutations.Delete),
        ("delete a range", TokenMutations.DeleteRange),
        ("repeat a token", TokenMutations.Repeat),
        ("swap tokens", TokenMutations.Swap),
        ("foreign tokens", TokenMutations.Replace),
        ("foreign range", TokenMutations.InsertRange),
        ("cut", TypingMutations.Cut),
        ("unclosed bracket", TypingMutations.OpenBracket),
        ("unclosed text", TypingMutations.OpenText),
        ("statement being typed", TypingMutations.HalfStatement),
        ("member being typed", TypingMutations.HalfMember),
        ("expression ends at a dot", TypingMutations.EndAtDot),
        ("repeat a member", MemberMutations.Repeat),
        ("repeat the types", MemberMutations.RepeatAll),
        ("lose a member", MemberMutations.Delete),
        ("foreign member", MemberMutations.Insert),
        ("foreign statement", MemberMutations.InsertStatement),
        ("wrap a statement", MemberMutations.Wrap),
        ("foreign name", NameMutations.Replace),
        ("foreign name everywhere", NameMutations.Rename),
        ("swap two names", NameMutations.Swap),
    ];

    public static T Pick<T>(this IReadOnlyList<T> list, Random random) => list[random.Next(list.Count)];
}
