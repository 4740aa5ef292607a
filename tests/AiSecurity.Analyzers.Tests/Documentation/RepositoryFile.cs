namespace AiSecurity.Analyzers.Tests.Documentation;

/// <summary>A file of the repository that a test keeps in step with the code.</summary>
internal static class RepositoryFile
{
    private static readonly string Root = FindRoot();

    /// <summary>Set by <c>AISEC_UPDATE_DOCS=1</c>: tests write what they would otherwise compare.</summary>
    public static bool Updating => Environment.GetEnvironmentVariable("AISEC_UPDATE_DOCS") == "1";

    public static string PathOf(string name) => Path.Combine(Root, name.Replace('/', Path.DirectorySeparatorChar));

    public static bool Exists(string name) => File.Exists(PathOf(name));

    public static string Read(string name) => File.ReadAllText(PathOf(name)).ReplaceLineEndings("\n");

    /// <summary>The file has that text, or gets it.</summary>
    public static void Verify(string name, string expected)
    {
        if (Exists(name) && Read(name) == expected)
            return;

        if (!Updating)
            Assert.Fail($"{name} does not say what the code says. Run AISEC_UPDATE_DOCS=1 dotnet test --filter Documentation and look at the change. It should read:\n{expected}");

        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), expected);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests read docs/ and src/ of the repository that they were built in.");
    }
}
