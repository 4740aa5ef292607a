using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Execution.Limits;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>AISEC307: answers that get as long as a prompt makes them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutputLimitAnalyzer() : AiRule(ExecutionRules.OutputLimit)
{
    private const string Member = "member";
    private const string Limit = "limit";

    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        var unset = new UnsetSetting(file);
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role != Role.OutputLimit || site.Node is not BaseObjectCreationExpressionSyntax creation || !unset.Is(creation, row))
                    continue;

                var members = row["unless"]!.Split(',');
                if (!RunsUnattended(file) || SharedLimit.Exists(members, file))
                    return;

                var properties = ControlTags.Of(ExecutionRules.OutputLimit).SetItem(Member, members[0]).SetItem(Limit, row["good"]);
                var place = creation is ObjectCreationExpressionSyntax named ? named.Type.GetLocation() : creation.NewKeyword.GetLocation();
                file.Report(Diagnostic.Create(ExecutionRules.OutputLimit, place, properties, row.SimpleTypeName, members[0]));
                break;
            }
        }
    }

    /// <summary>Whether others than the person in front of it decide what is asked: a service, or an agent.</summary>
    private static bool RunsUnattended(AiFile file)
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.ModelCall && row["through"] == "agent")
                    return true;
            }
        }

        return ServerProject.Is(file.Compilation, file.Model.Compilation, file.CancellationToken);
    }
}
