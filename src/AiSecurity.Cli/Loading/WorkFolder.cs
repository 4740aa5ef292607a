namespace AiSecurity.Cli.Loading;

/// <summary>A temporary folder for everything that MSBuild and NuGet write, so that they write nothing into the repository. Deleted in the end.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("aisec-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        // A process that was just stopped may write for another moment.
        for (var attempt = 0; attempt < 20 && !TryDelete(); attempt++)
            Thread.Sleep(TimeSpan.FromMilliseconds(100));
    }

    private bool TryDelete()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }

        return !Directory.Exists(Path);
    }
}
