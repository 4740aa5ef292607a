using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>What a file tells by itself, while it is typed.</summary>
internal static class OwnFile
{
    /// <summary>Whether it maps endpoints, and no other file has a say in them.</summary>
    public static bool Tells(AiCompilation compilation, SemanticModelAnalysisContext file)
    {
        var catalog = compilation.Symbols.Catalog;
        var own = file.SemanticModel.SyntaxTree;
        if (file.IsGeneratedCode || EndpointNames.Of(own, catalog, file.CancellationToken).Sites.IsEmpty)
            return false;

        // Methods that map endpoints are called from elsewhere, on groups that only those calls show.
        if (own.GetRoot(file.CancellationToken) is not CompilationUnitSyntax root || !root.Members.Any(static member => member is GlobalStatementSyntax))
            return false;

        foreach (var tree in file.SemanticModel.Compilation.SyntaxTrees)
        {
            if (tree != own && EndpointNames.Of(tree, catalog, file.CancellationToken) is { SpeaksForOthers: true })
                return false;
        }

        return true;
    }

    public static ProjectView View(AiCompilation compilation, SemanticModelAnalysisContext file)
    {
        var flow = FileFlow.For(compilation, file.SemanticModel.Compilation, file.CancellationToken);
        return new ProjectView(compilation, flow.Shared, _ => file.SemanticModel, [file.SemanticModel.SyntaxTree], file.CancellationToken);
    }
}
