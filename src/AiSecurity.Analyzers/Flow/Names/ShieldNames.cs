using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>
/// The project's own methods that may ask a prompt shield: by a member of the catalog, by the service's path in a string, or by an attribute
/// of the user; and the request pipelines that do. Found by name, so that it needs no binding: a body's own facts decide what is in view.
/// </summary>
internal sealed class ShieldNames
{
    private const int MaxDistance = 4;

    private readonly HashSet<string> _names = [];

    /// <summary>Those that are called to get a model's answer: who calls one asks no shield by that.</summary>
    private readonly HashSet<string> _clients = [];
    private readonly Dictionary<string, HashSet<string>> _pipelines = [];
    private readonly Dictionary<string, HashSet<string>> _types = [];
    private readonly Dictionary<string, HashSet<SyntaxNode>> _steps = [];

    private ShieldNames()
    {
    }

    /// <summary>Whether any member of the project is declared to be a guard.</summary>
    public bool HasAttributes { get; private set; }

    /// <summary>Whether a pipeline looks at what models write.</summary>
    public bool ScreensOutput { get; private set; }

    public bool Contains(string method) => _names.Contains(method);

    /// <summary>Whether a body calls something that may be a shield of the project.</summary>
    public bool AreAskedBy(BodyNames body) => _names.Count > 0 && UsesOneOf(body.Uses, _names);

    /// <summary>Whether what a member sends through a pipeline is looked at there: by a filter for all members, by a delegating type for those that it overrides.</summary>
    public bool Covers(string pipeline, string member) => _pipelines.TryGetValue(pipeline, out var members) && (members.Contains("*") || members.Contains(member));

    /// <summary>The filters, delegating clients and middleware of the project that ask a shield in a pipeline.</summary>
    public IReadOnlyCollection<string> TypesOf(string pipeline) => _types.TryGetValue(pipeline, out var types) ? types : [];

    /// <summary>The calls that put a shield into a pipeline by themselves.</summary>
    public IReadOnlyCollection<SyntaxNode> StepsOf(string pipeline) => _steps.TryGetValue(pipeline, out var steps) ? steps : [];

    public static ShieldNames Of(CompilationNames names, AiCatalog catalog, Compilation compilation)
    {
        var shields = new ShieldNames();
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
        foreach (var body in names.All)
        {
            if ((body.Kinds & NameKind.Pipeline) != 0)
                shields.AddRegistrations(body, catalog, compilation);
            if (body.Node is MethodDeclarationSyntax method && shields.Contains(body.Name) && shields.AreAskedIn(body, catalog))
                shields.AddPipelineType(method, catalog);
        }

        // An agent made of a chat client asks through it.
        if (shields._pipelines.ContainsKey("chat-client") && names.All.Exists(body => MakesAgent(body, catalog)))
        {
            shields.Cover("agent", "*");
            Add(shields._types, "agent", shields.TypesOf("chat-client"));
            Add(shields._steps, "agent", shields.StepsOf("chat-client"));
        }

        return shields;
    }

    private static bool MakesAgent(BodyNames body, AiCatalog catalog)
    {
        foreach (var use in body.Uses)
        {
            foreach (var row in catalog.Index.Members(use.Name).AddRange(catalog.Index.Constructors(use.Name)))
            {
                if (row.Role == Role.PipelineStart && row["covers"] == "agent" && row["pipeline"] is not null)
                    return true;
            }
        }

        return false;
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

    private void AddRegistrations(BodyNames body, AiCatalog catalog, Compilation compilation)
    {
        foreach (var use in body.Uses)
        {
            foreach (var row in catalog.Index.Members(use.Name))
            {
                if (row.Role == Role.PipelineShield && row["handler"] is { } handlers)
                    AddFunctions(body, row, handlers.Split(','), catalog, compilation);
                else if (row.Role == Role.PipelineShield)
                    Cover(row, "*", body.Node.DescendantNodes().Where(node => node is InvocationExpressionSyntax call && SimpleNames.Of(call.Expression) == row.MemberName));
            }
        }
    }

    private void AddFunctions(BodyNames body, CatalogRow row, string[] handlers, AiCatalog catalog, Compilation compilation)
    {
        var members = row["as"]?.Split(',');
        for (var i = 0; i < handlers.Length; i++)
        {
            var calls = PipelineFunctions.ThatAsk(body.Node, row, handlers[i], compilation, name => IsShield(name, catalog) || (Contains(name) && !_clients.Contains(name))).ToList();
            if (calls.Count > 0)
                Cover(row, i < members?.Length ? members[i] : "*", calls);
        }
    }

    /// <summary>Filters, delegating clients and middleware, by the names of their base types.</summary>
    private void AddPipelineType(MethodDeclarationSyntax method, AiCatalog catalog)
    {
        var declaration = method.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        foreach (var type in declaration?.BaseList?.Types ?? default)
        {
            var name = type.Type switch
            {
                SimpleNameSyntax simple => simple.Identifier.ValueText,
                QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
                _ => "",
            };
            foreach (var row in catalog.Index.Types(name))
            {
                if (row.Role != Role.PipelineType)
                    continue;
                Cover(row, row["as"] == "delegating" ? CalledAs(method.Identifier.ValueText) : "*");
                foreach (var pipeline in row["covers"]!.Split(','))
                    Add(_types, pipeline, [declaration!.Identifier.ValueText]);
            }
        }

        // Middleware by convention has no base type.
        if (method.Identifier.ValueText is "Invoke" or "InvokeAsync" && method.ParameterList.Parameters is { Count: > 0 } parameters && parameters[0].Type is SimpleNameSyntax { Identifier.ValueText: "HttpContext" })
            Cover("request", "*");
    }

    /// <summary>An agent's protected RunCoreAsync is what its RunAsync calls.</summary>
    private static string CalledAs(string overridden) => overridden.Replace("Core", "");

    private void Cover(CatalogRow row, string member, IEnumerable<SyntaxNode>? steps = null)
    {
        if (row["guards"] == "screened")
        {
            ScreensOutput = true;
            return;
        }

        foreach (var pipeline in row["covers"]!.Split(','))
        {
            Cover(pipeline, member);
            Add(_steps, pipeline, steps ?? []);
        }
    }

    private void Cover(string pipeline, string member) => Add(_pipelines, pipeline, [member]);

    private static void Add<T>(Dictionary<string, HashSet<T>> index, string key, IEnumerable<T> values)
    {
        if (!index.TryGetValue(key, out var known))
            index.Add(key, known = []);
        known.UnionWith(values);
    }
}
