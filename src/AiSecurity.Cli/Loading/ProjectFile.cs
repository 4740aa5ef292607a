using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace AiSecurity.Cli.Loading;

/// <summary>What a project file says without MSBuild: its own lines and those of the Directory.Build.props above it, conditions taken for true.</summary>
internal sealed class ProjectFile
{
    private readonly ImmutableArray<XElement> _roots;

    private ProjectFile(string path, ImmutableArray<XElement> roots)
    {
        Path = path;
        _roots = roots;
    }

    public string Path { get; }

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public string Sdk => _roots.FirstOrDefault()?.Attribute("Sdk")?.Value
        ?? _roots.FirstOrDefault()?.Elements().FirstOrDefault(static element => element.Name.LocalName == "Sdk")?.Attribute("Name")?.Value ?? "";

    public bool IsWeb => Sdk.StartsWith("Microsoft.NET.Sdk.Web", StringComparison.OrdinalIgnoreCase) || Sdk.StartsWith("Microsoft.NET.Sdk.Razor", StringComparison.OrdinalIgnoreCase)
        || Items("FrameworkReference").Contains("Microsoft.AspNetCore.App", StringComparer.OrdinalIgnoreCase);

    public bool IsWorker => Sdk.StartsWith("Microsoft.NET.Sdk.Worker", StringComparison.OrdinalIgnoreCase);

    public ImmutableArray<string> Packages => [.. Items("PackageReference").Concat(Items("Reference").Select(static reference => reference.Split(',')[0].Trim())).Distinct(StringComparer.OrdinalIgnoreCase)];

    public bool IsTest => Property("IsTestProject").Equals("true", StringComparison.OrdinalIgnoreCase)
        || Items("PackageReference").Any(static package => package.Equals("Microsoft.NET.Test.Sdk", StringComparison.OrdinalIgnoreCase));

    public IEnumerable<string> ProjectReferences =>
        Items("ProjectReference").Where(static path => !path.Contains("$(", StringComparison.Ordinal)).Select(path => System.IO.Path.GetFullPath(System.IO.Path.Combine(Folder, path.Replace('\\', '/'))));

    /// <exception cref="XmlException">The file is no XML.</exception>
    public static ProjectFile Read(string path)
    {
        var roots = ImmutableArray.CreateBuilder<XElement>();
        roots.Add(XDocument.Load(path).Root!);
        for (var folder = System.IO.Path.GetDirectoryName(path); folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            var props = System.IO.Path.Combine(folder, "Directory.Build.props");
            if (!File.Exists(props))
                continue;
            if (TryLoad(props) is { } root)
                roots.Add(root);
            // MSBuild takes the nearest only; that one imports others itself.
            break;
        }

        return new(path, roots.ToImmutable());
    }

    public string Property(string name) =>
        _roots.SelectMany(static root => root.Elements()).Where(static element => element.Name.LocalName == "PropertyGroup")
            .SelectMany(static group => group.Elements()).FirstOrDefault(element => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Trim() ?? "";

    private IEnumerable<string> Items(string name) =>
        _roots.SelectMany(static root => root.Elements()).Where(static element => element.Name.LocalName == "ItemGroup")
            .SelectMany(static group => group.Elements()).Where(element => element.Name.LocalName == name)
            .SelectMany(static element => (element.Attribute("Include")?.Value ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static XElement? TryLoad(string path)
    {
        try
        {
            return XDocument.Load(path).Root;
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
