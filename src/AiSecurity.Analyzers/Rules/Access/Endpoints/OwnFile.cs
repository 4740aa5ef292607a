using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>What a file tells by itself, while it is typed.</summary>
internal static class OwnFile
{
    /// <summary>Whether it maps endpoints, and no other file has a say in them.</summary>
    public static bool Tells(AiCompilation compilation, SemanticModelAnalysisContext file)
    {
        if (file.IsGeneratedCode)
            return false;

        var own = file.SemanticModel.SyntaxTree;
        foreach (var tree in file.SemanticModel.Compilation.SyntaxTrees)
        {
            if (tree != own && EndpointNames.Of(tree, compilation.Symbols.Catalog, file.CancellationToken) is { SpeaksForOthers: true })
                return false;
        }

        return !IsMappedFromElsewhere(compilation, file)
            && !ReferencedSources.Of(compilation, file.SemanticModel.Compilation).Trees.Any(tree => EndpointNames.Of(tree, compilation.Symbols.Catalog, file.CancellationToken).SpeaksForOthers);
    }

    /// <summary>Methods that map endpoints may be called from elsewhere, on groups that only those calls show.</summary>
    private static bool IsMappedFromElsewhere(AiCompilation compilation, SemanticModelAnalysisContext file)
    {
        var own = file.SemanticModel.SyntaxTree;
        var methods = new HashSet<string>();
        foreach (var site in EndpointNames.Of(own, compilation.Symbols.Catalog, file.CancellationToken).Sites)
        {
            if (site.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method)
                methods.Add(method.Identifier.ValueText);
        }

        return methods.Count > 0 && FlowFactStore.For(compilation, file.SemanticModel.Compilation, file.CancellationToken).Shared.Names.All
            .Any(body => body.Node.SyntaxTree != own && body.Uses.Any(use => methods.Contains(use.Name)));
    }
}
