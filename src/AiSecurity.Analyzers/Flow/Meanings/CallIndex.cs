using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>The calls and creations of a file by the names that they are written with: read once, however many parameters are followed to their callers.</summary>
internal sealed class CallIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, CallIndex> Known = new();

    private readonly ILookup<string, SyntaxNode> _calls;
    private readonly ILookup<string, SyntaxNode> _creations;

    private CallIndex(SyntaxNode root)
    {
        var nodes = root.DescendantNodes(static node => node is not TypeSyntax).ToList();
        var aliases = new HashSet<string>(nodes.OfType<UsingDirectiveSyntax>().Where(static directive => directive.Alias is not null).Select(static directive => directive.Alias!.Name.Identifier.ValueText), StringComparer.Ordinal);
        _calls = nodes.OfType<InvocationExpressionSyntax>().ToLookup(static call => NameOf(call.Expression), static call => (SyntaxNode)call, StringComparer.Ordinal);
        _creations = nodes.Where(static node => node is BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax)
            .ToLookup(node => node is ObjectCreationExpressionSyntax { Type: var type } && NameOf(type) is var name && !aliases.Contains(name) ? name : string.Empty, StringComparer.Ordinal);
    }

    public static CallIndex Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(tree, out var known))
            return known;

        var index = new CallIndex(tree.GetRoot(cancellationToken));
        return Known.GetValue(tree, _ => index);
    }

    /// <summary>What may call a method, in source order; which one it is, symbols have to say.</summary>
    public IEnumerable<SyntaxNode> CallsOf(string method) => _calls[method];

    /// <summary>What may call a constructor: the type by its name, and what does not say which one it makes.</summary>
    public IEnumerable<SyntaxNode> CreationsOf(string type) => _creations[type].Concat(_creations[string.Empty]);

    private static string NameOf(SyntaxNode expression) => expression switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => string.Empty,
    };
}
