using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>The names of a file, and its calls and creations by the names that they are written with: read once, however many symbols are looked for.</summary>
internal sealed class FileIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileIndex> Known = new();

    private readonly ILookup<string, IdentifierNameSyntax> _names;
    private readonly ILookup<string, SyntaxNode> _calls;
    private readonly ILookup<string, SyntaxNode> _creations;

    private FileIndex(SyntaxNode root)
    {
        var nodes = root.DescendantNodes().ToList();
        var aliases = new HashSet<string>(nodes.OfType<UsingDirectiveSyntax>().Where(static directive => directive.Alias is not null).Select(static directive => directive.Alias!.Name.Identifier.ValueText), StringComparer.Ordinal);
        _names = nodes.OfType<IdentifierNameSyntax>().ToLookup(static name => name.Identifier.ValueText, StringComparer.Ordinal);
        _calls = nodes.OfType<InvocationExpressionSyntax>().ToLookup(static call => SimpleNames.Of(call.Expression) ?? string.Empty, static call => (SyntaxNode)call, StringComparer.Ordinal);
        _creations = nodes.Where(static node => node is BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax)
            .ToLookup(node => node is ObjectCreationExpressionSyntax { Type: var type } && SimpleNames.Of(type) is { } name && !aliases.Contains(name) ? name : string.Empty, StringComparer.Ordinal);
    }

    public static FileIndex Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(tree, out var known))
            return known;

        var index = new FileIndex(tree.GetRoot(cancellationToken));
        return Known.GetValue(tree, _ => index);
    }

    /// <summary>Where a name stands, in source order; for what, symbols have to say.</summary>
    public IEnumerable<IdentifierNameSyntax> NamesOf(string name) => _names[name];

    /// <summary>What may call a method, in source order; which one it is, symbols have to say.</summary>
    public IEnumerable<SyntaxNode> CallsOf(string method) => _calls[method];

    /// <summary>What may call a constructor: the type by its name, and what does not say which one it makes.</summary>
    public IEnumerable<SyntaxNode> CreationsOf(string type) => _creations[type].Concat(_creations[string.Empty]);
}
