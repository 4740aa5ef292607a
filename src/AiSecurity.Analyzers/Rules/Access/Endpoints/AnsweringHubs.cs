using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>Hubs that ask no model themselves, but over which other code sends what a model wrote.</summary>
internal sealed class AnsweringHubs(ProjectView view, ModelReach reach)
{
    public IEnumerable<Mapping> Find(List<Mapping> mappings, HashSet<ISymbol> reported)
    {
        var hubs = mappings.FindAll(static mapping => mapping.Kind == "hub");
        if (hubs.Count == 0)
            yield break;

        foreach (var context in view.Trees.SelectMany(tree => view.NamesOf(tree).HubContexts))
        {
            if (view.ModelOf(context).GetTypeInfo(context.TypeArgumentList.Arguments[0], view.CancellationToken).Type is not { } hub || reported.Contains(hub) || !Answers(context))
                continue;
            reported.Add(hub);
            foreach (var mapping in hubs)
            {
                if (SymbolEqualityComparer.Default.Equals(mapping.TypeArgument(view), hub))
                    yield return mapping;
            }
        }
    }

    /// <summary>Whether the type that holds the context asks a model.</summary>
    private bool Answers(SyntaxNode context) => context.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && type.Members.Any(member => member is MethodDeclarationSyntax && reach.From(member));
}
