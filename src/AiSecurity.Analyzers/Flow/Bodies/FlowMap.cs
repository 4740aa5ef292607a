using System;
using System.Collections;
using System.Collections.Generic;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>
/// A small immutable map, compared entry by entry: most states of a body hold fewer than a dozen. Maps that grew out of each other share their entries, so that adding one rarely copies the others;
/// therefore not safe for concurrent use, which a body's states have none of.
/// </summary>
/// <typeparam name="TKey">Places are compared by <see cref="PlaceComparer"/>, nodes by themselves.</typeparam>
/// <typeparam name="TValue">What is known of a key.</typeparam>
internal sealed class FlowMap<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : class
{
    private const int FirstCapacity = 4;

    public static readonly FlowMap<TKey, TValue> Empty = new(new Entries(0), 0);

    private readonly Entries _entries;

    private FlowMap(Entries entries, int count) => (_entries, Count) = (entries, count);

    public int Count { get; }

    public bool IsEmpty => Count == 0;

    public KeyValuePair<TKey, TValue> this[int index] => _entries.Pairs[index];

    public bool ContainsKey(TKey key) => IndexOf(key, PlaceComparer.Hash(key)) >= 0;

    public bool TryGetValue(TKey key, out TValue value)
    {
        var index = IsEmpty ? -1 : IndexOf(key, PlaceComparer.Hash(key));
        value = index < 0 ? default! : _entries.Pairs[index].Value;
        return index >= 0;
    }

    /// <summary>What is known here of a key of another map. Maps that grew out of each other have most of their keys at the same index.</summary>
    public bool TryGetValueOf(FlowMap<TKey, TValue> other, int index, out TValue value)
    {
        var (key, hash) = (other._entries.Pairs[index].Key, other._entries.Hashes[index]);
        var own = index < Count && _entries.Hashes[index] == hash && PlaceComparer.Same(_entries.Pairs[index].Key, key) ? index : IndexOf(key, hash);
        value = own < 0 ? default! : _entries.Pairs[own].Value;
        return own >= 0;
    }

    public FlowMap<TKey, TValue> SetItem(TKey key, TValue value)
    {
        var editor = new Editor(this);
        editor.Set(key, value);
        return editor.Map;
    }

    public FlowMap<TKey, TValue> Remove(TKey key)
    {
        var index = IsEmpty ? -1 : IndexOf(key, PlaceComparer.Hash(key));
        if (index < 0)
            return this;
        if (Count == 1)
            return Empty;

        var entries = new Entries(Count - 1);
        Array.Copy(_entries.Pairs, entries.Pairs, index);
        Array.Copy(_entries.Pairs, index + 1, entries.Pairs, index, Count - 1 - index);
        Array.Copy(_entries.Hashes, entries.Hashes, index);
        Array.Copy(_entries.Hashes, index + 1, entries.Hashes, index, Count - 1 - index);
        entries.Used = Count - 1;
        return new FlowMap<TKey, TValue>(entries, Count - 1);
    }

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return _entries.Pairs[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private FlowMap<TKey, TValue> Add(KeyValuePair<TKey, TValue> pair, int hash)
    {
        // What stands behind this map's own entries, another one has added.
        var entries = _entries.Used == Count && Count < _entries.Hashes.Length ? _entries : Copy(Math.Max(FirstCapacity, Count * 2));
        entries.Pairs[Count] = pair;
        entries.Hashes[Count] = hash;
        entries.Used = Count + 1;
        return new FlowMap<TKey, TValue>(entries, Count + 1);
    }

    private Entries Copy(int capacity)
    {
        var entries = new Entries(capacity) { Used = Count };
        Array.Copy(_entries.Pairs, entries.Pairs, Count);
        Array.Copy(_entries.Hashes, entries.Hashes, Count);
        return entries;
    }

    private int IndexOf(TKey key, int hash)
    {
        var hashes = _entries.Hashes;
        for (var i = 0; i < Count; i++)
        {
            if (hashes[i] == hash && PlaceComparer.Same(_entries.Pairs[i].Key, key))
                return i;
        }

        return -1;
    }

    /// <summary>Writes several values: the first one that replaces another copies the entries, the next ones write into that copy.</summary>
    public struct Editor(FlowMap<TKey, TValue> map)
    {
        private bool _isOwn;

        public FlowMap<TKey, TValue> Map { get; private set; } = map;

        public void Set(TKey key, TValue value)
        {
            var hash = PlaceComparer.Hash(key);
            var pair = new KeyValuePair<TKey, TValue>(key, value);
            var index = Map.IndexOf(key, hash);
            if (index < 0)
            {
                Map = Map.Add(pair, hash);
                return;
            }

            if (!_isOwn)
                (Map, _isOwn) = (new FlowMap<TKey, TValue>(Map.Copy(Map.Count), Map.Count), true);
            Map._entries.Pairs[index] = pair;
        }
    }

    /// <summary>The entries of one map and of those that it grew out of.</summary>
    private sealed class Entries(int capacity)
    {
        public KeyValuePair<TKey, TValue>[] Pairs { get; } = new KeyValuePair<TKey, TValue>[capacity];

        public int[] Hashes { get; } = new int[capacity];

        /// <summary>How many the longest of them has.</summary>
        public int Used { get; set; }
    }
}
