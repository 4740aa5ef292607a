using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Gateways;
using AiSecurity.Analyzers.Settings;
using AiSecurity.Analyzers.Settings.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC111: an endpoint that goes around the AI gateway which the project names.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GatewayAnalyzer() : AiRule(AccessRules.Gateway)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Register(CompilationStartAnalysisContext start, AiCompilation compilation)
    {
        base.Register(start, compilation);
        SettingsFiles.OnEach(start, compilation, (file, context) => AnalyzeSettings(compilation, file, context));
    }

    private protected override void Analyze(AiFile file)
    {
        var gateways = new GatewayHosts(AiOptions.GatewayHosts.ReadList(file.Compilation.Options.AnalyzerConfigOptionsProvider.GetOptions(file.Model.SyntaxTree), RuleIds.Gateway));
        if (gateways.IsEmpty)
            return;

        foreach (var endpoint in new EndpointTexts(file, new ValueTrace(file.Model, file.CancellationToken)).Find())
        {
            if (gateways.IsPassedBy(endpoint.Value, file.Compilation.Symbols.Catalog.Hosts))
                file.Report(Create(endpoint.Key.GetLocation(), endpoint.Value, gateways));
        }
    }

    private static void AnalyzeSettings(AiCompilation compilation, SettingsFile file, AdditionalFileAnalysisContext context)
    {
        var gateways = new GatewayHosts(AiOptions.GatewayHosts.ReadList(context, RuleIds.Gateway));
        if (gateways.IsEmpty)
            return;

        foreach (var value in file.Values)
        {
            if (EndpointSetting.UrlOf(value) is { } url && gateways.IsPassedBy(url, compilation.Symbols.Catalog.Hosts))
                context.ReportDiagnostic(Create(file.LocationOf(value), url, gateways));
        }
    }

    private static Diagnostic Create(Location location, string url, GatewayHosts gateways)
    {
        var properties = ControlTags.Of(AccessRules.Gateway);
        if (gateways.Only is { } only)
            properties = properties.Add(GatewayHosts.Property, only);
        return Diagnostic.Create(AccessRules.Gateway, location, properties, AiHosts.HostOf(url).Replace(Endpoint.Hole, '*'), gateways.Only is { } single ? $"'{single}'" : "one of the gateway's hosts");
    }
}
