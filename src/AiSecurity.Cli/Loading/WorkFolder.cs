namespace AiSecurity.Cli.Loading;

/// <summary>A temporary folder for everything that MSBuild and NuGet write, so that they write nothing into the repository. Deleted in the end.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("aisec-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A process that was just stopped may still hold a file; the system's own clean-up takes the rest.
        }
    }
}
