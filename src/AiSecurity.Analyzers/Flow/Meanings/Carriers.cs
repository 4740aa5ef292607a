using System;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Types that hold what they are given: collections, dictionaries, builders, writers, streams.</summary>
internal static class Carriers
{
    private static readonly string[] Growing = ["Add", "Append", "Insert", "Push", "Enqueue", "Write", "TryAdd", "TryWrite", "Set"];

    private static readonly string[] Asking = ["Get", "Find", "Load", "Fetch", "Search", "TryGet"];

    public static bool Is(ITypeSymbol? type)
    {
        if (type is null || type.SpecialType == SpecialType.System_String)
            return false;
        if (type.Name is "StringBuilder" or "DefaultInterpolatedStringHandler" or "AppendInterpolatedStringHandler" or "StringWriter" or "MemoryStream" or "FileStream" or "Stream" or "StreamWriter" or "Utf8JsonWriter" or "TextWriter" or "ChannelWriter")
            return true;
        if (type.SpecialType == SpecialType.System_Collections_IEnumerable || type.TypeKind == TypeKind.Array)
            return true;

        foreach (var contract in type.AllInterfaces)
        {
            if (contract.SpecialType == SpecialType.System_Collections_IEnumerable)
                return true;
        }

        return false;
    }

    /// <summary>Whether a method of that name, of a type that nothing else is known about, puts its arguments into the object.</summary>
    public static bool Grows(string method)
    {
        foreach (var start in Growing)
        {
            if (method.StartsWith(start, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether an argument of the method only says which element is meant.</summary>
    public static bool IsLookup(string method) =>
        method is "TryGetValue" or "GetValueOrDefault" or "ElementAt" or "Find" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "get_Item" or "TryRemove" or "Remove" or "Contains" or "ContainsKey" or "IndexOf" or "Except" or "Where" or "OrderBy" or "Take";

    /// <summary>Whether a method of a service asks it for something that it holds.</summary>
    public static bool IsQuestion(string method)
    {
        foreach (var start in Asking)
        {
            if (method.StartsWith(start, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether a method with a function hands back what the function makes, and nothing of what it was given.</summary>
    public static bool IsProjection(string method) => method is "Select" or "SelectMany" or "ConvertAll" or "SelectAwait" or "Aggregate";

    /// <summary>Whether a method takes one element out.</summary>
    public static bool IsFirst(string method) => method is "First" or "FirstOrDefault" or "Single" or "SingleOrDefault";
}
