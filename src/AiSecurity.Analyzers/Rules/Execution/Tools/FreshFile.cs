using System;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>A file with a name that the program makes up and nobody has used before: writing it changes nothing that is there.</summary>
internal sealed class FreshFile(ProjectView view)
{
    private static readonly string[] Makers = ["NewGuid", "CreateVersion7", "Now", "UtcNow", "Ticks", "GetUtcNow", "ToUnixTimeSeconds", "ToUnixTimeMilliseconds", "GetRandomFileName"];
    private static readonly string[] Writing = ["Write", "Create", "OpenWrite", ".ctor"];

    /// <summary>Whether a call writes such a file; one that deletes or moves writes none.</summary>
    public bool IsWrittenBy(ISymbol called, SyntaxNode site)
    {
        if (!Array.Exists(Writing, verb => called.Name.StartsWith(verb, StringComparison.Ordinal)) || CandidateCall.ArgumentsOf(site).FirstOrDefault()?.Expression is not { } path)
            return false;

        var model = view.ModelOf(path);
        return model.OperationOf(path, view.CancellationToken) is { } operation
            && new ValueTrace(model, view.CancellationToken).SourcesOf(operation).All(source => IsMadeUp(source, model));
    }

    private bool IsMadeUp(IOperation path, SemanticModel model) => path.Syntax.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => Array.IndexOf(Makers, name.Identifier.ValueText) >= 0 || IsMadeUpVariable(name, model));

    /// <summary><c>Path.Combine(folder, name)</c>, with a name of its own.</summary>
    private bool IsMadeUpVariable(SimpleNameSyntax name, SemanticModel model) => model.GetSymbolInfo(name, view.CancellationToken).Symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } references }
        && references[0].GetSyntax(view.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: var value }
        && value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static inner => Array.IndexOf(Makers, inner.Identifier.ValueText) >= 0);
}
