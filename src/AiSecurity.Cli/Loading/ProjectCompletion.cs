using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Cli.Loading;

/// <summary>Gives projects that MSBuild loaded what is missing in them, so that rules can work by names.</summary>
internal static class ProjectCompletion
{
    private const string TestSdk = "Microsoft.NET.Test.Sdk";

    public static Solution AddMissing(Solution solution, ProjectId id, ImmutableSortedSet<string> missing)
    {
        var project = solution.GetProject(id)!;
        var net = HasFramework(project) ? NetOf(project) : int.MaxValue;
        if (!HasFramework(project))
            project = project.AddMetadataReferences([.. FrameworkAssemblies.Core, .. FrameworkAssemblies.Web]);
        if (!missing.IsEmpty)
        {
            // In another version than was asked for, most often: better than none.
            var (found, nowhere) = PackageFolder.OfUser.Find(missing, net);
            project = project.AddMetadataReferences(FrameworkAssemblies.Without(found, project.MetadataReferences).ToList());
            project = project.AddMetadataReferences(StandInAssembly.For(nowhere, project.MetadataReferences).ToList());
        }

        // Its props would have said so.
        if (missing.Contains(TestSdk))
            project = AddConfig(project, "test", "is_global = true\nglobal_level = 200\nbuild_property.IsTestProject = true\n");
        return project.Solution;
    }

    /// <summary>Switches rules as AiSecurityMode does; configuration of the repository wins.</summary>
    public static Solution AddPreset(Solution solution, ProjectId id, string preset)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "msbuild", "configuration", $"AiSecurity.{preset}.globalconfig");
        // One above the file that a project may have chosen itself: two of one level cancel each other.
        return File.Exists(file) ? AddConfig(solution.GetProject(id)!, preset, File.ReadAllText(file).Replace("global_level = -100", "global_level = -99", StringComparison.Ordinal)).Solution : solution;
    }

    private static Project AddConfig(Project project, string name, string text) =>
        project.AddAnalyzerConfigDocument(
            $"aisec.{name}.globalconfig", SourceText.From(text, Encoding.UTF8), filePath: Path.Combine(Path.GetDirectoryName(project.FilePath) ?? "/", $"aisec.{name}.globalconfig")).Project;

    /// <summary>The .NET that a project is compiled for, by the symbols that its SDK defines; 0 for others.</summary>
    private static int NetOf(Project project)
    {
        var symbols = project.ParseOptions?.PreprocessorSymbolNames.ToHashSet(StringComparer.Ordinal) ?? [];
        return Enumerable.Range(5, 20).LastOrDefault(version => symbols.Contains($"NET{version}_0"));
    }

    /// <summary>Whether the reference assemblies of its framework were found.</summary>
    private static bool HasFramework(Project project) => project.MetadataReferences.Any(static reference =>
        reference is PortableExecutableReference { FilePath: { } path } && Path.GetFileName(path) is "System.Runtime.dll" or "mscorlib.dll" or "netstandard.dll" && File.Exists(((PortableExecutableReference)reference).FilePath));
}
