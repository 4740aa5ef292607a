using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Cli.Signatures;

/// <summary>
/// Writes C# that declares what the facts say about SDKs that cannot be restored. Parameter types come from the documentation comment id, which is exact;
/// names, defaults and return types from the signature. Types that are only mentioned become empty classes.
/// </summary>
internal sealed class StubSource
{
    /// <summary>What is no package at all.</summary>
    private static readonly ImmutableHashSet<string> NoPackages = ["(raw REST)", "(token scopes)"];

    /// <summary>Packages that are real references (in one of the sets) where the tests run.</summary>
    private static readonly ImmutableHashSet<string> Restorable =
    [
        "Azure.AI.Inference", "Azure.AI.OpenAI", "Azure.AI.OpenAI (v1 late betas, beta.9..beta.17)", "Azure.Core", "Azure.Identity",
        "Azure.Search.Documents", "Azure.Search.Documents (11.6+/12.x additions)", "Microsoft.Agents.AI", "Microsoft.Agents.AI.Abstractions", "Microsoft.CodeAnalysis.CSharp.Scripting",
        "Microsoft.Extensions.AI", "Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.AI.OpenAI", "Microsoft.Extensions.Azure", "Microsoft.ML", "Microsoft.ML.OnnxRuntime.Managed",
        "Microsoft.SemanticKernel.Abstractions", "Microsoft.SemanticKernel.Connectors.AzureOpenAI", "Microsoft.SemanticKernel.Connectors.OpenAI", "Microsoft.SemanticKernel.Core",
        "ModelContextProtocol.Core", "OpenAI", "System.ClientModel", "TorchSharp",
    ];

    /// <summary>Their client options derive from System.ClientModel's, all other Azure options from Azure.Core's.</summary>
    private static readonly string[] ClientModelNamespaces = ["Azure.AI.Projects", "Azure.AI.Extensions.OpenAI", "Azure.AI.Speech.Transcription", "Azure.AI.Projects.Agents"];

    private readonly Compilation _latest;
    private readonly StubTypes _types;
    private readonly StubMembers _members;
    private readonly HashSet<string> _droppedMembers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _droppedBases = new(StringComparer.Ordinal);

    /// <param name="latest">What it has itself is not declared again.</param>
    /// <param name="isForTests">Whether the packages that the tests have as real references are left out, in other versions too.</param>
    public StubSource(Compilation latest, bool isForTests)
    {
        _latest = latest;
        _types = new StubTypes(latest);
        Facts = [.. Fact.All.Where(fact => fact.DocId is not null && !NoPackages.Contains(fact.Package) && (isForTests ? !Restorable.Contains(fact.Package) : IsDeclarable(fact)))];
        _members = new StubMembers(_types, new FactSignatures(Facts), Skipped);
    }

    /// <summary>The rows that the stubs are made of.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>What could not be declared, by documentation comment id.</summary>
    public SortedDictionary<string, string> Skipped { get; } = new(StringComparer.Ordinal);

    public string Generate()
    {
        _types.All.Clear();
        Declare();
        return new StubText(_types, _droppedBases.Contains).Write();
    }

    /// <summary>Leaves out what a compiler error points at; answers whether there was anything to leave out.</summary>
    public bool Drop(string line, string message)
    {
        if (Regex.Match(line, "// (.*)$") is not { Success: true } mark)
            return false;
        var id = mark.Groups[1].Value;
        Skipped[id] = message;
        return id.StartsWith("T:", StringComparison.Ordinal) ? _droppedBases.Add(id[2..]) : _droppedMembers.Add(id);
    }

    /// <summary>Generic types would need the names of their parameters, and TorchSharp has a class and a namespace of one name.</summary>
    private static bool IsDeclarable(Fact fact) => fact.Package != "TorchSharp" && !FactSignatures.ContainingType(fact).Contains('`', StringComparison.Ordinal);

    private void Declare()
    {
        var containers = Facts.Select(FactSignatures.ContainingType).Where(name => !_types.IsKnown(name, 0)).ToHashSet(StringComparer.Ordinal);
        foreach (var name in containers.Order(StringComparer.Ordinal))
            _types.All[name] = new StubType(name);
        foreach (var fact in Facts.Where(fact => fact.DocId!.StartsWith("T:", StringComparison.Ordinal)))
        {
            if (_types.All.TryGetValue(fact.DocId![2..], out var type))
                DescribeType(type, fact.Signature ?? "class");
        }

        foreach (var fact in Facts)
        {
            if (fact.DocId!.StartsWith("T:", StringComparison.Ordinal))
                continue;
            if (!_types.All.TryGetValue(FactSignatures.ContainingType(fact), out var type))
                Skipped[fact.DocId] = "the type is in a referenced assembly, which has not this member";
            else if (!_droppedMembers.Contains(fact.DocId) && !type.Members.ContainsKey(fact.DocId))
                _members.Add(type, fact);
        }

        foreach (var type in _types.All.Values.Where(type => type.Base is null && type.Name.EndsWith("ClientOptions", StringComparison.Ordinal) && type.Name.StartsWith("Azure.", StringComparison.Ordinal)))
            type.Base = ClientModelNamespaces.Contains(StubTypes.NamespaceOf(type.Name)) ? "global::System.ClientModel.Primitives.ClientPipelineOptions" : "global::Azure.Core.ClientOptions";
    }

    private void DescribeType(StubType type, string signature)
    {
        var parts = signature.Split(" : ", 2);
        type.Keyword = parts[0].Split(' ')[^1];
        type.Modifiers = string.Concat(parts[0].Split(' ').SkipLast(1).Select(word => word + " "));
        if (parts.Length < 2 || type.Keyword != "class" || _droppedBases.Contains(type.Name))
            return;
        var name = parts[1].Split(' ')[0];
        if (Regex.IsMatch(name.Split('.')[^1], "^I[A-Z]"))
            return;
        if (!name.Contains('.'))
            name = StubTypes.NamespaceOf(type.Name) + "." + name;
        if (_latest.GetTypeByMetadataName(name) is { } symbol && !CanDeriveFrom(symbol))
            return;
        type.Base = _types.Mention(name, 0);
    }

    private static bool CanDeriveFrom(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsSealed: false }
        && type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected)
        && !BasesOf(type).SelectMany(t => t.GetMembers()).Any(member => member.IsAbstract);

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            yield return current;
    }
}
