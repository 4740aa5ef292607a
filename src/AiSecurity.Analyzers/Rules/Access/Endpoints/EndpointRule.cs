using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>A rule about endpoints that have an AI service behind them.</summary>
public abstract class EndpointRule : AiRule
{
    private readonly DiagnosticDescriptor _rule;

    private protected EndpointRule(DiagnosticDescriptor rule)
        : base(rule) => _rule = rule;

    private protected sealed override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected sealed override void Register(CompilationStartAnalysisContext start, AiCompilation compilation)
    {
        var reported = new ConcurrentDictionary<(SyntaxTree? Tree, TextSpan Span), bool>();
        start.RegisterSemanticModelAction(file =>
        {
            if (!file.IsGeneratedCode)
                Report(ModelEndpoints.For(compilation, file.SemanticModel.Compilation, file.CancellationToken).Of(file), file.ReportDiagnostic);
        });
        start.RegisterCompilationEndAction(end =>
            Report(ModelEndpoints.For(compilation, end.Compilation, end.CancellationToken).OfAll(end.Compilation, end.CancellationToken), end.ReportDiagnostic));

        void Report(IEnumerable<ModelEndpoint> endpoints, Action<Diagnostic> report)
        {
            foreach (var endpoint in endpoints)
            {
                var access = AccessOf(endpoint);
                if ((access.IsGuarded && access.Opening is null) || !reported.TryAdd((endpoint.Place.SourceTree, endpoint.Place.SourceSpan), true))
                    continue;

                var properties = ControlTags.Of(_rule).SetItem(EndpointProperties.Kind, endpoint.Kind);
                report(Diagnostic.Create(_rule, endpoint.Place, access.Opening is null ? null : [access.Opening.GetLocation()], properties, ArgumentsFor(endpoint)));
            }
        }
    }

    /// <summary>What stands before an endpoint, as far as the rule asks.</summary>
    private protected abstract EndpointAccess AccessOf(ModelEndpoint endpoint);

    private protected abstract object[] ArgumentsFor(ModelEndpoint endpoint);
}
