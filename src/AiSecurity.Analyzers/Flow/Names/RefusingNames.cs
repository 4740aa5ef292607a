using System;
using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>The project's own methods that may throw for what they are given, so that what comes back from them has passed something: told by name, without binding. Safe for concurrent use.</summary>
internal sealed class RefusingNames(Func<BodyUses> uses)
{
    /// <summary>How methods begin that throw by themselves or by others.</summary>
    private static readonly string[] Verbs = ["Throw", "Ensure", "Validate", "Verify", "Require", "Demand", "Assert", "Check", "Guard", "Enforce", "Reject", "Refuse", "Must"];

    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a method that hands nothing back can refuse its arguments.</summary>
    public bool Contains(IMethodSymbol method) => method.ReturnType is { SpecialType: SpecialType.System_Void } or INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 }
        && _known.GetOrAdd(method.Name, name => uses().Named(name).Any(static body => body.Node is MethodDeclarationSyntax && MayThrow(body)));

    private static bool MayThrow(BodyNames body) =>
        body.Uses.Any(static use => Array.Exists(Verbs, verb => use.Name.StartsWith(verb, StringComparison.Ordinal)))
        || body.Node.DescendantNodes().Any(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax);
}
