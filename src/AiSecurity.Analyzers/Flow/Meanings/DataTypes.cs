using System;
using System.Collections.Concurrent;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Which types carry text that somebody else filled in: strings, collections of them, JSON, messages of a conversation, and the project's own data classes. Safe for concurrent use.</summary>
internal sealed class DataTypes(AiSymbols symbols)
{
    /// <summary>Types inside types: a request that holds a list of turns that hold a list of parts.</summary>
    private const int MaxDepth = 5;

    private static readonly string[] DataNames = ["Request", "Dto", "DTO", "Input", "Payload", "Command", "Body", "Message", "Prompt", "Question", "Query", "Event", "Model"];

    private readonly ConcurrentDictionary<ITypeSymbol, bool> _texts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _data = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<ITypeSymbol, bool> _services = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _carriers = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a parameter or member of a type can hold no text from elsewhere: services and contexts only do things.</summary>
    public bool IsService(ITypeSymbol type) => _services.TryGetValue(type, out var known) ? known : _services[type] = CleanTypes.Is(type) || NatureOf(type) switch
    {
        "host" or "context" => true,
        null => CleanTypes.IsServiceContract(type),
        _ => false,
    };

    /// <summary>The application itself and what it is built with: made of the command line and settings, and nobody's text.</summary>
    public bool IsHost(ITypeSymbol type) => NatureOf(type) == "host";

    /// <summary>As <see cref="Carriers.Is"/>, found once.</summary>
    public bool IsCarrier(ITypeSymbol? type) => type is not null && (_carriers.TryGetValue(type, out var known) ? known : _carriers[type] = Carriers.Is(type));

    /// <summary>Whether a value of the type can be text that a caller sends.</summary>
    public bool IsText(ITypeSymbol type) => _texts.TryGetValue(type, out var known) ? known : _texts[type] = IsText(type, MaxDepth);

    /// <summary>Whether a type of the project holds text and nothing that does work: its methods speak of what it was filled with.</summary>
    public bool IsData(ITypeSymbol type) =>
        type is INamedTypeSymbol named && named.TypeKind is TypeKind.Class or TypeKind.Struct && !type.DeclaringSyntaxReferences.IsEmpty && _data.GetOrAdd(type.OriginalDefinition, key => HasTextOnly((INamedTypeSymbol)key, MaxDepth));

    private bool IsText(ITypeSymbol type, int depth)
    {
        if (type.SpecialType == SpecialType.System_String)
            return true;
        if (depth <= 0 || CleanTypes.Is(type))
            return false;
        if (type is IArrayTypeSymbol array)
            return array.ElementType.SpecialType == SpecialType.System_Byte || IsText(array.ElementType, depth - 1);
        if (type.Name is "JsonElement" or "JsonDocument" or "JsonNode" or "JsonObject" or "JsonArray" or "Stream" or "BinaryData" or "PipeReader" || NatureOf(type) == "text")
            return true;
        if (type is not INamedTypeSymbol named)
            return false;

        foreach (var argument in named.TypeArguments)
        {
            if (named.ContainingNamespace is { Name: "Generic" or "System" or "Immutable" or "ObjectModel" or "Channels" } && IsText(argument, depth - 1))
                return true;
        }

        // What was said is text, although a library holds it.
        if (symbols.RowOf(named, Role.Conversation) is { } row && row["kind"] is "element" or "history")
            return true;

        // A type that the compiler does not know, in half-typed code or without its package, is judged by what such types are called.
        if (named.TypeKind == TypeKind.Error)
            return IsCalledData(named.Name);
        return named.TypeKind is TypeKind.Class or TypeKind.Struct && !IsFramework(named.ContainingNamespace) && HasTextOnly(named, depth);
    }

    /// <summary>A type that the compiler does not know is taken for what its name says.</summary>
    private string? NatureOf(ITypeSymbol type)
    {
        foreach (var row in symbols.Catalog.Index.Types(type.Name))
        {
            if (row.Role == Role.Nature && (type.TypeKind == TypeKind.Error || row.IsOnType(MetadataName.Of(type))))
                return row["kind"];
        }

        return null;
    }

    private static bool IsCalledData(string name)
    {
        foreach (var ending in DataNames)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether the platform or an SDK declares what is in a namespace.</summary>
    public static bool IsFramework(INamespaceSymbol? space)
    {
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space?.Name is "System" or "Microsoft" or "Azure" or "OpenAI";
    }

    private bool HasTextOnly(INamedTypeSymbol type, int depth)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (parameter.Type.TypeKind == TypeKind.Interface && IsService(parameter.Type))
                    return false;
            }
        }

        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false } property && IsText(property.Type, depth - 1))
                    return true;
                if (member is IFieldSymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsConst: false } field && IsText(field.Type, depth - 1))
                    return true;
            }
        }

        return false;
    }
}
