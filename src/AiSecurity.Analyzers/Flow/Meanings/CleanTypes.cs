using System;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Types whose values carry no text: whatever they were made from, they cannot hold instructions or code.</summary>
internal static class CleanTypes
{
    private static readonly string[] Workers = ["Client", "Agent", "Service", "Executor", "Factory", "Connection"];

    public static bool Is(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_Object or SpecialType.System_String:
                return false;
            case SpecialType.System_Boolean or SpecialType.System_Void or SpecialType.System_DateTime:
            case SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64:
            case SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64:
            case SpecialType.System_Decimal or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_IntPtr or SpecialType.System_UIntPtr:
                return true;
        }

        if (type.TypeKind == TypeKind.Enum)
            return true;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } arguments })
            return Is(arguments[0]);
        if (type is IArrayTypeSymbol { ElementType: var element } && element.SpecialType != SpecialType.System_Byte)
            return Is(element);
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface, Arity: 1, TypeArguments: var elements } && Carriers.Is(type))
            return Is(elements[0]);

        return type.Name is "Guid" or "DateTimeOffset" or "TimeSpan" or "DateOnly" or "TimeOnly" or "CancellationToken" or "Type" or "Version" or "CultureInfo"
            && type.ContainingNamespace is { Name: "System" or "Threading" or "Globalization" };
    }

    /// <summary>A type, by its name, whose objects do something: the key or file that a library's client is made with is in none of its answers.</summary>
    public static bool IsWorker(ITypeSymbol type)
    {
        foreach (var ending in Workers)
        {
            if (type.Name.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether an interface is a service, which only does things: neither a collection nor a contract about data.</summary>
    public static bool IsServiceContract(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && !Carriers.Is(type) && type.Name is not ("IAsyncEnumerable" or "IAsyncEnumerator") && !HoldsData(type);

    /// <summary>An interface of the project that only has properties is a contract about data.</summary>
    private static bool HoldsData(ITypeSymbol type)
    {
        if (type.DeclaringSyntaxReferences.IsEmpty)
            return false;

        var properties = 0;
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { AssociatedSymbol: null })
                return false;
            if (member is IPropertySymbol { Type.SpecialType: SpecialType.System_String })
                properties++;
        }

        return properties > 0;
    }
}
