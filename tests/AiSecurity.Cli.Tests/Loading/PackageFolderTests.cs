using AiSecurity.Cli.Loading;

namespace AiSecurity.Cli.Tests.Loading;

public class PackageFolderTests
{
    /// <summary>An assembly for a later framework than the project's is an error of its own.</summary>
    [Theory]
    [InlineData(10, "net10.0")]
    [InlineData(8, "net8.0")]
    [InlineData(0, "netstandard2.0")]
    public void Takes_what_fits_the_framework(int net, string framework)
    {
        using var packages = new Repository();
        foreach (var each in new[] { "net10.0", "net8.0", "netstandard2.0" })
        {
            packages.With($"contoso.ai/1.0.0/lib/{each}/none.txt", "");
            File.Copy(typeof(object).Assembly.Location, packages.Path($"contoso.ai/1.0.0/lib/{each}/Contoso.AI.dll"));
        }

        var (found, missing) = new PackageFolder(packages.Root).Find(["Contoso.AI"], net);

        Assert.Empty(missing);
        Assert.Contains($"/{framework}/", Assert.Single(found).Display!.Replace('\\', '/'), StringComparison.Ordinal);
    }
}
