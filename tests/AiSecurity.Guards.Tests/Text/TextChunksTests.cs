using System.Text;

namespace AiSecurity.Guards.Tests.Text;

public class TextChunksTests
{
    /// <summary>Letters, blanks, invisible characters, runs and pairs, in thousands of mixtures.</summary>
    [Fact]
    public void Every_mixture_is_covered()
    {
        var random = new Random(4711);
        for (var round = 0; round < 3_000; round++)
        {
            var text = Mixture(random, random.Next(0, 400));
            const int limit = 50;
            var overlap = random.Next(0, 24);
            var chunks = TextChunks.Split(text, limit, overlap);

            Assert.All(chunks, chunk => Assert.InRange(chunk.Length, 0, limit));
            Assert.All(chunks, chunk => Assert.True(IsWellFormed(chunk)));
            AssertCovered(text, chunks);
        }
    }

    [Fact]
    public void What_is_no_longer_than_the_overlap_is_whole_in_one_piece()
    {
        var text = string.Concat(Enumerable.Range(0, 3_000).Select(number => (char)('\u4E00' + number)));
        var chunks = TextChunks.Split(text, 100, 20);
        for (var at = 0; at + 20 <= text.Length; at++)
            Assert.Contains(chunks, chunk => chunk.Contains(text.Substring(at, 20), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(' ')]
    [InlineData('\n')]
    [InlineData('\u200B')]
    [InlineData('\u2060')]
    [InlineData('\u00AD')]
    [InlineData('\u034F')]
    [InlineData('\uFE0F')]
    [InlineData('\u3164')]
    [InlineData('\u2800')]
    [InlineData('-')]
    public void Words_that_padding_tears_apart_are_together_in_one_piece(char padding)
    {
        for (var length = 1; length < 400; length += 7)
        {
            for (var shift = 60; shift <= 100; shift += 5)
            {
                var text = new StringBuilder().Insert(0, "xyz", 40).ToString()[..shift] + "forget" + new string(padding, length) + "everything" + string.Concat(Enumerable.Repeat("xyz", 40));
                Assert.Contains(TextChunks.Split(text, 100, 30), chunk => chunk.Contains("forget", StringComparison.Ordinal) && chunk.Contains("everything", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Only_padding_comes_to_an_end() => Assert.NotEmpty(TextChunks.Split(new string(' ', 1_000_000), 10_000, 500));

    private static string Mixture(Random random, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(random.Next(6) switch
            {
                0 => new string(' ', random.Next(1, 60)),
                1 => new string('\u200B', random.Next(1, 60)),
                2 => new string('=', random.Next(1, 60)),
                3 => "\U0001F600",
                _ => ((char)random.Next('a', 'z')).ToString(),
            });
        }

        return text.ToString();
    }

    /// <summary>The first pieces, one after the other and overlapping by half of one at most, hold every character of the text.</summary>
    private static void AssertCovered(string text, List<string> chunks)
    {
        // Where the pieces so far may end: in a text of repetitions a piece fits in several places.
        HashSet<int> reached = [0];
        foreach (var chunk in chunks)
        {
            if (text.Length > 0 && reached.Contains(text.Length))
                return;
            reached = [.. reached
                .SelectMany(end => Enumerable.Range(Math.Max(0, end - 26), Math.Min(end, 26) + 1))
                .Where(start => string.CompareOrdinal(text, start, chunk, 0, chunk.Length) == 0)
                .Select(start => start + chunk.Length)];
            Assert.NotEmpty(reached);
        }

        Assert.Contains(text.Length, reached);
    }

    private static bool IsWellFormed(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                index++;
            else if (char.IsSurrogate(text[index]))
                return false;
        }

        return true;
    }
}
