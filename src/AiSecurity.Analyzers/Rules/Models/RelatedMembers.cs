using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Models;

/// <summary>The members of a type that run when a load does: its own method, what that calls, and what calls it. By name.</summary>
internal sealed class RelatedMembers
{
    /// <summary>Null for all of them.</summary>
    private readonly HashSet<MethodDeclarationSyntax>? _methods;

    private RelatedMembers(HashSet<MethodDeclarationSyntax>? methods) => _methods = methods;

    /// <param name="load">The load.</param>
    /// <param name="isKept">Whether the model is a member of the object: then any method may have looked at it before.</param>
    public static RelatedMembers Of(SyntaxNode load, bool isKept)
    {
        if (isKept || load.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } own)
            return new RelatedMembers(null);

        var methods = type.Members.OfType<MethodDeclarationSyntax>().ToList();
        var calls = methods.ToDictionary(static method => method, static method => new HashSet<string>(method.DescendantNodes().OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText)));
        var related = new HashSet<MethodDeclarationSyntax>();
        Spread(own, related, method => methods.Where(caller => calls[caller].Contains(method.Identifier.ValueText)));
        foreach (var method in related.ToList())
            Spread(method, related, caller => methods.Where(callee => calls[caller].Contains(callee.Identifier.ValueText)), isKnown: true);
        return new RelatedMembers(related);
    }

    /// <summary>Whether a node stands in one of them; constructors and initializers run before all.</summary>
    public bool Contain(SyntaxNode node) => _methods is null || node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method || _methods.Contains(method);

    private static void Spread(MethodDeclarationSyntax start, HashSet<MethodDeclarationSyntax> found, System.Func<MethodDeclarationSyntax, IEnumerable<MethodDeclarationSyntax>> next, bool isKnown = false)
    {
        if (!found.Add(start) && !isKnown)
            return;
        var pending = new Queue<MethodDeclarationSyntax>([start]);
        while (pending.Count > 0)
        {
            foreach (var method in next(pending.Dequeue()))
            {
                if (found.Add(method))
                    pending.Enqueue(method);
            }
        }
    }
}
