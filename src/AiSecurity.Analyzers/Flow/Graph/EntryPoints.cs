using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Graph;

/// <summary>Methods that are called from outside the program, and which of their parameters somebody else fills.</summary>
internal static class EntryPoints
{
    /// <summary>The origins of a method's parameter: by a base type, or by an attribute on its type, itself or a parameter.</summary>
    public static Origins OriginsOf(IParameterSymbol parameter, FlowCompilation compilation)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
            return Origins.None;

        // The command line.
        if (method is { IsStatic: true, Name: "Main" or "<Main>$" } && parameter.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String })
            return Origins.LocalUser;

        var origins = Origins.None;
        foreach (var row in RowsOf(parameter.GetAttributes(), compilation.Symbols))
            origins |= OriginNames.Parse(row["origin"]);
        if (origins != Origins.None || !IsFilledByCaller(parameter, compilation))
            return origins;

        foreach (var row in RowsOf(method, compilation.Symbols))
            origins |= OriginNames.Parse(row["origin"]);
        // A model fills in what a tool asks for and describes, and the application its settings.
        return SettingNames.Is(parameter.Type.Name) && parameter.GetAttributes().IsEmpty ? origins & ~Origins.ToolArgument : origins;
    }

    /// <summary>The row by which what a method returns goes back to whoever called from outside, a caller or a model; null for other methods.</summary>
    public static CatalogRow? AnswerOf(ISymbol owner, AiSymbols symbols)
    {
        if (owner is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
            return null;

        foreach (var row in RowsOf(method, symbols))
        {
            if (row["answers"] is not null)
                return row;
        }

        foreach (var parameter in method.Parameters)
        {
            foreach (var row in RowsOf(parameter.GetAttributes(), symbols))
            {
                if (row["answers"] is not null)
                    return row;
            }
        }

        return null;
    }

    /// <summary>Whether a parameter of a handler takes text from the request and not a service from the container.</summary>
    public static bool IsFilledByCaller(IParameterSymbol parameter, FlowCompilation compilation)
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

        return compilation.DataTypes.IsText(parameter.Type);
    }

    private static IEnumerable<CatalogRow> RowsOf(IMethodSymbol method, AiSymbols symbols)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "NonActionAttribute")
                yield break;
        }

        foreach (var row in RowsOf(method.GetAttributes(), symbols))
            yield return row;
        if (method.ContainingType is not { } type || (method.DeclaredAccessibility != Accessibility.Public && !method.IsOverride))
            yield break;

        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (var row in RowsOf(current.GetAttributes(), symbols))
                yield return row;
        }

        if (symbols.RowOf(type, Role.Entry) is { } entry)
            yield return entry;
    }

    private static IEnumerable<CatalogRow> RowsOf(ImmutableArray<AttributeData> attributes, AiSymbols symbols)
    {
        foreach (var attribute in attributes)
        {
            if (symbols.RowOf(attribute.AttributeClass, Role.Entry) is { } row)
                yield return row;
        }
    }
}
