using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Execution.Downloads;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Models;

/// <summary>AISEC210: models and code fetched in clear text or from a revision that moves.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnpinnedDownloadAnalyzer() : AiRule(ModelRules.UnpinnedDownload)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        DownloadTrace? trace = null;
        var reported = new HashSet<SyntaxNode>();
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var loaded in LoadedValue.Of(site, file, models: true))
            {
                foreach (var (call, row) in (trace ??= new DownloadTrace(file)).Of(loaded.Value))
                {
                    foreach (var address in DownloadUrl.Of(call, call.TargetMethod, row, file))
                    {
                        if (DownloadUrl.IsRemote(address, file) && ProblemOf(address, file) is { } problem && reported.Add(address.Node))
                            Report(file, address.Node.SyntaxTree == file.Model.SyntaxTree ? address.Node : call.Syntax, LoadedValue.NameOf(site), problem.What, problem.Advice);
                    }
                }
            }
        }
    }

    private static (string What, string Advice)? ProblemOf(ConstantPiece address, AiFile file)
    {
        if (address.Text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return ("over 'http://' anybody on the way can change it", "begin the address with 'https://'");

        return file.Compilation.Symbols.Catalog[Role.MovingRevision].Any(row => address.Text.IndexOf(row.Member, StringComparison.OrdinalIgnoreCase) >= 0)
            ? ("its revision moves, so that it is another file tomorrow", "name the revision that was looked at")
            : null;
    }

    private static void Report(AiFile file, SyntaxNode node, string load, string problem, string advice) =>
        file.Report(Diagnostic.Create(ModelRules.UnpinnedDownload, node.GetLocation(), ControlTags.Of(ModelRules.UnpinnedDownload), load, problem, advice));
}
