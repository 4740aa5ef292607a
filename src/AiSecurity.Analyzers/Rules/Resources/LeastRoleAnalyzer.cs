using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Resources.Assignments;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Resources;

/// <summary>AISEC503: roles on AI resources that do more than use them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LeastRoleAnalyzer() : AiRule(ResourceRules.LeastRole)
{
    /// <summary>Property of a diagnostic: the role that is assigned, as rows name it.</summary>
    internal const string AssignedProperty = "assigned";

    /// <summary>Property of a diagnostic: the role that is enough, as rows name it.</summary>
    internal const string EnoughProperty = "enough";

    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.RoleAssignment)
                    Analyze(file, site, row);
            }
        }
    }

    private static void Analyze(AiFile file, CallSite site, CatalogRow row)
    {
        foreach (var (place, role) in new AssignedRoles(file).At(site, row))
        {
            if (new AssignmentScope(file).UserRoleAt(site, row) is { } enough
                && !new DevelopmentGuard(file.Compilation.Symbols, file.Model, file.CancellationToken).Covers(place))
                file.Report(Create(place, role, new AzureRoles(file.Compilation.Symbols.Catalog[Role.AzureRole]).Named(enough)));
        }
    }

    private static Diagnostic Create(SyntaxNode place, CatalogRow role, CatalogRow? enough)
    {
        var kind = role["kind"];
        // An application that uploads files or makes its own index needs these two.
        var severity = kind is "deployments" or "indexes" ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
        var properties = ControlTags.Of(ResourceRules.LeastRole).Add(AssignedProperty, AzureRoles.NamesOf(role)[0]);
        if (enough is not null)
            properties = properties.Add(EnoughProperty, AzureRoles.NamesOf(enough)[0]);
        var location = (place is MemberAccessExpressionSyntax { Name: { } name } ? name : place).GetLocation();
        return Diagnostic.Create(
            ResourceRules.LeastRole, location, severity, additionalLocations: null, properties, AzureRoles.TitleOf(role), PowerOf(kind), enough is null ? "a role for users of the resource" : $"'{AzureRoles.TitleOf(enough)}'");
    }

    private static string PowerOf(string? kind) => kind switch
    {
        "owner" => "do everything with the resource and let others in",
        "access" => "let anybody in",
        "deployments" => "change the models that are deployed",
        "indexes" => "manage the service and change its indexes",
        _ => "change the resource, its keys and its settings, and delete it",
    };
}
