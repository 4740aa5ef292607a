using System.Collections.Immutable;

namespace AiSecurity.Cli.Fixing;

/// <summary>Writes down the packages that fixed code calls, in the project or in the file of all versions.</summary>
internal static class PackageReferences
{
    /// <param name="changes">What fixes have changed, by file.</param>
    /// <param name="needs">The packages that projects were given for a trial.</param>
    /// <param name="filesOf">The files of a project.</param>
    public static (ImmutableArray<FileChange> Files, ImmutableArray<PackageNeed> Added) Write(ImmutableArray<FileChange> changes, ImmutableArray<PackageNeed> needs, Func<string, IReadOnlySet<string>> filesOf)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var added = ImmutableArray.CreateBuilder<PackageNeed>();
        foreach (var need in needs)
        {
            var files = filesOf(need.Project);
            if (!changes.Any(change => files.Contains(change.Path) && Calls(change, need.Package)))
                continue;

            var central = CentralPackages.Of(need.Project);
            Edit(need.Project, "PackageReference", need.Package, central is null);
            if (central?.Knows(need.Package.Id) == false)
                Edit(central.Path, "PackageVersion", need.Package, hasVersion: true);
            added.Add(need);
        }

        return ([.. texts.Select(static text => Change(text.Key, text.Value))], added.ToImmutable());

        void Edit(string file, string item, NeededPackage package, bool hasVersion)
        {
            var text = texts.TryGetValue(file, out var known) ? known : File.ReadAllText(file, XmlEncoding.Of(file));
            // Several projects share the file of versions.
            if (!text.Contains($"<{item} Include=\"{package.Id}\"", StringComparison.OrdinalIgnoreCase))
                texts[file] = ProjectFileEdit.Add(text, item, package.Id, hasVersion ? package.Version : null);
        }
    }

    /// <summary>Packages are named after their namespaces.</summary>
    private static bool Calls(FileChange change, NeededPackage package) => change.After.Contains(package.Id, StringComparison.Ordinal) && !change.Before.Contains(package.Id, StringComparison.Ordinal);

    private static FileChange Change(string file, string after)
    {
        var encoding = XmlEncoding.Of(file);
        return new(file, File.ReadAllText(file, encoding), after, encoding);
    }
}
