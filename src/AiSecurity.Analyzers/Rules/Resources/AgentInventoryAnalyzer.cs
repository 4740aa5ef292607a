using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Reach;
using AiSecurity.Analyzers.Rules.Resources.Inventory;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Rules.Resources;

/// <summary>AISEC505: a note for each agent, tool, model, MCP server, data source, service and endpoint.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AgentInventoryAnalyzer() : AiRule(ResourceRules.AgentInventory)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Register(CompilationStartAnalysisContext start, AiCompilation compilation)
    {
        var listed = new ConcurrentDictionary<(SyntaxTree? Tree, TextSpan Span), bool>();
        start.RegisterSemanticModelAction(file =>
        {
            if (file.IsGeneratedCode)
                return;
            Report(new FileInventory(new AiFile(compilation, file), ProjectView.OfFile(compilation, file)).Find(), file.ReportDiagnostic);
            ReportEndpoints(ModelEndpoints.For(compilation, file.SemanticModel.Compilation, file.CancellationToken).Of(file), file.ReportDiagnostic);
        });
        start.RegisterCompilationEndAction(end =>
            ReportEndpoints(ModelEndpoints.For(compilation, end.Compilation, end.CancellationToken).OfAll(end.Compilation, end.CancellationToken), end.ReportDiagnostic));

        void Report(IEnumerable<InventoryNote> notes, Action<Diagnostic> report)
        {
            foreach (var note in notes)
            {
                if (listed.TryAdd((note.Place.SourceTree, note.Place.SourceSpan), true))
                    report(note.ToDiagnostic());
            }
        }

        void ReportEndpoints(IEnumerable<ModelEndpoint> endpoints, Action<Diagnostic> report)
        {
            foreach (var endpoint in endpoints)
                Report([NoteOn(endpoint)], report);
        }
    }

    private static InventoryNote NoteOn(ModelEndpoint endpoint)
    {
        var guards = ImmutableSortedSet<string>.Empty;
        if (Holds(endpoint.Authorization))
            guards = guards.Add(GuardName.Authorization);
        if (Holds(endpoint.Limit))
            guards = guards.Add(GuardName.RateLimit);
        return new InventoryNote(endpoint.Place, InventoryKind.Endpoint, new NamedText(EndpointTitle.Of(endpoint), null), "") { Guards = guards };
    }

    private static bool Holds(EndpointAccess access) => access.IsGuarded && access.Opening is null;
}
