using Microsoft.CodeAnalysis.MSBuild;

namespace AiSecurity.Cli.Loading;

/// <summary>Tells which project MSBuild is at.</summary>
internal sealed class LoadProgress(IProgress<string> progress) : IProgress<ProjectLoadProgress>
{
    public void Report(ProjectLoadProgress value)
    {
        if (value.Operation == ProjectLoadOperation.Resolve)
            progress.Report($"loaded {Path.GetFileName(value.FilePath)}");
    }
}
