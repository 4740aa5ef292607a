using System;
using System.Collections.Immutable;

namespace AiSecurity.Analyzers.Flow;

/// <summary>A node that a value can come from, and the guards that it has passed on the way.</summary>
internal readonly record struct FlowPart(FlowNode Node, Guards Guards);

/// <summary>The nodes that a value can come from: a small set, cut off at <see cref="MaxParts"/>.</summary>
internal readonly struct FlowValue : IEquatable<FlowValue>
{
    /// <summary>More origins than a report would name.</summary>
    private const int MaxParts = 6;

    public static readonly FlowValue Clean = new(ImmutableArray<FlowPart>.Empty);

    private readonly ImmutableArray<FlowPart> _parts;

    private FlowValue(ImmutableArray<FlowPart> parts) => _parts = parts;

    public ImmutableArray<FlowPart> Parts => _parts.IsDefault ? ImmutableArray<FlowPart>.Empty : _parts;

    public bool IsClean => Parts.IsEmpty;

    public static FlowValue Of(FlowNode node) => new(ImmutableArray.Create(new FlowPart(node, Guards.None)));

    /// <summary>Both values: the union of their nodes, each with the guards that it has passed on every way.</summary>
    public FlowValue Join(FlowValue other)
    {
        if (other.IsClean)
            return this;
        if (IsClean)
            return other;

        var parts = Parts.ToBuilder();
        foreach (var part in other.Parts)
        {
            var index = IndexOf(parts, part.Node);
            if (index >= 0)
                parts[index] = new FlowPart(part.Node, parts[index].Guards & part.Guards);
            else if (parts.Count < MaxParts)
                parts.Add(part);
        }

        return new FlowValue(parts.ToImmutable());
    }

    /// <summary>The value after it has passed a guard.</summary>
    public FlowValue With(Guards guards)
    {
        if (IsClean || guards == Guards.None)
            return this;

        var parts = ImmutableArray.CreateBuilder<FlowPart>(Parts.Length);
        foreach (var part in Parts)
            parts.Add(new FlowPart(part.Node, part.Guards | guards));
        return new FlowValue(parts.ToImmutable());
    }

    public bool Equals(FlowValue other)
    {
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

    private static int IndexOf(ImmutableArray<FlowPart>.Builder parts, FlowNode node)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Node.Equals(node))
                return i;
        }

        return -1;
    }
}
