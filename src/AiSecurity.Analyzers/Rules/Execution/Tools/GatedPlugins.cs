using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Plugins that filters stop by their names, and no others.</summary>
internal sealed class GatedPlugins(ProjectView view)
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, bool> _covered = [];

    public bool IsEmpty => _names.Count == 0;

    public void Add(IEnumerable<string> names) => _names.UnionWith(names);

    /// <summary>Whether the functions of a type are stopped: those of a plugin with one of the names, and of a type that nobody is seen to add under another one.</summary>
    public bool Cover(string type)
    {
        if (!_covered.TryGetValue(type, out var known))
            _covered.Add(type, known = NamesOf(type).ToList() is var given && (given.Count == 0 || given.TrueForAll(_names.Contains)));
        return known;
    }

    /// <summary>The names under which a type is added; its own where a call gives none.</summary>
    private IEnumerable<string> NamesOf(string type)
    {
        foreach (var tree in view.Trees)
        {
            foreach (var call in tree.GetRoot(view.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (EndpointNames.NameOf(call.Expression) is not { } name || !view.Symbols.Catalog.Index.Members(name).Any(static row => row.Role == Role.Plugin) || !Mentions(call, type))
                    continue;
                yield return call.ArgumentList.Arguments.Select(static argument => argument.Expression).OfType<LiteralExpressionSyntax>().FirstOrDefault(static text => text.IsKind(SyntaxKind.StringLiteralExpression)) is { Token.ValueText: var given } ? given : type;
            }
        }
    }

    private static bool Mentions(InvocationExpressionSyntax call, string type) =>
        new SyntaxNode?[] { (call.Expression as MemberAccessExpressionSyntax)?.Name, call.ArgumentList }.Any(part => part?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == type) == true);
}
