using System;
using System.Collections.Concurrent;
using System.IO;

namespace AiSecurity.Guards;

/// <summary>Loads model files only when they are the ones that were reviewed: by their SHA-256 digest.</summary>
/// <remarks>
/// <para>The digest must come from somewhere else than the file: from source code, signed configuration or the publisher. One that was fetched from the same place at run time proves nothing.</para>
/// <para>A digest covers one file: weights that an ONNX model keeps in files beside it have their own. All members are safe for several threads at once.</para>
/// </remarks>
public static class ModelFile
{
    /// <summary>Files that were verified by path stay open, so that nobody on Windows can write to them or put others in their place while they are loaded.</summary>
    private static readonly ConcurrentDictionary<string, FileStream> Held = new();

    /// <summary>Reads a file once and gives those bytes when they are the expected ones. What is verified is what is loaded, on every system.</summary>
    /// <param name="path">The file, of less than 2 GiB.</param>
    /// <param name="expectedSha256">64 hexadecimal digits, also with <c>sha256:</c> in front.</param>
    /// <returns>The bytes, for loaders such as <c>new InferenceSession(byte[])</c>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="expectedSha256"/> is no SHA-256 digest.</exception>
    /// <exception cref="ModelIntegrityException">The file has another digest.</exception>
    /// <exception cref="IOException">The file cannot be read, or is too large.</exception>
    /// <exception cref="UnauthorizedAccessException">The process may not read the file, or the path is a folder.</exception>
    public static byte[] ReadVerified(string path, string expectedSha256)
    {
        var expected = Sha256Digest.Parse(expectedSha256);
        var bytes = File.ReadAllBytes(path ?? throw new ArgumentNullException(nameof(path)));
        using var stream = new MemoryStream(bytes, writable: false);
        Check(path, expected, stream);
        return bytes;
    }

    /// <summary>Opens a file for a loader that takes a stream, when it is the expected one. What is verified is what is loaded.</summary>
    /// <param name="path">The file, of any size.</param>
    /// <param name="expectedSha256">64 hexadecimal digits, also with <c>sha256:</c> in front.</param>
    /// <returns>
    /// A stream at its beginning, which the caller disposes. On Windows it is the file itself, which nobody can change as long as the stream is open; elsewhere, where a file can be changed
    /// while it is read, it is a copy that no name leads to: as large as the file, in the folder for temporary files.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="expectedSha256"/> is no SHA-256 digest.</exception>
    /// <exception cref="ModelIntegrityException">The file has another digest.</exception>
    /// <exception cref="IOException">The file cannot be read, or not be copied.</exception>
    /// <exception cref="UnauthorizedAccessException">The process may not read the file, or the path is a folder.</exception>
    public static Stream OpenVerified(string path, string expectedSha256)
    {
        var expected = Sha256Digest.Parse(expectedSha256);
        var stream = Open(path ?? throw new ArgumentNullException(nameof(path)));
        try
        {
            if (Path.DirectorySeparatorChar == '/')
                stream = PrivateCopy.Of(stream);
            Check(path, expected, stream);
            stream.Position = 0;
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Verifies a file for a loader that takes nothing but a path.</summary>
    /// <param name="path">The file, of any size.</param>
    /// <param name="expectedSha256">64 hexadecimal digits, also with <c>sha256:</c> in front.</param>
    /// <returns>The full path, to give to the loader at once.</returns>
    /// <remarks>
    /// The file stays open until the process ends, so on Windows it cannot be changed or replaced before or after it is loaded. Other systems do not keep such promises: there, whoever may write
    /// to the file or its folder may do so between the check and the loading. Give the application no right to write there, or use <see cref="ReadVerified"/> or <see cref="OpenVerified"/>.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="expectedSha256"/> is no SHA-256 digest.</exception>
    /// <exception cref="ModelIntegrityException">The file has another digest.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The process may not read the file, or the path is a folder.</exception>
    public static string VerifySha256(string path, string expectedSha256)
    {
        var expected = Sha256Digest.Parse(expectedSha256);
        var full = Path.GetFullPath(path ?? throw new ArgumentNullException(nameof(path)));
        var stream = Open(full);
        try
        {
            Check(full, expected, stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }

        // A file that is held already is held by the first handle; one that took its place is held anew.
        Held.AddOrUpdate(full, stream, (_, earlier) =>
        {
            earlier.Dispose();
            return stream;
        });
        return full;
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1024 * 1024, FileOptions.SequentialScan);

    private static void Check(string path, string expected, Stream stream)
    {
        var actual = Sha256Digest.Of(stream);
        if (actual != expected)
            throw new ModelIntegrityException(path, expected, actual);
    }
}
