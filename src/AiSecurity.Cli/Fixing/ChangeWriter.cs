using System.Collections.Immutable;
using AiSecurity.Cli.Commands;
using AiSecurity.Cli.Reports;

namespace AiSecurity.Cli.Fixing;

/// <summary>Writes changes to their files, each completely or not at all.</summary>
internal static class ChangeWriter
{
    /// <exception cref="OutputException">A file cannot be written, or somebody else has changed it since it was read. Nothing is written then.</exception>
    public static async Task WriteAsync(ImmutableArray<FileChange> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            OutputFile.Check(new FileInfo(change.Path));
            if (await File.ReadAllTextAsync(change.Path, change.Encoding, cancellationToken) != change.Before)
                throw new OutputException($"'{change.Path}' has changed since it was read; nothing was written. Try again.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        // From here on a stop would leave some files new and some old: it is a matter of milliseconds.
        foreach (var change in changes)
        {
            await OutputFile.WriteAsync(
                new FileInfo(change.Path),
                async stream =>
                {
                    await using var writer = new StreamWriter(stream, change.Encoding, leaveOpen: true);
                    await writer.WriteAsync(change.After.AsMemory(), CancellationToken.None);
                },
                CancellationToken.None);
        }
    }
}
