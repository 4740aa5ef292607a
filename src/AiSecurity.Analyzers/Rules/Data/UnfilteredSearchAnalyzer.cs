using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Bodies;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Data;

/// <summary>AISEC402: a search of everything in an index that the same type searches by owner elsewhere, wherever its result goes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnfilteredSearchAnalyzer() : AiRule(DataRules.UnfilteredBeside)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        foreach (var site in file.Scan.CallSites)
        {
            if (site.Node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var index } } || site.Rows.FirstOrDefault(static row => row.Role == Role.Source && row["filter"] is not null) is not { } row
                || OwnerFilter.Beside(site.Node, row) is not { } filter || file.Model.OperationOf(site.Node, file.CancellationToken) is not IInvocationOperation call)
                continue;

            if (RetrievalFilter.IsMissing(row, call, call.Arguments.Select(static argument => new GivenValue(new GivenArgument(argument.Parameter, argument.Value, argument.Syntax), default)).ToImmutableArray()))
                file.Report(Diagnostic.Create(DataRules.UnfilteredBeside, site.Node.GetLocation(), [filter.GetLocation()], ControlTags.Of(DataRules.UnfilteredBeside), site.Member.Name, index.ToString()));
        }
    }
}
