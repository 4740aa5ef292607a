using System.Collections.Immutable;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>What was not read completely for the same reasons.</summary>
/// <param name="Repository">Its name.</param>
/// <param name="Paths">Of projects; empty when it is about the repository.</param>
/// <param name="Reading">What was read all the same.</param>
/// <param name="Reasons">One sentence each.</param>
internal sealed record ReadingGap(string Repository, ImmutableArray<string> Paths, string Reading, ImmutableArray<string> Reasons)
{
    public static IEnumerable<ReadingGap> Of(RepositoryResult repository)
    {
        if (!repository.Problems.IsEmpty)
            yield return new(repository.Name, [], "", [.. repository.Problems.Select(problem => problem.Path.Length == 0 ? problem.Message : $"{RelativePath.Of(repository.Root, problem.Path)}: {problem.Message}")]);

        var projects = repository.Projects.Where(static project => project.Reading != Scanning.Reading.Complete || !project.Problems.IsEmpty);
        foreach (var alike in projects.GroupBy(static project => (project.Reading, string.Join('\n', project.Problems.Select(static problem => problem.Message)))))
            yield return new(repository.Name, [.. alike.Select(static project => project.Path)], PageWords.Of(alike.Key.Reading), [.. alike.First().Problems.Select(static problem => problem.Message)]);
    }
}
