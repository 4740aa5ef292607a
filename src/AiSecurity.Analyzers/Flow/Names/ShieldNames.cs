using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>
/// The project's own methods that may ask a prompt shield: by a member of the catalog, by the service's path in a string, by an attribute of the user, or by the name of an interface. Found by name, so
/// that it needs no binding: a body's own facts decide what is in view.
/// </summary>
internal sealed class ShieldNames
{
    private const int MaxDistance = 4;

    private readonly HashSet<string> _names = [];

    /// <summary>Those that are called to get a model's answer: who calls one asks no shield by that.</summary>
    private readonly HashSet<string> _clients = [];

    private readonly ConcurrentDictionary<ISymbol, bool> _elsewhere = new(SymbolEqualityComparer.Default);
    private readonly AiCatalog _catalog;

    private ShieldNames(AiCatalog catalog) => _catalog = catalog;

    /// <summary>Whether any member of the project is declared to be a guard.</summary>
    public bool HasAttributes { get; private set; }

    public bool Contains(string method) => _names.Contains(method);

    /// <summary>As <see cref="Contains(string)"/>, and of a method whose assembly is all there is of it, what its names say.</summary>
    public bool Contains(ISymbol method) => Contains(method.Name) || IsElsewhere(method);

    /// <summary>Whether a method without source says by its name, or by that of its type, that it asks a shield about a text.</summary>
    public bool IsElsewhere(ISymbol method) => method is IMethodSymbol { ContainingType: { } type } asked && asked.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty
        && _elsewhere.GetOrAdd(asked.OriginalDefinition, _ => !DataTypes.IsFramework(type.ContainingNamespace) && asked.Parameters.Any(static parameter => TakesText(parameter.Type)) && AreIn(type.Name, asked.Name, asked.IsAbstract, _catalog));

    /// <summary>Whether names of a type and its method say that they ask a shield.</summary>
    public static bool AreIn(string type, string method, bool isContract, AiCatalog catalog) =>
        catalog[Role.ShieldWord].Any(row => (isContract || row["kind"] != "contract") && (row["kind"] == "method" ? method : type).IndexOf(row.Member, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool TakesText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String
        || (type is IArrayTypeSymbol { ElementType: var element } && TakesText(element)) || (type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } && TakesText(arguments[0]));

    /// <summary>Whether a body calls something that may be a shield of the project.</summary>
    public bool AreAskedBy(BodyNames body) => _names.Count > 0 && UsesOneOf(body.Uses, _names);

    public static ShieldNames Of(CompilationNames names, AiCatalog catalog)
    {
        var shields = new ShieldNames(catalog);
        var front = names.All.FindAll(body => Asks(body, catalog));
        foreach (var declared in names.DeclaredGuards)
            shields._names.Add(declared);
        // Who implements an interface may stand in another assembly, as in applications whose layers do not know each other.
        foreach (var (contract, name) in names.NamedGuards)
        {
            if (!names.Bases.Exists(pair => pair.Base == contract))
                shields._names.Add(name);
        }

        if (front.Count > 0 || shields._names.Count > 0)
            shields.Spread(names, front, catalog);
        shields.HasAttributes = names.HasGuardAttributes;
        return shields;
    }

    /// <summary>With those of projects whose bodies are looked at later: until then, a method may be one by its name.</summary>
    public ShieldNames With(IEnumerable<ShieldNames> others)
    {
        foreach (var other in others)
        {
            _names.UnionWith(other._names);
            _clients.UnionWith(other._clients);
            HasAttributes |= other.HasAttributes;
        }

        return this;
    }

    private void Spread(CompilationNames names, List<BodyNames> front, AiCatalog catalog)
    {
        var asking = new HashSet<BodyNames>(front);
        front.AddRange(names.All.FindAll(body => !asking.Contains(body) && UsesOneOf(body.Uses, _names)));
        for (var distance = 0; distance < MaxDistance && front.Count > 0; distance++)
        {
            var added = new HashSet<string>();
            foreach (var body in front)
            {
                // A constructor or the program itself is nothing that others call to have a text looked at.
                if (body.Node is MethodDeclarationSyntax && IsModelCall(body.Name, catalog) && body.Uses.Any(use => IsModelCall(use.Name, catalog)))
                    _clients.Add(body.Name);
                if (body.Node is MethodDeclarationSyntax && _names.Add(body.Name) && !_clients.Contains(body.Name))
                    added.Add(body.Name);
                foreach (var function in body.LocalFunctions)
                    _names.Add(function);
            }

            front = names.All.FindAll(body => body.Node is MethodDeclarationSyntax && !_names.Contains(body.Name) && UsesOneOf(body.Uses, added));
        }
    }

    private static bool Asks(BodyNames body, AiCatalog catalog) =>
        body.CallsShieldService || (body.Kinds & NameKind.Shield) != 0 || (body.Node is MethodDeclarationSyntax { AttributeLists: { Count: > 0 } lists } && HasGuardAttribute(lists, catalog));

    /// <summary>Whether a body asks by what it calls, and not only by a name that it shares with one that does.</summary>
    public bool AreAskedIn(BodyNames body, AiCatalog catalog)
    {
        if (Asks(body, catalog))
            return true;
        foreach (var use in body.Uses)
        {
            if (use.Name != body.Name && _names.Contains(use.Name) && !_clients.Contains(use.Name))
                return true;
        }

        return false;
    }

    /// <summary>Whether who calls a member of that name asks a shield.</summary>
    public bool IsAsked(string name, AiCatalog catalog) => IsShield(name, catalog) || (Contains(name) && !_clients.Contains(name));

    private static bool IsShield(string name, AiCatalog catalog)
    {
        foreach (var row in catalog.Index.Members(name))
        {
            if (row.Role == Role.Shield && (GuardNames.Parse(row["guards"]) & Guards.Shield) != 0)
                return true;
        }

        return false;
    }

    /// <summary>What sends a request to a shield's address has a name like what sends messages to agents.</summary>
    private static bool IsModelCall(string name, AiCatalog catalog)
    {
        var rows = catalog.Index.Members(name);
        return rows.Any(static row => row.Role == Role.ModelCall && row["url"] is null) && !rows.Any(static row => row.Role == Role.HttpSend);
    }

    private static bool HasGuardAttribute(SyntaxList<AttributeListSyntax> lists, AiCatalog catalog)
    {
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                var name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : (attribute.Name as SimpleNameSyntax)?.Identifier.ValueText ?? "";
                foreach (var row in catalog[Role.GuardAttribute])
                {
                    if (row.SimpleTypeName == name || row.SimpleTypeName == name + "Attribute")
                        return true;
                }
            }
        }

        return false;
    }

    private static bool UsesOneOf(HashSet<NameUse> uses, HashSet<string> names)
    {
        foreach (var use in uses)
        {
            if (names.Contains(use.Name))
                return true;
        }

        return false;
    }
}
