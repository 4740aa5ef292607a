using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>A document on which edits are tried, one by one, each from the beginning.</summary>
internal sealed class EditedDocument(FuzzInput input, Document document)
{
    private int? _errors;

    /// <summary>How many edits there were.</summary>
    public int Offered { get; private set; }

    /// <summary>Asks for edits and makes all that are offered; answers with the first that throws, changes nothing or breaks the code.</summary>
    public async Task<FuzzFailure?> TryAsync(string name, Func<List<CodeAction>, Task> offer)
    {
        try
        {
            var actions = new List<CodeAction>();
            await offer(actions);
            foreach (var action in actions)
            {
                Offered++;
                if (await MakeAsync(name, action) is { } failure)
                    return failure;
            }

            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return FuzzFailure.Of(input, name, exception);
        }
    }

    private async Task<FuzzFailure?> MakeAsync(string name, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        if (operations.OfType<ApplyChangesOperation>().ToList() is not [var operation])
            return new FuzzFailure(input, name + ": no change", action.Title);

        var changed = operation.ChangedSolution;
        var projects = changed.GetChanges(document.Project.Solution).GetProjectChanges().ToList();
        if (!projects.Any(project => project.GetChangedDocuments().Any() || project.GetAddedDocuments().Any()))
            return new FuzzFailure(input, name + ": nothing changed", action.Title);

        var before = _errors ??= (await ErrorsAsync(document.Project)).Count;
        var after = await ErrorsAsync(changed.GetProject(document.Project.Id)!);
        return after.Count <= before
            ? null
            : new FuzzFailure(input, $"{name}: {(before == 0 ? "breaks code" : "breaks broken code")}", $"{action.Title}\n{string.Join('\n', after.Take(10))}\n{await changed.GetDocument(document.Id)!.GetTextAsync()}");
    }

    private static async Task<List<Diagnostic>> ErrorsAsync(Project project) =>
        [.. (await project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
}
