using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Pipelines;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Data;

/// <summary>AISEC408: prompts and answers that no policy of the organization looks at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UngovernedPipelineAnalyzer() : AiRule(DataRules.UngovernedPipeline)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        if (AiOptions.RequirePurview.Read(file.Compilation.Options, file.Model.SyntaxTree, RuleIds.UngovernedPipeline) != "true")
            return;

        // A kernel has no step of that kind.
        foreach (var pipeline in new PipelineFinder(file, Role.Governance).Without(static kind => kind is "chat-client" or "agent"))
            file.Report(Diagnostic.Create(DataRules.UngovernedPipeline, pipeline.Location, ControlTags.Of(DataRules.UngovernedPipeline), pipeline.Name, pipeline.What));
    }
}
