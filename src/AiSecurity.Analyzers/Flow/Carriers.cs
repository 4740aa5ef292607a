using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>Types that hold what they are given: collections, dictionaries, builders, writers, streams.</summary>
internal static class Carriers
{
    public static bool Is(ITypeSymbol? type)
    {
        if (type is null || type.SpecialType == SpecialType.System_String)
            return false;
        if (type.Name is "StringBuilder" or "DefaultInterpolatedStringHandler" or "AppendInterpolatedStringHandler" or "StringWriter" or "MemoryStream" or "StreamWriter" or "KernelArguments")
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
}
