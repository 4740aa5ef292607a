using System;
using System.Collections;
using System.Collections.Generic;

namespace AiSecurity.Analyzers.Flow;

/// <summary>A small immutable map, compared entry by entry: most states of a body hold fewer than a dozen.</summary>
/// <typeparam name="TKey">Places are compared by <see cref="PlaceComparer"/>, nodes by themselves.</typeparam>
/// <typeparam name="TValue">What is known of a key.</typeparam>
internal sealed class FlowMap<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : class
{
    public static readonly FlowMap<TKey, TValue> Empty = new([], []);

    private readonly KeyValuePair<TKey, TValue>[] _entries;
    private readonly int[] _hashes;

    private FlowMap(KeyValuePair<TKey, TValue>[] entries, int[] hashes) => (_entries, _hashes) = (entries, hashes);

    public int Count => _entries.Length;

    public bool IsEmpty => _entries.Length == 0;

    public KeyValuePair<TKey, TValue> this[int index] => _entries[index];

    public bool ContainsKey(TKey key) => IndexOf(key, PlaceComparer.Hash(key)) >= 0;

    public bool TryGetValue(TKey key, out TValue value)
    {
        var index = _entries.Length == 0 ? -1 : IndexOf(key, PlaceComparer.Hash(key));
        value = index < 0 ? default! : _entries[index].Value;
        return index >= 0;
    }

    public FlowMap<TKey, TValue> SetItem(TKey key, TValue value)
    {
        var hash = PlaceComparer.Hash(key);
        var index = IndexOf(key, hash);
        if (index < 0)
            return Insert(new KeyValuePair<TKey, TValue>(key, value), hash);

        var entries = (KeyValuePair<TKey, TValue>[])_entries.Clone();
        entries[index] = new KeyValuePair<TKey, TValue>(key, value);
        return new FlowMap<TKey, TValue>(entries, _hashes);
    }

    public FlowMap<TKey, TValue> Remove(TKey key)
    {
        var index = _entries.Length == 0 ? -1 : IndexOf(key, PlaceComparer.Hash(key));
        if (index < 0)
            return this;
        if (_entries.Length == 1)
            return Empty;

        var entries = new KeyValuePair<TKey, TValue>[_entries.Length - 1];
        var hashes = new int[entries.Length];
        Array.Copy(_entries, entries, index);
        Array.Copy(_entries, index + 1, entries, index, entries.Length - index);
        Array.Copy(_hashes, hashes, index);
        Array.Copy(_hashes, index + 1, hashes, index, hashes.Length - index);
        return new FlowMap<TKey, TValue>(entries, hashes);
    }

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => ((IEnumerable<KeyValuePair<TKey, TValue>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private FlowMap<TKey, TValue> Insert(KeyValuePair<TKey, TValue> entry, int hash)
    {
        var entries = new KeyValuePair<TKey, TValue>[_entries.Length + 1];
        var hashes = new int[entries.Length];
        Array.Copy(_entries, entries, _entries.Length);
        Array.Copy(_hashes, hashes, _hashes.Length);
        entries[_entries.Length] = entry;
        hashes[_hashes.Length] = hash;
        return new FlowMap<TKey, TValue>(entries, hashes);
    }

    private int IndexOf(TKey key, int hash)
    {
        for (var i = 0; i < _hashes.Length; i++)
        {
            if (_hashes[i] == hash && PlaceComparer.Same(_entries[i].Key, key))
                return i;
        }

        return -1;
    }
}
