using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Access.Identities;
using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC113: checks of tenants, authorities and tokens that are switched off or passed by.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IdentityCheckAnalyzer() : AiRule(AccessRules.IdentityCheck)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        var kept = new KeptToken(file);
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                switch (row.Role)
                {
                    case Role.AllowedTenants:
                        ReportTenants(site, file);
                        break;
                    case Role.IdentityCheckOff when row["when"] is { } when:
                        ReportArgument(site, when, file);
                        break;
                    case Role.IdentityCheckOff when site.Node is AssignmentExpressionSyntax assignment && ConstantSwitch.IsAlwaysTrue(assignment.Right, file):
                        Report(file, assignment, $"'{site.Member.Name}'", "lets tokens be asked for at any authority that the configuration names", "leave it off, and name the authority of the cloud in use");
                        break;
                    case Role.TokenRequest:
                        foreach (var field in kept.FieldsOf(site))
                            Report(file, field, "The text of a token", "is kept for the whole program with nobody looking at when it expires or is revoked", "keep the credential instead and ask it each time; it keeps its tokens itself");
                        break;
                }
            }
        }
    }

    /// <summary><c>AdditionallyAllowedTenants.Add("*")</c>, or <c>{ "*" }</c> in an initializer.</summary>
    private static void ReportTenants(CallSite site, AiFile file)
    {
        switch (site.Node)
        {
            case InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call when IsAnyTenant(arguments[0].Expression, file):
                ReportAnyTenant(file, call, site.Member.Name);
                break;
            case AssignmentExpressionSyntax { Right: InitializerExpressionSyntax { Expressions: var tenants } }:
                foreach (var tenant in tenants)
                {
                    if (IsAnyTenant(tenant, file))
                        ReportAnyTenant(file, tenant, site.Member.Name);
                }

                break;
        }
    }

    private static bool IsAnyTenant(ExpressionSyntax tenant, AiFile file) => file.Model.GetConstantValue(tenant, file.CancellationToken) is { HasValue: true, Value: "*" };

    private static void ReportAnyTenant(AiFile file, SyntaxNode node, string list) =>
        Report(file, node, $"'{list}'", "lets the credential get tokens for every tenant that somebody names", "list the tenants that it serves");

    private static void ReportArgument(CallSite site, string when, AiFile file)
    {
        var colon = when.IndexOf(':');
        if (file.Model.OperationOf(site.Node, file.CancellationToken) is { } operation
            && new SinkArguments(file.Model, file.CancellationToken).Find(operation, site.Member, new CatalogSlot(when.Substring(0, colon), null, null)) is { Syntax: { } argument, Value.ConstantValue: { HasValue: true } constant }
            && constant.Value?.ToString() == when.Substring(colon + 1))
            Report(file, argument, $"'{when.Substring(0, colon)}'", "asks for a token that stays valid when the session is revoked", "leave it on where the client can answer a claims challenge");
    }

    private static void Report(AiFile file, SyntaxNode node, string subject, string problem, string advice) =>
        file.Report(Diagnostic.Create(AccessRules.IdentityCheck, node.GetLocation(), ControlTags.Of(AccessRules.IdentityCheck), subject, problem, advice));
}
