using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;
using AiSecurity.Cli.Scanning;
using Microsoft.VisualStudio.SolutionPersistence;
using Microsoft.VisualStudio.SolutionPersistence.Model;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;

namespace AiSecurity.Cli.Loading;

/// <summary>Reads solutions of all three kinds, and writes the one that a scan restores and loads.</summary>
internal static class SolutionFile
{
    public static async Task<(ImmutableArray<string> Projects, ImmutableArray<Problem> Problems)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var all = path.EndsWith(".slnf", StringComparison.OrdinalIgnoreCase) ? await ReadFilterAsync(path, cancellationToken) : await ReadSolutionAsync(path, cancellationToken);
            var problems = ImmutableArray.CreateBuilder<Problem>();
            var projects = ImmutableArray.CreateBuilder<string>();
            foreach (var project in all.Order(StringComparer.Ordinal))
            {
                if (!project.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
                    problems.Add(new Problem("Not a C# project; the rules are for C#.", project, IsOutOfScope: true));
                else if (!File.Exists(project))
                    problems.Add(new Problem("The solution names this project, but the file is not there.", project));
                else
                    projects.Add(project);
            }

            return (projects.ToImmutable(), problems.ToImmutable());
        }
        catch (Exception exception) when (exception is SolutionException or XmlException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new ScanPathException($"The solution '{path}' cannot be read: {exception.Message}");
        }
    }

    public static async Task WriteAsync(string path, IEnumerable<string> projects, CancellationToken cancellationToken)
    {
        var model = new SolutionModel();
        // Names repeat in large repositories, and a folder of a solution takes each only once.
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var project in projects)
            model.AddProject(project, folder: names.Add(Path.GetFileNameWithoutExtension(project)) ? null : model.AddFolder($"/again{model.SolutionFolders.Count}/"));
        await SolutionSerializers.SlnXml.SaveAsync(path, model, cancellationToken);
    }

    private static async Task<IEnumerable<string>> ReadSolutionAsync(string path, CancellationToken cancellationToken)
    {
        var serializer = SolutionSerializers.GetSerializerByMoniker(path) ?? throw new ScanPathException($"'{path}' is no solution.");
        var model = await serializer.OpenAsync(path, cancellationToken);
        return model.SolutionProjects.Select(project => FullPath(path, project.FilePath)).ToList();
    }

    private static async Task<IEnumerable<string>> ReadFilterAsync(string path, CancellationToken cancellationToken)
    {
        using var stream = File.OpenRead(path);
        using var document = await JsonDocument.ParseAsync(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }, cancellationToken);
        var solution = document.RootElement.GetProperty("solution");
        var file = FullPath(path, PathIn(solution.GetProperty("path")));
        return solution.GetProperty("projects").EnumerateArray().Select(project => FullPath(file, PathIn(project))).ToList();
    }

    private static string PathIn(JsonElement value) => value.GetString() ?? throw new JsonException("A path is missing.");

    private static string FullPath(string solution, string project) =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(solution)!, project.Replace('\\', Path.DirectorySeparatorChar)));
}
