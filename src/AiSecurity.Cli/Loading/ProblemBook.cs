using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Loading;

/// <summary>What went wrong while a repository was loaded, sorted by project.</summary>
internal sealed class ProblemBook
{
    private readonly List<Problem> _all = [];

    /// <summary>What is about no project at all: a project that others refer to is not what was asked for.</summary>
    public IEnumerable<Problem> General => _all.Where(static problem => problem.Path.Length == 0 && !problem.Message.Contains(".csproj", StringComparison.OrdinalIgnoreCase)).Distinct();

    public void AddRange(IEnumerable<Problem> problems) => _all.AddRange(problems);

    public ImmutableArray<Problem> Of(string project) => [.. _all.Where(problem => IsAbout(problem, project)).Distinct().Take(3)];

    public bool IsWellFormed(string project)
    {
        try
        {
            XDocument.Load(project);
            return true;
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsAbout(Problem problem, string project) => problem.Path == project || problem.Message.Contains(project, StringComparison.Ordinal);
}
