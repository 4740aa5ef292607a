using System.Collections.Immutable;
using System.Text;
using AiSecurity.Cli.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Cli.Loading;

/// <summary>Makes a project of source files alone: without MSBuild, on the tool's own framework, with the packages that are on the machine. Calls of others stay unbound, and rules judge them by name.</summary>
internal static class SourceProject
{
    private static readonly CSharpParseOptions Parsing = new(
        LanguageVersion.Preview, DocumentationMode.None, preprocessorSymbols: [.. Versions(5, 10).Select(static version => $"NET{version}_0_OR_GREATER"), "NET", "NET10_0", "NETCOREAPP", "TRACE", "DEBUG"]);

    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private const string WebUsings =
        " global using System.Net.Http.Json; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing;"
        + " global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;";

    public static ProjectInfo Create(ProjectId id, ProjectFile? project, string path, ImmutableArray<string> files, IEnumerable<string> packages, SettingsFiles settings, List<Problem> problems)
    {
        var documents = files.Select(file => Document(id, file, problems)).OfType<DocumentInfo>().ToList();
        var usesWeb = project is null or { IsWeb: true };
        documents.Add(Text(id, "GlobalUsings.g.cs", Path.Combine(path, "obj", "GlobalUsings.g.cs"), usesWeb ? ImplicitUsings + WebUsings : ImplicitUsings));
        var (found, missing) = PackageFolder.OfUser.Find(packages);
        var bound = FrameworkAssemblies.With(found, usesWeb).ToList();
        var isProgram = project is null || project.Property("OutputType").EndsWith("exe", StringComparison.OrdinalIgnoreCase) || usesWeb;
        return ProjectInfo.Create(
                id, VersionStamp.Default, Path.GetFileNameWithoutExtension(path), Path.GetFileNameWithoutExtension(path), LanguageNames.CSharp, path,
                compilationOptions: new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: Parsing,
                documents: documents,
                metadataReferences: [.. bound, .. StandInAssembly.For(missing, bound)],
                additionalDocuments: settings.Additional.Select(file => Document(id, file, problems)).OfType<DocumentInfo>())
            .WithAnalyzerConfigDocuments(settings.Configs.Select(file => Document(id, file, problems)).OfType<DocumentInfo>().Append(Text(id, ".globalconfig", Path.Combine(path, "obj", "scan.globalconfig"), BuildProperties(project))));
    }

    /// <summary>What the compiler would be told of the project.</summary>
    private static string BuildProperties(ProjectFile? project) =>
        $"""
        is_global = true
        build_property.AzureFunctionsVersion = {project?.Property("AzureFunctionsVersion")}
        build_property.IsTestProject = {(project?.IsTest == true ? "true" : "")}
        build_property.OutputType = {project?.Property("OutputType")}
        build_property.UsingMicrosoftNETSdkWeb = {(project?.IsWeb == true ? "true" : "")}
        build_property.UsingMicrosoftNETSdkWorker = {(project?.IsWorker == true ? "true" : "")}
        """;

    private static DocumentInfo? Document(ProjectId project, string file, List<Problem> problems)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return Create(project, Path.GetFileName(file), file, SourceText.From(stream));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or DecoderFallbackException)
        {
            problems.Add(new Problem($"The file cannot be read: {exception.Message}", file));
            return null;
        }
    }

    private static DocumentInfo Text(ProjectId project, string name, string file, string text) => Create(project, name, file, SourceText.From(text, Encoding.UTF8));

    private static DocumentInfo Create(ProjectId project, string name, string file, SourceText text) =>
        DocumentInfo.Create(DocumentId.CreateNewId(project, name), name, filePath: file, loader: TextLoader.From(TextAndVersion.Create(text, VersionStamp.Default, file)));

    private static IEnumerable<int> Versions(int first, int last) => Enumerable.Range(first, last - first + 1);
}
