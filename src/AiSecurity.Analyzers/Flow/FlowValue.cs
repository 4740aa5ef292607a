using System;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Flow.Bodies;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>A node that a value can come from, and the guards that it has passed on the way.</summary>
internal readonly record struct FlowPart(FlowNode Node, Passage Passage);

/// <summary>The nodes that a value can come from: a small set, cut off at <see cref="MaxParts"/>.</summary>
internal readonly struct FlowValue : IEquatable<FlowValue>
{
    /// <summary>More origins than a report would name.</summary>
    public const int MaxParts = 6;

    public static readonly FlowValue Clean = new(ImmutableArray<FlowPart>.Empty);

    private readonly ImmutableArray<FlowPart> _parts;

    private FlowValue(ImmutableArray<FlowPart> parts) => _parts = parts;

    public ImmutableArray<FlowPart> Parts => _parts.IsDefault ? ImmutableArray<FlowPart>.Empty : _parts;

    public bool IsClean => _parts.IsDefaultOrEmpty;

    public static FlowValue Of(FlowNode node) => new(ImmutableArray.Create(new FlowPart(node, Passage.Nothing)));

    /// <summary>Both values: the union of their nodes, each with the guards that it has passed on every way.</summary>
    public FlowValue Join(FlowValue other)
    {
        if (other.IsClean)
            return this;
        if (IsClean || Parts == other.Parts)
            return other;

        var parts = Parts;
        foreach (var part in other.Parts)
        {
            var index = IndexOf(parts, part.Node);
            if (index < 0 && parts.Length < MaxParts)
                parts = parts.Add(part);
            else if (index >= 0 && !parts[index].Passage.Equals(part.Passage))
                parts = parts.SetItem(index, new FlowPart(part.Node, parts[index].Passage.Or(part.Passage)));
        }

        return new FlowValue(parts);
    }

    /// <summary>The value after it has passed guards.</summary>
    public FlowValue With(Guards guards) => guards == Guards.None ? this : With(new Passage(guards));

    /// <inheritdoc cref="With(Guards)"/>
    public FlowValue With(Passage passage)
    {
        if (IsClean || passage.IsNothing)
            return this;

        var parts = ImmutableArray.CreateBuilder<FlowPart>(Parts.Length);
        foreach (var part in Parts)
            parts.Add(part with { Passage = part.Passage.And(passage) });
        return new FlowValue(parts.MoveToImmutable());
    }

    /// <summary>The value after guards have been taken off.</summary>
    public FlowValue Without(Guards guards)
    {
        var parts = ImmutableArray.CreateBuilder<FlowPart>(Parts.Length);
        foreach (var part in Parts)
            parts.Add(part with { Passage = part.Passage.Without(guards) });
        return new FlowValue(parts.MoveToImmutable());
    }

    public FlowValue Where(Func<FlowNode, bool> keeps)
    {
        var parts = Parts.RemoveAll(part => !keeps(part.Node));
        return parts.Length == Parts.Length ? this : new FlowValue(parts);
    }

    /// <summary>The value of one member of it.</summary>
    public FlowValue Member(ISymbol member)
    {
        var parts = ImmutableArray.CreateBuilder<FlowPart>(Parts.Length);
        foreach (var part in Parts)
            parts.Add(part with { Node = FlowNode.Part(part.Node, member) });
        return new FlowValue(parts.MoveToImmutable());
    }

    /// <summary>The value of one element of it.</summary>
    public FlowValue Element(int index)
    {
        var parts = ImmutableArray.CreateBuilder<FlowPart>(Parts.Length);
        foreach (var part in Parts)
            parts.Add(part with { Node = FlowNode.Element(part.Node, index) });
        return new FlowValue(parts.MoveToImmutable());
    }

    public bool Has(FlowNode node) => IndexOf(Parts, node) >= 0;

    /// <summary>The value with the guards that its nodes have passed by now.</summary>
    public FlowValue After(FlowMap<FlowNode, Passage> passed)
    {
        if (IsClean || passed.IsEmpty)
            return this;

        var parts = Parts;
        for (var i = 0; i < parts.Length; i++)
        {
            // Who has looked at the whole has looked at its parts.
            for (var node = parts[i].Node; node is not null; node = node.Whole)
            {
                if (passed.TryGetValue(node, out var passage) && parts[i].Passage.And(passage) is var after && !after.Equals(parts[i].Passage))
                    parts = parts.SetItem(i, parts[i] with { Passage = after });
            }
        }

        return new FlowValue(parts);
    }

    public bool Equals(FlowValue other)
    {
        if (Parts == other.Parts)
            return true;
        if (Parts.Length != other.Parts.Length)
            return false;

        foreach (var part in Parts)
        {
            if (!other.Parts.Contains(part))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is FlowValue other && Equals(other);

    public override int GetHashCode() => Parts.Length;

    private static int IndexOf(ImmutableArray<FlowPart> parts, FlowNode node)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Node.Equals(node))
                return i;
        }

        return -1;
    }
}
