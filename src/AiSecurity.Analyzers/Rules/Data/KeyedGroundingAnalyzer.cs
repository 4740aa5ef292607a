using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Data;

/// <summary>AISEC401: a model's data source that is opened with a key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyedGroundingAnalyzer() : AiRule(DataRules.KeyedGrounding)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        var reported = new ReportedSpans();
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.Grounding && site.Node is AssignmentExpressionSyntax assignment && file.Compilation.Symbols.Exists(row["entra"]!))
                    Report(assignment.Right, site.Member, file, reported);
            }
        }
    }

    private static void Report(ExpressionSyntax authentication, ISymbol property, AiFile file, ReportedSpans reported)
    {
        if (file.Model.OperationOf(authentication, file.CancellationToken) is not { } operation)
            return;

        foreach (var source in new ValueTrace(file.Model, file.CancellationToken).SourcesOf(operation))
        {
            // One authentication can open several data sources.
            if (source.Syntax is InvocationExpressionSyntax call && call.SyntaxTree == file.Model.SyntaxTree && MethodOf(source, file) is { } method && TakesSecret(source, method, file) && reported.Add(call.Span))
                file.Report(Diagnostic.Create(DataRules.KeyedGrounding, call.GetLocation(), ControlTags.Of(DataRules.KeyedGrounding), method.Name, property.ContainingType.Name));
        }
    }

    private static ISymbol? MethodOf(IOperation call, AiFile file) => call is IInvocationOperation invocation
        ? invocation.TargetMethod
        : CandidateCall.Resolve(call.Syntax, file.Model.GetSymbolInfo(call.Syntax, file.CancellationToken), file.Model, file.CancellationToken);

    /// <summary>Whether a call takes a secret that does not stand in source code: of that AISEC102 speaks.</summary>
    private static bool TakesSecret(IOperation call, ISymbol method, AiFile file)
    {
        foreach (var row in file.Compilation.Symbols.RowsOf(method))
        {
            if (row.Role == Role.Secret && new SinkArguments(file.Model, file.CancellationToken).Find(call, method, row.From!) is { } argument)
                return !ConstantText.Of(argument.Value, new ValueTrace(file.Model, file.CancellationToken), file.CancellationToken).IsWhole;
        }

        return false;
    }
}
