using System.Collections.Immutable;
using System.Xml;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Cli.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Cli.Loading;

/// <summary>Reads projects that MSBuild did not load, and files that belong to none. Executes nothing of the repository.</summary>
internal sealed class SourceReader(string root)
{
    private readonly Dictionary<string, ProjectId> _read = new(StringComparer.Ordinal);

    /// <summary>Lets projects see each other, after all of them are there. References in circles are left out.</summary>
    public Solution Connect(Solution solution)
    {
        foreach (var (path, id) in _read)
        {
            foreach (var reference in ReferencesOf(path, []))
            {
                var target = _read.TryGetValue(reference, out var own) ? own : solution.Projects.FirstOrDefault(project => project.FilePath == reference)?.Id;
                if (target is not null && target != id && !solution.GetProject(id)!.AllProjectReferences.Any(known => known.ProjectId == target)
                    && !solution.GetProjectDependencyGraph().GetProjectsThatThisProjectTransitivelyDependsOn(target).Contains(id))
                    solution = solution.AddProjectReference(id, new ProjectReference(target));
            }
        }

        return solution;
    }

    public (Solution Solution, LoadedProject Project) ReadProject(Solution solution, string path, ImmutableArray<Problem> because, CancellationToken cancellationToken)
    {
        var problems = because.ToList();
        if (TryReadFile(path, problems) is not { } file)
            return (solution, new LoadedProject(path, [], Reading.None, [.. problems]));

        var tree = new SourceTree();
        var files = tree.Files(file.Folder, static _ => true, folder => !Directory.EnumerateFiles(folder, "*.csproj").Any()).ToList();
        problems.AddRange(tree.Problems);
        var code = files.Where(IsCode).ToImmutableArray();
        var id = ProjectId.CreateNewId(path);
        var packages = PackagesOf(file, []).Concat(Used(code, cancellationToken)).Distinct(StringComparer.OrdinalIgnoreCase);
        var info = SourceProject.Create(id, file, path, code, packages, SettingsFiles.Of(file.Folder, files, root), problems);
        _read[path] = id;
        return (solution.AddProject(info), new LoadedProject(path, [id], Reading.Source, [.. problems]));
    }

    /// <summary>Files of no project: all in one, and each program with the files below its own folder.</summary>
    public (Solution Solution, LoadedProject Project) ReadLoose(Solution solution, string folder, ImmutableArray<string> files, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        var settings = SettingsFiles.Of(folder, new SourceTree().Files(folder, static file => !IsCode(file)), root);
        var programs = files.Where(file => IsProgram(file, cancellationToken)).ToList();
        var others = files.Except(programs, StringComparer.Ordinal).ToImmutableArray();
        var groups = programs.Select(program => (Path: program, Files: others.Where(file => IsBelow(file, Path.GetDirectoryName(program)!)).Prepend(program).ToImmutableArray())).ToList();
        if (!others.IsEmpty)
            groups.Add((Path.Combine(folder, Path.GetFileName(folder)), others));

        var ids = ImmutableArray.CreateBuilder<ProjectId>();
        foreach (var group in groups)
        {
            var id = ProjectId.CreateNewId(group.Path);
            solution = solution.AddProject(SourceProject.Create(id, null, group.Path, group.Files, Used(group.Files, cancellationToken), settings, problems));
            ids.Add(id);
        }

        return (solution, new LoadedProject(folder, ids.ToImmutable(), Reading.Source, [.. problems.Distinct()]));
    }

    public static ProjectFile? TryReadFile(string path, List<Problem> problems)
    {
        try
        {
            return ProjectFile.Read(path);
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem($"The project file cannot be read: {exception.Message}", path));
            return null;
        }
    }

    /// <summary>Projects see what the projects see that they refer to.</summary>
    private static IEnumerable<string> ReferencesOf(string path, HashSet<string> seen)
    {
        foreach (var reference in TryReadFile(path, [])?.ProjectReferences ?? [])
        {
            if (seen.Add(reference) && File.Exists(reference))
                ReferencesOf(reference, seen);
        }

        return seen;
    }

    /// <summary>Packages flow along project references.</summary>
    private static IEnumerable<string> PackagesOf(ProjectFile file, HashSet<string> seen)
    {
        var result = file.Packages.ToList();
        foreach (var reference in file.ProjectReferences)
        {
            if (seen.Add(reference) && File.Exists(reference) && TryReadFile(reference, []) is { } referenced)
                result.AddRange(PackagesOf(referenced, seen));
        }

        return result;
    }

    /// <summary>AI libraries that the code names in a using, whatever package brings them, and packages of file-based programs.</summary>
    private static IEnumerable<string> Used(ImmutableArray<string> files, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (RootOf(file, cancellationToken) is not { } unit)
                continue;
            names.UnionWith(unit.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>()
                .Select(static directive => directive.Name?.ToString() ?? ""));
            names.UnionWith(unit.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.IgnoredDirectiveTrivia))
                .Select(static trivia => trivia.ToString()).Where(static text => text.StartsWith("#:package ", StringComparison.Ordinal))
                .Select(static text => text["#:package ".Length..].Split('@')[0].Trim()));
        }

        return names.Where(AiCatalog.BuiltIn.IsAiReference).Order(StringComparer.Ordinal);
    }

    private static bool IsProgram(string file, CancellationToken cancellationToken) => RootOf(file, cancellationToken)?.Members.Any(SyntaxKind.GlobalStatement) == true;

    private static CompilationUnitSyntax? RootOf(string file, CancellationToken cancellationToken)
    {
        try
        {
            return CSharpSyntaxTree.ParseText(File.ReadAllText(file), new CSharpParseOptions(LanguageVersion.Preview).WithFeatures([new("FileBasedProgram", "true")]), cancellationToken: cancellationToken).GetCompilationUnitRoot(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsCode(string file) => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    private static bool IsBelow(string file, string folder) => file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
