using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Execution.Monitoring;
using AiSecurity.Analyzers.Rules.Pipelines;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>AISEC309: clients, agents and executions of which nobody can tell afterwards what they did.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnmonitoredPipelineAnalyzer() : AiRule(ExecutionRules.UnmonitoredPipeline)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        foreach (var pipeline in new PipelineFinder(file, Role.Monitor).Without(static kind => kind is "chat-client" or "agent" or "kernel"))
            file.Report(Create(pipeline.Location, pipeline.Name, $"builds {pipeline.What} of which neither telemetry nor a log tells what it was asked, what it did and how that ended", Advice(pipeline.Pipeline)));
        foreach (var (clause, member) in SilentCatch.In(file))
            file.Report(Create(clause.CatchKeyword.GetLocation(), "catch", $"hides that '{member}' failed, be it an attack that was stopped or a tool that did half of its work", "log the exception"));
    }

    private static string Advice(string pipeline) => pipeline == "kernel" ? "add logging to its services, or a filter" : "add '.UseOpenTelemetry()' to its pipeline";

    private static Diagnostic Create(Location location, string name, string fault, string advice) =>
        Diagnostic.Create(ExecutionRules.UnmonitoredPipeline, location, ControlTags.Of(ExecutionRules.UnmonitoredPipeline), name, fault, advice);
}
