using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Graph;

/// <summary>One step of a way through the graph.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Guards">What has been passed.</param>
/// <param name="IsInside">Whether it has entered a method that it may leave only through a summary.</param>
/// <param name="Depth">Calls so far.</param>
/// <param name="Site">The call that led here; null within a body.</param>
/// <param name="Before">The step before.</param>
/// <param name="Element">What the store holds that it has been put into: it does not come out of one of something else.</param>
/// <param name="Holder">The member of the object that holds it: it does not come out of another one.</param>
/// <param name="Members">What single members of the object have passed.</param>
internal sealed record FlowStep(FlowNode Node, Guards Guards, bool IsInside, int Depth, SyntaxNode? Site, FlowStep? Before, ITypeSymbol? Element = null, ISymbol? Holder = null, ImmutableArray<(ISymbol Member, Guards Passed)> Members = default)
{
    /// <summary>What a part of the object has passed by itself.</summary>
    public Guards PassedBy(FlowNode part)
    {
        var guards = Guards.None;
        foreach (var (member, passed) in Members.IsDefault ? ImmutableArray<(ISymbol, Guards)>.Empty : Members)
        {
            if (SymbolEqualityComparer.Default.Equals(member, part.Symbol))
                guards |= passed;
        }

        return guards;
    }

    /// <summary>Whether a part of the object is another member than the one that holds the value.</summary>
    public bool IsBeside(FlowNode part) => Holder is not null && part.Symbol is { } member && !SymbolEqualityComparer.Default.Equals(member, Holder) && SymbolEqualityComparer.Default.Equals(member.ContainingType?.OriginalDefinition, Holder.ContainingType?.OriginalDefinition);

    /// <summary>The calls on the way, from the source on.</summary>
    public IReadOnlyList<SyntaxNode> Sites()
    {
        var sites = new List<SyntaxNode>();
        for (var step = this; step is not null; step = step.Before)
        {
            if (step.Site is not null)
                sites.Add(step.Site);
        }

        sites.Reverse();
        return sites;
    }
}
