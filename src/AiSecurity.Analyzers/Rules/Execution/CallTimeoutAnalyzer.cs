using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Execution.Timeouts;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>AISEC306: calls that take as long as they like.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallTimeoutAnalyzer() : AiRule(ExecutionRules.CallTimeout)
{
    private const string Token = "token";
    private const string Parameter = "parameter";

    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (Look(site, row, file))
                    break;
            }
        }
    }

    private static bool Look(CallSite site, CatalogRow row, AiFile file)
    {
        switch (row.Role)
        {
            case Role.CallTimeout when site.Node is AssignmentExpressionSyntax { Right: var value } && InfiniteTimeouts.Is(value, file) && (row["kind"] != "http" || ModelTransport.Is(site.Node, file)):
                Report(file, site.Node, DiagnosticSeverity.Warning, null, site.Member.Name, "lets a call of a model take forever", "set the longest time that the task needs");
                return true;
            // Whether a request by HTTP goes to a model, its URL tells, which is not looked at.
            case Role.ModelCall when row["url"] is null && site.Node is InvocationExpressionSyntax call && LostToken.Of(call, file) is { } lost:
                Report(file, NameOf(call), DiagnosticSeverity.Info, lost, site.Member.Name, "goes on when the caller has left", lost.Advice);
                return true;
            case Role.ProcessWait when site.Node is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call && ToolCode.Contains(call, file):
                Report(file, NameOf(call), DiagnosticSeverity.Info, null, site.Member.Name, "waits for what a model has started however long it takes", "give it a limit, and end the process when it is over");
                return true;
            default:
                return false;
        }
    }

    private static SyntaxNode NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        var other => other,
    };

    private static void Report(AiFile file, SyntaxNode node, DiagnosticSeverity severity, LostToken? lost, string name, string fault, string advice)
    {
        var properties = ControlTags.Of(ExecutionRules.CallTimeout);
        if (lost is not null)
            properties = properties.SetItem(Token, lost.Token).SetItem(Parameter, lost.Parameter);
        file.Report(Diagnostic.Create(ExecutionRules.CallTimeout, node.GetLocation(), severity, null, properties, name, fault, advice));
    }
}
