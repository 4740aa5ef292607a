namespace AiSecurity.Cli.Tests;

/// <summary>A small repository in a temporary folder.</summary>
internal sealed class Repository : IDisposable
{
    /// <summary>In pieces, so that nobody takes it for a real one.</summary>
    public const string Key = "9f8e7d6c5b4a" + "39281706f5e4" + "d3c2b1a0";

    public const string KeyedClient =
        $$"""
        using Azure;
        using Azure.AI.OpenAI;

        public static class Clients
        {
            public static AzureOpenAIClient Create() =>
                new AzureOpenAIClient(new System.Uri("https://contoso.openai.azure.com"), new AzureKeyCredential("{{Key}}"));
        }
        """;

    public const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup><PackageReference Include="Azure.AI.OpenAI" Version="2.1.0" /></ItemGroup>
        </Project>
        """;

    public Repository()
    {
        Root = Directory.CreateTempSubdirectory("aisec-test-").FullName;
        Directory.CreateDirectory(Path(".git"));
    }

    public string Root { get; }

    public string Path(string name) => System.IO.Path.Combine(Root, name);

    public Repository With(string name, string text)
    {
        var path = Path(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>All files with their texts, to see that a scan changes nothing.</summary>
    public IReadOnlyList<string> Content() =>
        [.. Directory.EnumerateFileSystemEntries(Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(static path => File.Exists(path) ? $"{path}: {File.ReadAllText(path)}" : path)];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
