using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports;

/// <summary>A line for each repository that begins and ends, for logs.</summary>
internal sealed class PlainProgress(TextWriter output) : IScanProgress
{
    public IRepositoryProgress Begin(string repository, int projects)
    {
        output.WriteLine($"{repository}: {projects} {(projects == 1 ? "project" : "projects")}");
        return new Lines(output, repository);
    }

    private sealed class Lines(TextWriter output, string repository) : IRepositoryProgress
    {
        public void Report(string value)
        {
        }

        public void Advance()
        {
        }

        public void Dispose() => output.WriteLine($"{repository}: done");
    }
}
