using System;
using System.Linq;
using System.Threading.Tasks;
using AiSecurity.Analyzers.Rules.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>Takes a key out of the headers, and puts a handler that sends tokens into the client which the requests go through.</summary>
internal static class EntraHandlerEdit
{
    /// <summary>The file of the place in the changed solution; null where the project does not make the client.</summary>
    public static async Task<Document?> ApplyAsync(ReportedPlace place, GuardMember guard)
    {
        if (!place.Diagnostic.Properties.TryGetValue(KeyHeaderAnalyzer.ScopeProperty, out var scope) || scope is null || KeyHeaderStatement.Of(place) is not { } header
            || await SendingClient.OfAsync(place, header, guard.Row["covers"]!).ConfigureAwait(false) is not { } client
            || await ReportedPlace.CreateAsync(client.Document, client.Start.Span, place.CancellationToken).ConfigureAwait(false) is not { } start)
            return null;

        var removal = new FileEdit();
        removal.Remove(header.Statement.Parent is GlobalStatementSyntax global ? global : header.Statement);
        UnusedCode.Mark(header.Key, place.Model, removal, place.CancellationToken);
        var isSameFile = client.Document.Id == place.Document.Id;
        var addition = isSameFile ? removal : new FileEdit();
        if (!HasHandler(client, guard, scope) && !await TryAddAsync(start, client, guard, scope, addition).ConfigureAwait(false))
            return null;

        var changed = await CheckedEdit.ApplyAsync(place.Document, place.Symbols, removal, place.CancellationToken).ConfigureAwait(false);
        if (changed is null || isSameFile || addition.IsEmpty)
            return changed;
        return await CheckedEdit.ApplyAsync(changed.Project.Solution.GetDocument(client.Document.Id)!, place.Symbols, addition, place.CancellationToken).ConfigureAwait(false) is { } both
            ? both.Project.Solution.GetDocument(place.Document.Id)
            : null;
    }

    /// <summary>Another header of the same client was there first.</summary>
    private static bool HasHandler(ClientPipeline client, GuardMember guard, string scope) =>
        client.Steps.Cast<SyntaxNode>().Append(client.Start).Any(step => step.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Any(creation => creation.Type.ToString().EndsWith(guard.Type.Name, StringComparison.Ordinal) && creation.ToString().Contains(scope)));

    private static async Task<bool> TryAddAsync(ReportedPlace start, ClientPipeline client, GuardMember guard, string scope, FileEdit edit)
    {
        var handler = await EntraHandler.OfAsync(start, client, guard, scope).ConfigureAwait(false);
        if (handler is null)
            return false;
        if (!client.IsRegistered)
            return handler.TryWrap((BaseObjectCreationExpressionSyntax)client.Start, edit);

        PipelineStep.Add(client, guard, guard.Pipeline!.Method, handler.AsFactory(), edit);
        return true;
    }
}
