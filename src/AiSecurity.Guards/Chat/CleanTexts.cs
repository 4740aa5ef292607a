using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace AiSecurity.Guards;

/// <summary>Remembers for a while, by digest, which texts were found to be no attack: every round of a conversation sends all of it again.</summary>
internal sealed class CleanTexts
{
    /// <summary>About 200 bytes each.</summary>
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<string, long> _until = new(StringComparer.Ordinal);

    /// <param name="kind">A prompt that is clean may be an attack as a document.</param>
    /// <param name="text">The text, of which only the digest is kept.</param>
    public bool Contains(char kind, string text) => !_until.IsEmpty && _until.TryGetValue(KeyOf(kind, text), out var until) && Stopwatch.GetTimestamp() < until;

    public void Add(char kind, string text, TimeSpan lifetime)
    {
        if (lifetime <= TimeSpan.Zero)
            return;
        if (_until.Count >= Capacity)
            _until.Clear();
        _until[KeyOf(kind, text)] = Stopwatch.GetTimestamp() + (long)(lifetime.TotalSeconds * Stopwatch.Frequency);
    }

    /// <summary>Over UTF-16: two texts that differ only in broken pairs differ here, too.</summary>
    private static string KeyOf(char kind, string text) => kind + Sha256Digest.Of(Encoding.Unicode.GetBytes(text));
}
