using System.IO.Compression;
using System.Xml.Linq;

namespace AiSecurity.Package.Tests;

/// <summary>The package, packed once for all tests under a version that no cache has seen. The fixtures of both collections are the same package.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    public const string Id = "AiSecurity.Analyzers";

    /// <summary>The root of the repository.</summary>
    public static readonly string Root = FindRoot();

    private static readonly TemporaryFolder Folder = new();
    private static readonly string UnseenVersion = "0.0.1-test" + DateTime.UtcNow.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture);
    private static readonly Lazy<Task> Packed = new(() => PackAsync(Root, Folder.Path));

    static PackedPackage() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Clean();

    public string Version => UnseenVersion;

    /// <summary>A folder that serves as package source.</summary>
    public string Feed => Folder.Path;

    /// <summary>The package itself.</summary>
    public string Path => Folder.Combine($"{Id}.{Version}.nupkg");

    public IReadOnlyList<string> Files { get; private set; } = [];

    public XElement Metadata { get; private set; } = new("none");

    public async Task InitializeAsync()
    {
        await Packed.Value;
        using var archive = Open();
        Files = [.. archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
        using var nuspec = archive.GetEntry(Id + ".nuspec")!.Open();
        Metadata = XElement.Load(nuspec).Elements().Single();
    }

    /// <summary>The other collection may still use it: it goes with the process.</summary>
    public Task DisposeAsync() => Task.CompletedTask;

    public byte[] Read(string file)
    {
        using var archive = Open();
        using var stream = archive.GetEntry(file)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>Packs a copy of the repository, of which the commit is left out: a copy has none.</summary>
    internal static async Task PackAsync(string root, string feed) =>
        (await Dotnet.RunAsync(root, "pack", "src/AiSecurity.Analyzers.Package", "-o", feed, $"-p:PackageVersion={UnseenVersion}", "-p:EnableSourceControlManagerQueries=false", "-m:1", "-nologo")).Succeeded();

    private ZipArchive Open() => ZipFile.OpenRead(Path);

    private static void Clean()
    {
        // Each run leaves a version of its own in the global packages folder.
        var global = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var installed = System.IO.Path.Combine(global, "aisecurity.analyzers", UnseenVersion);
        if (Directory.Exists(installed))
            Directory.Delete(installed, recursive: true);
        Folder.Dispose();
    }

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

/// <summary>What it is and does as it is packed, one build at a time.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "package";
}

/// <summary>How applications set it up, one build at a time, beside the other collection.</summary>
[CollectionDefinition(Name)]
public sealed class SetupCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "setup";
}
