using System.Text;

namespace AiSecurity.Cli.Fixing;

/// <summary>A file before and after all fixes. Its encoding and byte order mark stay.</summary>
/// <param name="Path">The whole path.</param>
/// <param name="Before">What stands in the file.</param>
/// <param name="After">What is to stand there.</param>
/// <param name="Encoding">How the file is written, with or without a byte order mark.</param>
internal sealed record FileChange(string Path, string Before, string After, Encoding Encoding)
{
    private static readonly Encoding WithoutMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The encoding of a file: Unicode with a mark by that mark, everything else as it was decoded.</summary>
    public static Encoding EncodingOf(string path, Encoding? decoded)
    {
        using var stream = File.OpenRead(path);
        Span<byte> start = stackalloc byte[3];
        var length = stream.ReadAtLeast(start, 3, throwOnEndOfStream: false);
        if (length >= 3 && start is [0xEF, 0xBB, 0xBF])
            return Encoding.UTF8;
        if (length >= 2 && start[..2] is [0xFF, 0xFE])
            return Encoding.Unicode;
        if (length >= 2 && start[..2] is [0xFE, 0xFF])
            return Encoding.BigEndianUnicode;
        return decoded switch
        {
            null or UTF8Encoding => WithoutMark,
            UnicodeEncoding => new UnicodeEncoding(bigEndian: decoded.GetBytes("a")[0] == 0, byteOrderMark: false),
            _ => decoded,
        };
    }
}
