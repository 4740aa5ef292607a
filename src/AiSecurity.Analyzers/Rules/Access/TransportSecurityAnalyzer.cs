using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Tls;
using AiSecurity.Analyzers.Settings;
using AiSecurity.Analyzers.Settings.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC110: an AI service that is spoken to without TLS, or with nobody looking at its certificate.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TransportSecurityAnalyzer() : AiRule(AccessRules.TransportSecurity)
{
    private const string ClearText = "The address of an AI service begins with 'http://', so that keys, tokens, prompts and answers travel in clear text";
    private const string UseTls = "begin it with 'https://'";

    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Register(CompilationStartAnalysisContext start, AiCompilation compilation)
    {
        base.Register(start, compilation);
        SettingsFiles.OnEach(start, compilation, (file, context) =>
        {
            foreach (var value in file.Values)
            {
                if (PlainHttpSetting.Is(value, file, compilation.Symbols.Catalog))
                    context.ReportDiagnostic(Diagnostic.Create(AccessRules.TransportSecurity, file.LocationOf(value), ControlTags.Of(AccessRules.TransportSecurity), ClearText, UseTls));
            }
        });
    }

    private protected override void Analyze(AiFile file)
    {
        var trace = new ValueTrace(file.Model, file.CancellationToken);
        foreach (var address in new PlainHttpFinder(file, trace).Find())
            Report(file, address, ClearText, UseTls);

        FindOpenChecks(file, trace);
    }

    private static void FindOpenChecks(AiFile file, ValueTrace trace)
    {
        ReachedObjects? reached = null;
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role != Role.CertificateCheck || site.Node is not AssignmentExpressionSyntax assignment || file.Model.OperationOf(assignment.Right, file.CancellationToken) is not { } callback
                    || !CertificateCheck.AcceptsEverything(callback, row, trace, file.Model, file.CancellationToken) || new DevelopmentGuard(file.Compilation.Symbols, file.Model, file.CancellationToken).Covers(assignment))
                    continue;

                if (reached is null)
                    (reached = new ReachedObjects(file, trace)).AddClients();
                if (reached.Holds(assignment))
                    Report(file, assignment, $"'{site.Member.Name}' accepts every certificate for a client of an AI service, so that anybody on the way can read and change what is said", "take the callback out, or check for the one certificate that is expected");
            }
        }
    }

    private static void Report(AiFile file, SyntaxNode node, string problem, string advice) =>
        file.Report(Diagnostic.Create(AccessRules.TransportSecurity, node.GetLocation(), ControlTags.Of(AccessRules.TransportSecurity), problem, advice));
}
