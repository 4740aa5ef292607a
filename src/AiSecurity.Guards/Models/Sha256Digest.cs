using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;

namespace AiSecurity.Guards;

/// <summary>SHA-256 digests as text.</summary>
internal static class Sha256Digest
{
    private const string Prefix = "sha256:";

    /// <summary>64 lower-case digits. The parameter has the name that callers know.</summary>
    /// <exception cref="ArgumentNullException">The digest is null.</exception>
    /// <exception cref="ArgumentException">It is no digest: a placeholder that nobody replaced stops the program here.</exception>
    public static string Parse(string expectedSha256)
    {
        var digits = (expectedSha256 ?? throw new ArgumentNullException(nameof(expectedSha256))).StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? expectedSha256.Substring(Prefix.Length) : expectedSha256;
        if (digits.Length != 64 || !digits.All(static digit => digit is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
            throw new ArgumentException("A SHA-256 digest is 64 hexadecimal digits. Get it from the publisher of the model, or compute it once from a file that you trust.", nameof(expectedSha256));
        return digits.ToLowerInvariant();
    }

    public static string Of(Stream stream)
    {
        using var sha = SHA256.Create();
        return Format(sha.ComputeHash(stream));
    }

    public static string Of(byte[] bytes)
    {
#if NET
        return Format(SHA256.HashData(bytes));
#else
        using var sha = SHA256.Create();
        return Format(sha.ComputeHash(bytes));
#endif
    }

    public static string Format(byte[] hash) => string.Concat(hash.Select(static part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
}
