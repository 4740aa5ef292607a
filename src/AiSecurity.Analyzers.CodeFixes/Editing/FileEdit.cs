using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Replacements in one file, collected first and applied together.</summary>
internal sealed class FileEdit
{
    private static readonly SyntaxAnnotation Removed = new("AiSecurity.Removed");

    private readonly Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>> _replacements = [];

    /// <summary>The calls in which one argument changes, each with the annotation that finds it again.</summary>
    public List<(SyntaxNode Call, SyntaxNode Argument, SyntaxAnnotation Marker)> Calls { get; } = [];

    /// <summary>Marks a call in which one argument changes.</summary>
    public void Mark(SyntaxNode call, SyntaxNode argument)
    {
        var marker = new SyntaxAnnotation();
        Calls.Add((call, argument, marker));
        Change(call, current => current.WithAdditionalAnnotations(marker));
    }

    /// <summary>Takes a statement out.</summary>
    public void Remove(SyntaxNode statement) => Change(statement, static current => current.WithAdditionalAnnotations(Removed));

    public bool IsEmpty => _replacements.Count == 0;

    /// <summary>Replaces a node, keeping the comments and line breaks around it.</summary>
    public void Replace(SyntaxNode node, SyntaxNode replacement) => _replacements[node] = _ => replacement.WithTriviaFrom(node);

    /// <summary>Changes a node that may itself hold changed nodes.</summary>
    public void Change(SyntaxNode node, Func<SyntaxNode, SyntaxNode> change) =>
        _replacements[node] = _replacements.TryGetValue(node, out var first) ? current => change(first(current)) : change;

    public SyntaxNode Apply(SyntaxNode root)
    {
        // What lies inside a replaced node goes with it.
        var nodes = _replacements.Keys.ToList();
        var changed = root.ReplaceNodes(nodes, (original, current) => _replacements[original](current));
        return StatementRemoval.Remove(changed, changed.GetAnnotatedNodes(Removed));
    }
}
