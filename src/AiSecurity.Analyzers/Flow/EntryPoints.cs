using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>Methods that are called from outside the program, and which of their parameters somebody else fills.</summary>
internal static class EntryPoints
{
    /// <summary>The origins of a method's parameters: by a base type, or by an attribute on its type, itself or a parameter.</summary>
    public static Origins OriginsOf(IParameterSymbol parameter, AiSymbols symbols)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
            return Origins.None;
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "NonActionAttribute")
                return Origins.None;
        }

        var origins = ByAttribute(parameter.GetAttributes(), symbols);
        if (origins == Origins.None && method.DeclaredAccessibility == Accessibility.Public && IsFilledByCaller(parameter))
        {
            origins = ByAttribute(method.GetAttributes(), symbols) | ByAttribute(method.ContainingType.GetAttributes(), symbols);
            if (symbols.RowOf(method.ContainingType, Role.Entry) is { } row)
                origins |= OriginNames.Parse(row["origin"]);
        }

        return origins;
    }

    /// <summary>Whether a parameter of a handler takes text from the request and not a service from the container.</summary>
    public static bool IsFilledByCaller(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "FromServicesAttribute" or "FromKeyedServicesAttribute":
                    return false;
                case "FromBodyAttribute" or "FromQueryAttribute" or "FromFormAttribute" or "FromRouteAttribute" or "FromHeaderAttribute" or "AsParametersAttribute":
                    return !CleanTypes.Is(parameter.Type);
            }
        }

        return IsText(parameter.Type, 3);
    }

    private static bool IsText(ITypeSymbol type, int depth)
    {
        if (depth == 0 || CleanTypes.Is(type))
            return false;
        if (type.SpecialType == SpecialType.System_String)
            return true;
        if (type is IArrayTypeSymbol array)
            return IsText(array.ElementType, depth - 1);
        if (type.Name is "JsonElement" or "JsonDocument" or "JsonNode" or "JsonObject" or "Stream" or "BinaryData" or "IFormFile" or "IFormCollection" or "IFormFileCollection" or "StringValues")
            return true;
        if (type is not INamedTypeSymbol named)
            return false;

        foreach (var argument in named.TypeArguments)
        {
            if (named.ContainingNamespace is { Name: "Generic" or "System" } && IsText(argument, depth - 1))
                return true;
        }

        return named.TypeKind is TypeKind.Class or TypeKind.Struct && !named.DeclaringSyntaxReferences.IsEmpty && IsDataOnly(named, depth);
    }

    /// <summary>A class of the project that holds text and asks for no service: what a request body is bound to.</summary>
    private static bool IsDataOnly(INamedTypeSymbol type, int depth)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (parameter.Type.TypeKind == TypeKind.Interface && parameter.Type.ContainingNamespace is not { Name: "Generic" })
                    return false;
            }
        }

        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false, SetMethod: not null } property && IsText(property.Type, depth - 1))
                    return true;
            }
        }

        return false;
    }

    private static Origins ByAttribute(ImmutableArray<AttributeData> attributes, AiSymbols symbols)
    {
        var origins = Origins.None;
        foreach (var attribute in attributes)
        {
            if (symbols.RowOf(attribute.AttributeClass, Role.Entry) is { } row)
                origins |= OriginNames.Parse(row["origin"]);
        }

        return origins;
    }
}
