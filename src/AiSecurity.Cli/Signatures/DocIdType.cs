using System.Collections.Immutable;

namespace AiSecurity.Cli.Signatures;

/// <summary>A type as a documentation comment id writes it: <c>System.Action{A.B}</c>, <c>System.String[]</c>, <c>``0</c>, <c>A.B@</c>.</summary>
internal sealed record DocIdType(string Name, ImmutableArray<DocIdType> Arguments, string Suffix, bool ByReference)
{
    public static ImmutableArray<DocIdType> ParseList(string text)
    {
        var position = 0;
        var types = ImmutableArray.CreateBuilder<DocIdType>();
        while (position < text.Length)
        {
            types.Add(Parse(text, ref position));
            position++;
        }

        return types.ToImmutable();
    }

    public override string ToString() => $"{Name}{{{string.Join(',', Arguments)}}}{Suffix}";

    private static DocIdType Parse(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && "{},[]@*".IndexOf(text[position]) < 0)
            position++;
        var name = text[start..position];
        var arguments = ImmutableArray<DocIdType>.Empty;
        if (position < text.Length && text[position] == '{')
        {
            do
            {
                position++;
                arguments = arguments.Add(Parse(text, ref position));
            }
            while (text[position] == ',');
            position++;
        }

        start = position;
        while (position < text.Length && text[position] is '[' or ']' or '*' || (position < text.Length && text[position] == ',' && text[position - 1] is '[' or ','))
            position++;
        var suffix = text[start..position];
        var byReference = position < text.Length && text[position] == '@';
        if (byReference)
            position++;
        return new(name, arguments, suffix, byReference);
    }
}
