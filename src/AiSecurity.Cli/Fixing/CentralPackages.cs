using System.Xml;
using System.Xml.Linq;
using AiSecurity.Cli.Loading;

namespace AiSecurity.Cli.Fixing;

/// <summary>The file that holds the versions of all packages, where a repository has one.</summary>
/// <param name="Path">The nearest Directory.Packages.props.</param>
/// <param name="Root">What it says.</param>
internal sealed record CentralPackages(string Path, XElement Root)
{
    /// <summary>Null for a project that writes its versions itself.</summary>
    public static CentralPackages? Of(string project)
    {
        for (var folder = System.IO.Path.GetDirectoryName(project); folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            var file = System.IO.Path.Combine(folder, "Directory.Packages.props");
            if (!File.Exists(file))
                continue;
            var root = XDocument.Load(file).Root!;
            var isCentral = IsOn(root) || IsOn(ProjectFile.Read(project).Property("ManagePackageVersionsCentrally"));
            return isCentral ? new CentralPackages(file, root) : null;
        }

        return null;
    }

    public bool Knows(string package) =>
        Root.Descendants().Any(element => element.Name.LocalName is "PackageVersion" or "GlobalPackageReference" && package.Equals(element.Attribute("Include")?.Value, StringComparison.OrdinalIgnoreCase));

    private static bool IsOn(XElement root) => IsOn(root.Descendants().LastOrDefault(static element => element.Name.LocalName == "ManagePackageVersionsCentrally")?.Value);

    private static bool IsOn(string? value) => value is not null && value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
}
