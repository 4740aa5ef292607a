using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using AiSecurity.Cli.Loading;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Cli.Fixing;

/// <summary>A package that a project lacks and that fixes of what is reported in it would call.</summary>
internal sealed record PackageNeed(string Project, NeededPackage Package)
{
    public static async Task<ImmutableArray<PackageNeed>> FindAsync(LoadedRepository repository, FixableDiagnostics rules, bool takesGuards, CancellationToken cancellationToken)
    {
        var needs = ImmutableArray.CreateBuilder<PackageNeed>();
        foreach (var loaded in repository.Projects.Where(FixRounds.CanFix))
        {
            foreach (var id in loaded.Ids)
            {
                var project = repository.Solution.GetProject(id)!;
                if (await project.GetCompilationAsync(cancellationToken) is not { } compilation)
                    continue;
                var lacking = NeededPackage.All.Where(package => (takesGuards || !package.IsGuard) && compilation.GetTypesByMetadataName(package.Type).IsEmpty).ToList();
                if (lacking.Count == 0)
                    continue;
                var reported = (await rules.OfAsync(project, cancellationToken)).Select(static diagnostic => diagnostic.Id).ToHashSet(StringComparer.Ordinal);
                needs.AddRange(lacking.Where(package => package.Rules.Overlaps(reported)).Select(package => new PackageNeed(loaded.Path, package)));
            }
        }

        return [.. needs.Distinct()];
    }

    /// <summary>Gives projects packages without writing to them: the scan's targets import this file.</summary>
    public static void WriteTargets(WorkFolder folder, IEnumerable<PackageNeed> needs)
    {
        var root = new XElement("Project");
        foreach (var need in needs)
        {
            var central = CentralPackages.Of(need.Project);
            var items = new XElement("ItemGroup", new XAttribute("Condition", $"'$(MSBuildProjectFullPath)' == '{Escape(need.Project)}'"));
            items.Add(new XElement("PackageReference", new XAttribute("Include", need.Package.Id), central is null ? new XAttribute("Version", need.Package.Version) : null));
            if (central?.Knows(need.Package.Id) == false)
                items.Add(new XElement("PackageVersion", new XAttribute("Include", need.Package.Id), new XAttribute("Version", need.Package.Version)));
            root.Add(items);
        }

        new XDocument(root).Save(folder.File("packages.targets"));
    }

    /// <summary>What MSBuild would take for more than a character of a name, the percent sign first.</summary>
    private static string Escape(string path)
    {
        foreach (var special in "%$@'();?*")
            path = path.Replace($"{special}", $"%{(int)special:x2}", StringComparison.Ordinal);
        return path;
    }
}
