using AiSecurity.Cli.Commands;

namespace AiSecurity.Cli.Reports;

/// <summary>A file that is there completely or not at all.</summary>
internal static class OutputFile
{
    public static void Check(FileInfo file)
    {
        file = TargetOf(file);
        if (Directory.Exists(file.FullName))
            throw new OutputException($"'{file}' is a folder; give the name of a file.");
        if (file.Directory is not { Exists: true })
            throw new OutputException($"'{file}' cannot be written: its folder does not exist.");
        try
        {
            // Asked now, because after a long scan is too late.
            using (File.Create(Beside(file), 1, FileOptions.DeleteOnClose))
            {
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"'{file}' cannot be written: {exception.Message}");
        }
    }

    public static async Task WriteAsync(FileInfo file, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        file = TargetOf(file);
        var temporary = Beside(file);
        try
        {
            await using (var stream = File.Create(temporary))
                await write(stream);
            cancellationToken.ThrowIfCancellationRequested();
            // What takes the place of a file is as open to others as that was.
            if (!OperatingSystem.IsWindows() && File.Exists(file.FullName))
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(file.FullName));
            File.Move(temporary, file.FullName, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"'{file}' was not written: {exception.Message}");
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>A link stays where it is: what it leads to is written.</summary>
    private static FileInfo TargetOf(FileInfo file)
    {
        try
        {
            return file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"'{file}' cannot be written: {exception.Message}");
        }
    }

    private static string Beside(FileInfo file) => Path.Combine(file.DirectoryName!, $".{file.Name}.{Environment.ProcessId}.tmp");
}
