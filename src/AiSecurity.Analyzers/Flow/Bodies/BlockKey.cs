using System;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>A block as one way meets it: a finally is met once for each branch that runs it, and goes on where that one was going.</summary>
/// <param name="Ordinal">Ordinal of the block.</param>
/// <param name="Way">0 outside of a finally, else the branch that runs it.</param>
internal readonly record struct BlockKey(int Ordinal, int Way) : IComparable<BlockKey>
{
    public int CompareTo(BlockKey other) => Ordinal != other.Ordinal ? Ordinal.CompareTo(other.Ordinal) : Way.CompareTo(other.Way);
}
