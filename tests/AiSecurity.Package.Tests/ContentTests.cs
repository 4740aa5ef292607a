using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AiSecurity.Package.Tests;

/// <summary>What is in the package, to the file.</summary>
[Collection(PackageCollection.Name)]
public partial class ContentTests(PackedPackage package)
{
    private const string Analyzers = "analyzers/dotnet/cs/AiSecurity.Analyzers.dll";
    private const string CodeFixes = "analyzers/dotnet/cs/AiSecurity.Analyzers.CodeFixes.dll";

    private const string BillOfMaterials = "_manifest/netstandard2.0/bom.cdx.json";

    /// <summary>What every compiler and editor brings along; anything else would be missing in some of them.</summary>
    private static readonly string[] Allowed =
        ["netstandard 2.0.0.0", "Microsoft.CodeAnalysis 4.8.0.0", "Microsoft.CodeAnalysis.CSharp 4.8.0.0", "System.Collections.Immutable 7.0.0.0", "System.Memory 4.0.1.2", "System.Buffers 4.0.3.0"];

    private static readonly string[] AllowedInFixes =
        [.. Allowed, "AiSecurity.Analyzers 0.1.0.0", "Microsoft.CodeAnalysis.Workspaces 4.8.0.0", "Microsoft.CodeAnalysis.CSharp.Workspaces 4.8.0.0", "System.Composition.AttributedModel 7.0.0.0"];

    [Fact]
    public void Has_these_files_and_no_others()
    {
        string[] expected =
        [
            "AiSecurity.Analyzers.nuspec",
            "README.md",
            BillOfMaterials,
            CodeFixes,
            Analyzers,
            "build/AiSecurity.Analyzers.props",
            "build/AiSecurity.Analyzers.targets",
            "buildTransitive/AiSecurity.Analyzers.props",
            "buildTransitive/AiSecurity.Analyzers.targets",
            "configuration/AiSecurity.none.globalconfig",
            "configuration/AiSecurity.strict.globalconfig",
            "icon.png",
        ];
        Assert.Equal(expected, package.Files.Where(file => !IsPackaging(file)));
    }

    [Fact]
    public void Is_a_development_dependency_without_dependencies()
    {
        Assert.Equal("true", Value("developmentDependency"));
        Assert.DoesNotContain(package.Metadata.Elements(), element => element.Name.LocalName is "dependencies" or "frameworkAssemblies" or "references");
    }

    [Fact]
    public void Says_whose_it_is_and_under_which_license()
    {
        Assert.Equal(PackedPackage.Id, Value("id"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("expression", Element("license").Attribute("type")?.Value);
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Equal("https://github.com/aisecurity-net/AiSecurity.Analyzers", Value("projectUrl"));
        Assert.Equal("https://github.com/aisecurity-net/AiSecurity.Analyzers", Element("repository").Attribute("url")?.Value);
        Assert.NotEmpty(Value("authors"));
        Assert.NotEmpty(Value("description"));
        Assert.Contains("analyzers", Value("tags"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_has_no_relative_links() => Assert.DoesNotMatch(RelativeLink(), System.Text.Encoding.UTF8.GetString(package.Read("README.md")));

    [Fact]
    public void The_icon_is_a_small_square_png()
    {
        var icon = package.Read("icon.png");
        Assert.Equal<byte>([0x89, (byte)'P', (byte)'N', (byte)'G'], icon[..4]);
        Assert.Equal([0, 0, 0, 128, 0, 0, 0, 128], icon[16..24]);
        Assert.InRange(icon.Length, 100, 20_000);
    }

    [Fact]
    public void The_analyzers_refer_to_nothing_that_a_compiler_lacks() => Assert.Empty(References(Analyzers).Except(Allowed));

    [Fact]
    public void The_fixes_refer_to_nothing_that_an_editor_lacks() => Assert.Empty(References(CodeFixes).Except(AllowedInFixes));

    [Fact]
    public void The_oldest_Roslyn_is_4_8()
    {
        Assert.Contains("Microsoft.CodeAnalysis 4.8.0.0", References(Analyzers));
        Assert.Contains("Microsoft.CodeAnalysis.Workspaces 4.8.0.0", References(CodeFixes));
    }

    [Fact]
    public void The_bill_of_materials_names_the_assemblies_with_their_hashes()
    {
        using var bill = JsonDocument.Parse(package.Read(BillOfMaterials));
        var hashes = bill.RootElement.GetProperty("components").EnumerateArray()
            .ToDictionary(component => component.GetProperty("name").GetString()!, component => component.GetProperty("hashes")[0].GetProperty("content").GetString());
        Assert.Equal("CycloneDX 1.6", $"{bill.RootElement.GetProperty("bomFormat")} {bill.RootElement.GetProperty("specVersion")}");
        Assert.Equal($"pkg:nuget/{PackedPackage.Id}@{package.Version}", bill.RootElement.GetProperty("metadata").GetProperty("component").GetProperty("purl").GetString());
        Assert.Equal(2, hashes.Count);
        foreach (var assembly in new[] { Analyzers, CodeFixes })
            Assert.Equal(Convert.ToHexString(SHA256.HashData(package.Read(assembly))), hashes[Path.GetFileName(assembly)]);
    }

    /// <summary>From another folder, as somebody else would build it to compare.</summary>
    [Fact]
    public async Task Everybody_gets_the_same_bytes()
    {
        using var copy = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(PackedPackage.Root, "*", SearchOption.TopDirectoryOnly).Concat(Sources()))
        {
            var target = copy.Combine(Path.GetRelativePath(PackedPackage.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Directory.CreateDirectory(copy.Combine("packages"));
        await PackedPackage.PackAsync(copy.Path, copy.Combine("again"));
        var again = await File.ReadAllBytesAsync(Directory.EnumerateFiles(copy.Combine("again"), "*.nupkg").Single());
        var first = await File.ReadAllBytesAsync(package.Path);
        Assert.True(again.AsSpan().SequenceEqual(first), "The package depends on where it is built.");
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(PackedPackage.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static bool IsPackaging(string file) => file == "[Content_Types].xml" || file.StartsWith("_rels/", StringComparison.Ordinal) || file.StartsWith("package/", StringComparison.Ordinal);

    private XElement Element(string name) => package.Metadata.Elements().Single(element => element.Name.LocalName == name);

    private string Value(string name) => Element(name).Value;

    private List<string> References(string file)
    {
        using var image = new PEReader(new MemoryStream(package.Read(file)));
        var reader = image.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(reader.GetAssemblyReference).Select(reference => $"{reader.GetString(reference.Name)} {reference.Version}")];
    }

    [GeneratedRegex(@"\]\((?!https?:|#)")]
    private static partial Regex RelativeLink();
}
