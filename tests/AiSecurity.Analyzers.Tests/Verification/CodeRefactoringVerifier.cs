using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Tests.Verification;

/// <summary>Asks a refactoring at <c>[|...|]</c> and compares the file that it makes.</summary>
public static class CodeRefactoringVerifier<TRefactoring>
    where TRefactoring : CodeRefactoringProvider, new()
{
    /// <summary>The source after the first action that is offered at the mark; null when none is. The result must compile.</summary>
    public static async Task<string?> ApplyAsync([StringSyntax("C#-test")] string markup, SdkSet set = SdkSet.Stubs, params string[] otherFiles)
    {
        TestFileMarkupParser.GetSpan(markup, out var source, out var span);
        using var workspace = new AdhocWorkspace();
        var options = new CSharpCompilationOptions(
            TestSetup.HasTopLevelStatements(source) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            specificDiagnosticOptions: TestSetup.ExperimentalSuppressed);
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Refactored", "Refactored", LanguageNames.CSharp, compilationOptions: options, parseOptions: TestSetup.ParseOptions, metadataReferences: SdkReferences.Of(set)));
        foreach (var (text, index) in otherFiles.Append(TestSetup.GlobalUsings).Select((text, index) => (text, index)))
            project = project.AddDocument($"Other{index}.cs", text).Project;
        var document = project.AddDocument("Test.cs", source);
        Assert.Empty(await ErrorsAsync(document));

        var actions = new List<CodeAction>();
        await new TRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(document, span, actions.Add, CancellationToken.None));
        if (actions.Count == 0)
            return null;

        var operation = Assert.Single((await actions[0].GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>());
        var changed = operation.ChangedSolution.GetDocument(document.Id)!;
        Assert.Empty(await ErrorsAsync(changed));
        return (await changed.GetTextAsync()).ToString();
    }

    private static async Task<IEnumerable<string>> ErrorsAsync(Document document) =>
        (await document.Project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());
}
