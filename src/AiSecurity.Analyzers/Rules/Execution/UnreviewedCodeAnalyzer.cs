using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Rules.Execution.Downloads;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>AISEC310: code and descriptions of tools that are fetched while the program runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreviewedCodeAnalyzer() : AiRule(ExecutionRules.UnreviewedCode)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        DownloadTrace? trace = null;
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var loaded in LoadedValue.Of(site, file, models: false))
            {
                if (!IsFetched(loaded, trace ??= new DownloadTrace(file), file))
                    continue;
                file.Report(Diagnostic.Create(ExecutionRules.UnreviewedCode, (loaded.Syntax?.Expression ?? site.Node).GetLocation(), ControlTags.Of(ExecutionRules.UnreviewedCode), LoadedValue.NameOf(site)));
                break;
            }
        }
    }

    private static bool IsFetched(SinkArgument loaded, DownloadTrace trace, AiFile file)
    {
        if (loaded.Parameter.Type is { Name: "Uri", ContainingNamespace.Name: "System" })
            return DownloadUrl.Of(loaded.Value, file).Any(address => DownloadUrl.IsRemote(address, file));

        return trace.Of(loaded.Value).Any(download => !DownloadUrl.Of(download.Call, download.Call.TargetMethod, download.Row, file).Any(address => DownloadUrl.IsLoopback(address, file)));
    }
}
