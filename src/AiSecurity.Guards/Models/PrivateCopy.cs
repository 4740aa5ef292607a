using System;
using System.IO;

namespace AiSecurity.Guards;

/// <summary>A copy of a file that only this process can reach, for systems where an open file can be written to.</summary>
internal static class PrivateCopy
{
    /// <summary>The copy, at its beginning; the source is disposed.</summary>
    public static FileStream Of(FileStream source)
    {
        using (source)
        {
            var path = Path.Combine(Path.GetTempPath(), "aisecurity-" + Guid.NewGuid().ToString("N"));
            var copy = Create(path);
            try
            {
                // No name leads to it any more, and its space is free again when the stream is closed, however the process ends.
                File.Delete(path);
                source.CopyTo(copy);
                copy.Position = 0;
                return copy;
            }
            catch
            {
                copy.Dispose();
                throw;
            }
        }
    }

    private static FileStream Create(string path)
    {
#if NET
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
#else
        return new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete);
#endif
    }
}
