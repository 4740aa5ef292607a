using System.IO.Compression;
using System.Xml.Linq;

namespace AiSecurity.Package.Tests;

/// <summary>The package, packed once for all tests under a version that no cache has seen.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    public const string Id = "AiSecurity.Analyzers";

    private readonly TemporaryFolder _folder = new();

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    public string Version { get; } = "0.0.1-test" + DateTime.UtcNow.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A folder that serves as package source.</summary>
    public string Feed => _folder.Path;

    /// <summary>The package itself.</summary>
    public string Path => _folder.Combine($"{Id}.{Version}.nupkg");

    public IReadOnlyList<string> Files { get; private set; } = [];

    public XElement Metadata { get; private set; } = new("none");

    public async Task InitializeAsync()
    {
        await PackAsync(Root, Feed);
        using var archive = Open();
        Files = [.. archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
        using var nuspec = archive.GetEntry(Id + ".nuspec")!.Open();
        Metadata = XElement.Load(nuspec).Elements().Single();
    }

    public Task DisposeAsync()
    {
        // Each run leaves a version of its own in the global packages folder.
        var global = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var installed = System.IO.Path.Combine(global, "aisecurity.analyzers", Version);
        if (Directory.Exists(installed))
            Directory.Delete(installed, recursive: true);
        _folder.Dispose();
        return Task.CompletedTask;
    }

    public byte[] Read(string file)
    {
        using var archive = Open();
        using var stream = archive.GetEntry(file)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>Packs a copy of the repository, of which the commit is left out: a copy has none.</summary>
    internal async Task PackAsync(string root, string feed) =>
        (await Dotnet.RunAsync(root, "pack", "src/AiSecurity.Analyzers.Package", "-o", feed, $"-p:PackageVersion={Version}", "-p:EnableSourceControlManagerQueries=false", "-m:1", "-nologo")).Succeeded();

    private ZipArchive Open() => ZipFile.OpenRead(Path);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Directory.Packages.props")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests pack the repository that they were built in.");
    }
}

/// <summary>One package, and one build at a time.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "package";
}
