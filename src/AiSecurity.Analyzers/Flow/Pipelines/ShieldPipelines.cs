using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Pipelines;

/// <summary>The request pipelines of a project that ask a shield: by registrations, by functions, and by the base types of classes that do. Found by name. Not changed once made.</summary>
internal sealed class ShieldPipelines
{
    private readonly ShieldNames _shields;
    private readonly Dictionary<string, HashSet<string>> _pipelines = [];
    private readonly Dictionary<string, HashSet<string>> _types = [];
    private readonly Dictionary<string, HashSet<SyntaxNode>> _steps = [];

    public ShieldPipelines(ShieldNames shields, CompilationNames names, AiCatalog catalog, Compilation compilation)
    {
        _shields = shields;
        foreach (var body in names.All)
        {
            if ((body.Kinds & NameKind.Pipeline) != 0)
                AddRegistrations(body, catalog, compilation);
            if (body.Node is MethodDeclarationSyntax method && shields.Contains(body.Name) && shields.AreAskedIn(body, catalog))
                AddPipelineType(method, catalog);
        }

        // An agent made of a chat client asks through it.
        if (_pipelines.ContainsKey("chat-client") && names.All.Exists(body => MakesAgent(body, catalog)))
        {
            Cover("agent", "*");
            Add(_types, "agent", TypesOf("chat-client"));
            Add(_steps, "agent", StepsOf("chat-client"));
        }
    }

    /// <summary>Whether a pipeline looks at what models write.</summary>
    public bool ScreensOutput { get; private set; }

    /// <summary>Whether what a member sends through a pipeline is looked at there: by a filter for all members, by a delegating type for those that it overrides.</summary>
    public bool Covers(string pipeline, string member) => _pipelines.TryGetValue(pipeline, out var members) && (members.Contains("*") || members.Contains(member));

    /// <summary>Whether anything is looked at in a pipeline.</summary>
    public bool Has(string pipeline) => _pipelines.ContainsKey(pipeline);

    /// <summary>The filters, delegating clients and middleware of the project that ask a shield in a pipeline.</summary>
    public IReadOnlyCollection<string> TypesOf(string pipeline) => _types.TryGetValue(pipeline, out var types) ? types : [];

    /// <summary>The calls that put a shield into a pipeline by themselves.</summary>
    public IReadOnlyCollection<SyntaxNode> StepsOf(string pipeline) => _steps.TryGetValue(pipeline, out var steps) ? steps : [];

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
            var calls = PipelineFunctions.ThatAsk(body.Node, row, handlers[i], compilation, name => _shields.IsAsked(name, catalog)).ToList();
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
                // Types of one name are told apart by what their callers call.
                if (row.Role != Role.PipelineType || (row["handler"] is { } handler && !declaration!.Members.OfType<MethodDeclarationSyntax>().Any(member => member.Identifier.ValueText == handler)))
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
