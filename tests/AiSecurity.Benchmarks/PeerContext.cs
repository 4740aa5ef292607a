using System.Reflection;
using System.Runtime.Loader;

namespace AiSecurity.Benchmarks;

/// <summary>Loads the analyzers of a package as a compiler does: Roslyn is the host's, everything else the package's own.</summary>
internal sealed class PeerContext(string package) : AssemblyLoadContext(Path.GetFileName(package))
{
    public IReadOnlyList<Assembly> Load()
    {
        var assemblies = new List<Assembly>();
        foreach (var file in Files().Where(static file => !file.Contains("CodeFix", StringComparison.Ordinal)))
        {
            var assembly = LoadFromAssemblyPath(file);
            if (assembly.GetReferencedAssemblies().Any(static reference => reference.Name == "Microsoft.CodeAnalysis"))
                assemblies.Add(assembly);
        }

        return assemblies;
    }

    protected override Assembly? Load(AssemblyName name)
    {
        if (name.Name is null || name.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !name.Name.Contains("NetAnalyzers", StringComparison.Ordinal))
            return null;
        return Files().FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == name.Name) is { } own ? LoadFromAssemblyPath(own) : null;
    }

    /// <summary>Those for C#, of the newest Roslyn where a package has several, and none of the translations.</summary>
    private IEnumerable<string> Files()
    {
        var all = Directory.EnumerateFiles(Path.Combine(package, "analyzers"), "*.dll", SearchOption.AllDirectories)
            .Where(static file => !file.EndsWith(".resources.dll", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}vb{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        return all.GroupBy(Path.GetFileName).Select(static same => same.Order(StringComparer.Ordinal).Last());
    }
}
