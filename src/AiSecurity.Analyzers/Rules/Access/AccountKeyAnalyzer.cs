using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC114: keys of an AI account, fetched or renewed by the program itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AccountKeyAnalyzer() : AiRule(AccessRules.AccountKey)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role != Role.AccountKey)
                    continue;

                var name = site.Node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : site.Node;
                file.Report(Diagnostic.Create(AccessRules.AccountKey, name.GetLocation(), ControlTags.Of(AccessRules.AccountKey), site.Member.Name));
                break;
            }
        }
    }
}
