using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Cli.Loading;

/// <summary>The packages that NuGet has put on this machine before, for projects that are only read. Nothing is fetched and nothing executed.</summary>
internal sealed class PackageFolder(string folder)
{
    private static readonly ImmutableArray<(string Name, int Net)> Frameworks =
    [
        ("net10.0", 10), ("net9.0", 9), ("net8.0", 8), ("net7.0", 7), ("net6.0", 6), ("net5.0", 5), ("netcoreapp3.1", 3), ("netstandard2.1", 3), ("netstandard2.0", 0),
    ];

    public static PackageFolder OfUser { get; } = new(Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } path
        ? path
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"));

    /// <summary>References to what is there, with everything that it depends on, and the names of what is not.</summary>
    /// <param name="packages">What is asked for.</param>
    /// <param name="net">The newest .NET whose assemblies fit; 0 for .NET Framework and .NET Standard.</param>
    public (ImmutableArray<MetadataReference> Found, ImmutableArray<string> Missing) Find(IEnumerable<string> packages, int net = int.MaxValue)
    {
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var missing = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<(string Name, bool IsAsked)>(packages.Select(static package => (package, true)));
        while (open.TryDequeue(out var package))
        {
            if (!seen.Add(package.Name))
                continue;
            if (Newest(package.Name) is not { } version)
            {
                // A dependency that is not there is likely one of another framework.
                if (package.IsAsked)
                    missing.Add(package.Name);
                continue;
            }

            foreach (var file in Assemblies(version, net))
                files.TryAdd(Path.GetFileName(file), file);
            foreach (var dependency in Dependencies(version))
                open.Enqueue((dependency, false));
        }

        return ([.. files.Values.Order(StringComparer.Ordinal).Select(static file => MetadataReference.CreateFromFile(file))], missing.ToImmutable());
    }

    private string? Newest(string package)
    {
        var versions = Path.Combine(folder, package.ToLowerInvariant());
        return Directory.Exists(versions) && !package.AsSpan().ContainsAny('/', '\\')
            ? Directory.EnumerateDirectories(versions).MaxBy(static version => NumberOf(Path.GetFileName(version)))
            : null;
    }

    private static (Version Number, bool IsStable) NumberOf(string version)
    {
        var dash = version.IndexOf('-', StringComparison.Ordinal);
        return (Version.TryParse(dash < 0 ? version : version[..dash], out var number) ? number : new Version(0, 0), dash < 0);
    }

    private static IEnumerable<string> Assemblies(string version, int net) =>
        Frameworks.Where(framework => framework.Net <= net).Select(framework => Path.Combine(version, "lib", framework.Name)).FirstOrDefault(Directory.Exists) is { } lib ? Directory.EnumerateFiles(lib, "*.dll") : [];

    private static IEnumerable<string> Dependencies(string version)
    {
        if (Directory.EnumerateFiles(version, "*.nuspec").FirstOrDefault() is not { } file)
            return [];

        try
        {
            return [.. XDocument.Load(file).Descendants().Where(static element => element.Name.LocalName == "dependency").Select(static element => element.Attribute("id")?.Value).OfType<string>().Distinct()];
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
