using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Rules.Access.Tls;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC110: an AI service that is spoken to without TLS, or with nobody looking at its certificate.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TransportSecurityAnalyzer() : AiRule(AccessRules.TransportSecurity)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        var trace = new ValueTrace(file.Model, file.CancellationToken);
        foreach (var address in new PlainHttpFinder(file, trace).Find())
            Report(file, address, "The address of an AI service begins with 'http://', so that keys, tokens, prompts and answers travel in clear text", "begin it with 'https://'");

        FindOpenChecks(file, trace);
    }

    private static void FindOpenChecks(AiFile file, ValueTrace trace)
    {
        ReachedObjects? reached = null;
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role != Role.CertificateCheck || site.Node is not AssignmentExpressionSyntax assignment || file.Model.GetOperation(assignment.Right, file.CancellationToken) is not { } callback
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
