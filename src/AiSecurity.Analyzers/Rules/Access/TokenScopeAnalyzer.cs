using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Rules.Access.Scopes;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC108: a token for an AI service with another service's scope, or for an endpoint that takes none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenScopeAnalyzer() : AiRule(AccessRules.TokenScope)
{
    /// <summary>Property of a diagnostic: the scope to ask for instead.</summary>
    internal const string ScopeProperty = "scope";

    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        var trace = new ValueTrace(file.Model, file.CancellationToken);
        Dictionary<SyntaxNode, CatalogRow?>? destinations = null;
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.TokenScope)
                    CheckScopes(file, trace, site, row, destinations ??= new TokenDestination(file, trace).Find());
                else if (row.Role == Role.Key && row["endpoint"] is not null)
                    CheckRegion(file, trace, site, row);
            }
        }
    }

    private static void CheckScopes(AiFile file, ValueTrace trace, CallSite site, CatalogRow row, Dictionary<SyntaxNode, CatalogRow?> destinations)
    {
        if (!destinations.TryGetValue(site.Node, out var host) || file.Model.OperationOf(site.Node, file.CancellationToken) is not { } call)
            return;

        var judge = new ScopeText(file.Compilation.Symbols.Catalog);
        foreach (var argument in new SinkArguments(file.Model, file.CancellationToken).Of(call, site.Member))
        {
            if (System.Array.IndexOf(row["value"]!.Split(','), argument.Parameter.Name) < 0)
                continue;

            foreach (var source in trace.SourcesOf(argument.Value))
            {
                foreach (var written in ScopeText.In(source.Syntax))
                {
                    if (file.Model.GetConstantValue(written, file.CancellationToken) is not { HasValue: true, Value: string scope } || judge.Better(scope, host) is not { } better)
                        continue;

                    file.Report(Diagnostic.Create(
                        AccessRules.TokenScope, written.GetLocation(), ControlTags.Of(AccessRules.TokenScope).Add(ScopeProperty, better),
                        $"'{scope}' is not the scope of the AI service that the token goes to, which refuses it or learns a token that opens something else", $"ask for '{better}'"));
                }
            }
        }
    }

    /// <summary>A token credential beside a regional endpoint, which knows no tenant.</summary>
    private static void CheckRegion(AiFile file, ValueTrace trace, CallSite site, CatalogRow row)
    {
        var symbols = file.Compilation.Symbols;
        if (file.Model.OperationOf(site.Node, file.CancellationToken) is not { } client)
            return;

        var arguments = new SinkArguments(file.Model, file.CancellationToken);
        var takesToken = false;
        foreach (var argument in arguments.Of(client, site.Member))
            takesToken |= symbols.Is(argument.Value.Type, Role.Token) || symbols.Is(argument.Parameter.Type, Role.Token);
        if (!takesToken)
            return;

        var address = new ClientEndpoints(symbols, file.Model, file.Scan.CallSites, trace, arguments, file.CancellationToken).AddressOf(client, site.Member, row);
        if (address is null || HostRow.Of(address, symbols.Catalog.Hosts, trace, file.CancellationToken)?["scope"] != "none")
            return;

        file.Report(Diagnostic.Create(
            AccessRules.TokenScope, address.Syntax.GetLocation(), ControlTags.Of(AccessRules.TokenScope),
            "A regional endpoint belongs to no resource and takes no token of Microsoft Entra ID", "give the resource a custom subdomain and use its own endpoint"));
    }
}
