using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Access.Identities;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC107: a server that takes whatever credential works, or makes a new one for every request.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnpinnedCredentialAnalyzer() : AiRule(AccessRules.UnpinnedCredential)
{
    /// <summary>Property of diagnostics that a fix can mend by naming the credential.</summary>
    internal const string Pinnable = "pinnable";

    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        var reported = new HashSet<SyntaxNode>();
        ReportPerRequest(file, reported);
        ReportUnpinned(file, reported);
    }

    private static void ReportPerRequest(AiFile file, HashSet<SyntaxNode> reported)
    {
        var scope = new RequestScope(file.Compilation.Symbols, file.Model, file.CancellationToken);
        foreach (var site in file.Scan.CallSites)
        {
            if (site.Node is BaseObjectCreationExpressionSyntax && KeepsTokens(site) && scope.Holds(site.Node) && IsForProduction(site.Node, file) && reported.Add(site.Node))
                Report(file, site.Node, site.Member, "is created anew for every request and gets its tokens again each time", "create it once, at the start", isPinnable: false);
        }
    }

    private static void ReportUnpinned(AiFile file, HashSet<SyntaxNode> reported)
    {
        var options = new CredentialOptions(file);
        var choice = new CredentialChoice(file.Compilation.Symbols, file.Model, file.CancellationToken);
        foreach (var use in TokenUseFinder.Find(file))
        {
            // Half-typed: its arguments may still come.
            if (!Has(file.Compilation.Symbols.RowsOf(use.Constructor), Role.UnpinnedCredential) || use.Creation.Syntax is BaseObjectCreationExpressionSyntax { ArgumentList.CloseParenToken.IsMissing: true })
                continue;

            var pin = options.PinOf(use.Creation, use.Constructor);
            if (pin == CredentialPin.Pinned || choice.HasUnattendedAlternative(use.Creation.Syntax) || !IsForProduction(use.Creation.Syntax, file) || !reported.Add(use.Creation.Syntax))
                continue;

            var reason = pin == CredentialPin.Interactive
                ? "tries every credential there is and asks a person in the end, and nobody sits in front of a server"
                : "tries every credential there is, developers' tools too, and takes the first that works";
            Report(file, use.Creation.Syntax, use.Constructor, reason, "name the one that production uses, a managed identity for example", isPinnable: true);
        }
    }

    private static bool IsForProduction(SyntaxNode node, AiFile file) =>
        ServerProject.Is(file.Compilation, file.Model.Compilation, file.CancellationToken)
        && !HasClientIntegration(file)
        && !new DevelopmentGuard(file.Compilation.Symbols, file.Model, file.CancellationToken).Covers(node);

    /// <summary>Whether clients come from a library that chooses their credential, as those of .NET Aspire do.</summary>
    private static bool HasClientIntegration(AiFile file)
    {
        foreach (var reference in file.Model.Compilation.ReferencedAssemblyNames)
        {
            if (file.Compilation.Symbols.Catalog.IsAssembly(Role.ClientIntegration, reference.Name))
                return true;
        }

        return false;
    }

    private static bool KeepsTokens(CallSite site) =>
        Has(site.Rows, Role.Identity) || Has(site.Rows, Role.UnpinnedCredential) || Has(site.Rows, Role.LongLivedSecret);

    private static bool Has(ImmutableArray<CatalogRow> rows, Role role)
    {
        foreach (var row in rows)
        {
            if (row.Role == role)
                return true;
        }

        return false;
    }

    private static void Report(AiFile file, SyntaxNode node, ISymbol constructor, string reason, string advice, bool isPinnable)
    {
        var properties = ControlTags.Of(AccessRules.UnpinnedCredential);
        file.Report(Diagnostic.Create(
            AccessRules.UnpinnedCredential, node.GetLocation(), isPinnable ? properties.Add(Pinnable, "true") : properties, constructor.ContainingType.Name, reason, advice));
    }
}
