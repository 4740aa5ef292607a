using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>Inputs as documents of a project: each project grows out of the same one, so that the references are bound once.</summary>
internal static class FuzzWorkspace
{
    private static readonly AdhocWorkspace Workspace = new();
    private static readonly Lazy<Project> Empty = new(Create);

    public static Document DocumentOf(FuzzInput input)
    {
        var tree = CSharpSyntaxTree.ParseText(input.Source, TestSetup.ParseOptions);
        var project = Empty.Value.WithCompilationOptions(StrictCompilation.OptionsOf(tree));
        foreach (var file in input.Files)
            project = project.AddAdditionalDocument(Path.GetFileName(file.Path), file.GetText(), filePath: file.Path).Project;
        if (input.Options.Length > 0)
            project = project.AddAnalyzerConfigDocument("/.globalconfig", SourceText.From("is_global = true\n" + input.Options), filePath: "/.globalconfig").Project;
        return project.AddDocument("Test.cs", input.Source);
    }

    private static Project Create()
    {
        var id = ProjectId.CreateNewId();
        var project = Workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(id, VersionStamp.Default, "Fuzz", "Fuzz", LanguageNames.CSharp, parseOptions: TestSetup.ParseOptions, metadataReferences: SdkReferences.Stubs))
            .GetProject(id)!;
        return project.AddDocument("GlobalUsings.g.cs", TestSetup.GlobalUsings).Project;
    }
}
