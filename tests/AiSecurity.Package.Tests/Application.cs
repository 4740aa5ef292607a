using System.Text.Json;
using System.Text.RegularExpressions;

namespace AiSecurity.Package.Tests;

/// <summary>A small application in a temporary folder that has the package installed.</summary>
internal sealed partial class Application : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private bool _isRestored;

    private Application()
    {
    }

    public string Folder => _folder.Path;

    public static Application Create(PackedPackage package, string source, string sdk = "Microsoft.NET.Sdk", string packages = Packages.AzureOpenAI, string properties = "")
    {
        var application = new Application();
        // The machine's own sources stay in use beside this one.
        application.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{package.Feed}" />
              </packageSources>
            </configuration>
            """);
        // Ends the search for files of that name in the folders above.
        application.Write("Directory.Build.props", "<Project />");
        application.Write("Directory.Build.targets", "<Project />");
        application.Write("Directory.Packages.props", "<Project />");
        application.Write("App.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <NoWarn>$(NoWarn);NU1603;NU1901;NU1902;NU1903;NU1904</NoWarn>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {packages}
                <PackageReference Include="{PackedPackage.Id}" Version="{package.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        application.Write("Program.cs", source);
        application.Configure("");
        return application;
    }

    public void Write(string name, string text) => File.WriteAllText(_folder.Combine(name), text);

    public string Read(string name) => File.ReadAllText(_folder.Combine(name));

    public void Delete(string name) => File.Delete(_folder.Combine(name));

    /// <summary>Replaces the .editorconfig by one with these lines for C# files.</summary>
    public void Configure(string lines) => Write(".editorconfig", $"root = true\n\n[*.cs]\n{lines}\n");

    /// <summary>Builds anew. What a compiler says of an analyzer that it cannot load or that crashed is an error in every build.</summary>
    public async Task<BuildResult> BuildAsync(params string[] arguments)
    {
        // The first build restores, too: that is one command less.
        string[] command = _isRestored ? ["build", "--no-restore"] : ["build"];
        _isRestored = true;
        var run = await Dotnet.RunAsync(Folder, [.. command, "--no-incremental", "-nologo", "-warnaserror:CS8032;CS9057;AD0001", "-p:ErrorLog=log.sarif%2cversion=2.1", .. arguments]);
        Assert.DoesNotMatch("CS8032|CS9057|AD0001|MSB4011", run.Output);
        return new BuildResult(run.ExitCode, run.Output, Reported(run.Output));
    }

    /// <summary>The results of the last build's SARIF log and the rules they name.</summary>
    public JsonElement ReadLog()
    {
        using var log = JsonDocument.Parse(Read("log.sarif"));
        return log.RootElement.Clone();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Each diagnostic of ours once, as <c>Program.cs(7): warning AISEC101</c>; the summary at the end of a build repeats them.</summary>
    private static string[] Reported(string output) =>
        [.. Report().Matches(output)
            .Select(match => $"{Path.GetFileName(match.Groups["file"].Value.Trim())}{match.Groups["line"].Value}{match.Groups["end"].Value}: {match.Groups["severity"].Value} {match.Groups["id"].Value}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^(?<file>[^(:\r\n]*)((?<line>\(\d+),\d+(?<end>\)))?\s?: (?<severity>warning|error) (?<id>AISEC\d+):", RegexOptions.Multiline)]
    private static partial Regex Report();
}

/// <param name="ExitCode">0 when the build succeeded.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Reported">Our diagnostics, sorted, each once.</param>
internal sealed record BuildResult(int ExitCode, string Output, string[] Reported);

/// <summary>The package references of applications.</summary>
internal static class Packages
{
    public const string None = "";

    public const string AzureOpenAI = """<PackageReference Include="Azure.AI.OpenAI" Version="2.1.0" /><PackageReference Include="Azure.Identity" Version="1.21.0" />""";

    public const string NewestAzureOpenAI = """<PackageReference Include="Azure.AI.OpenAI" Version="2.9.0-beta.1" /><PackageReference Include="Azure.Identity" Version="1.21.0" />""";
}
