using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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

    /// <summary>Where the signatures leave the namespace out.</summary>
    private static readonly string[] ImpliedNamespaces =
    [
        "System", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks", "System.ClientModel", "System.ClientModel.Primitives", "System.Net.Http",
        "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging", "Azure", "Azure.Core", "Microsoft.SemanticKernel",
    ];

    private readonly Compilation _latest;
    private readonly SortedDictionary<string, StubType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, int Arity), bool> _known = [];
    private readonly HashSet<string> _droppedMembers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _droppedBases = new(StringComparer.Ordinal);

    /// <param name="latest">What it has itself is not declared again.</param>
    /// <param name="isForTests">Whether the packages that the tests have as real references are left out, in other versions too.</param>
    public StubSource(Compilation latest, bool isForTests)
    {
        _latest = latest;
        Facts = [.. Fact.All.Where(fact => fact.DocId is not null && !NoPackages.Contains(fact.Package) && (isForTests ? !Restorable.Contains(fact.Package) : IsDeclarable(fact)))];
    }

    /// <summary>The rows that the stubs are made of.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>What could not be declared, by documentation comment id.</summary>
    public SortedDictionary<string, string> Skipped { get; } = new(StringComparer.Ordinal);

    public string Generate()
    {
        _types.Clear();
        Declare();
        return Write();
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
    private static bool IsDeclarable(Fact fact) => fact.Package != "TorchSharp" && !ContainingType(fact).Contains('`', StringComparison.Ordinal);

    private void Declare()
    {
        var containers = Facts.Select(ContainingType).Where(name => !IsKnown(name, 0)).ToHashSet(StringComparer.Ordinal);
        foreach (var name in containers.Order(StringComparer.Ordinal))
            _types[name] = new StubType(name);
        foreach (var fact in Facts.Where(fact => fact.DocId!.StartsWith("T:", StringComparison.Ordinal)))
        {
            if (_types.TryGetValue(fact.DocId![2..], out var type))
                DescribeType(type, fact.Signature ?? "class");
        }

        foreach (var fact in Facts)
        {
            if (fact.DocId!.StartsWith("T:", StringComparison.Ordinal))
                continue;
            if (!_types.TryGetValue(ContainingType(fact), out var type))
                Skipped[fact.DocId] = "the type is in a referenced assembly, which has not this member";
            else if (!_droppedMembers.Contains(fact.DocId) && !type.Members.ContainsKey(fact.DocId))
                AddMember(type, fact);
        }

        foreach (var type in _types.Values.Where(type => type.Base is null && type.Name.EndsWith("ClientOptions", StringComparison.Ordinal) && type.Name.StartsWith("Azure.", StringComparison.Ordinal)))
            type.Base = ClientModelNamespaces.Contains(NamespaceOf(type.Name)) ? "global::System.ClientModel.Primitives.ClientPipelineOptions" : "global::Azure.Core.ClientOptions";
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
            name = NamespaceOf(type.Name) + "." + name;
        if (_latest.GetTypeByMetadataName(name) is { } symbol && !CanDeriveFrom(symbol))
            return;
        type.Base = Mention(name, 0);
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

    private void AddMember(StubType type, Fact fact)
    {
        var id = fact.DocId!;
        var signature = Complete(fact);
        if (type.Keyword == "enum" && id.StartsWith("M:", StringComparison.Ordinal))
            return;
        if (id.StartsWith("F:", StringComparison.Ordinal))
        {
            var name = id[(id.LastIndexOf('.') + 1)..];
            if (!Regex.IsMatch(signature, @"^\w+ = -?\d+$"))
                type.Members[id] = $"public static readonly string {name} = \"\";";
            else
            {
                type.Keyword = "enum";
                type.Members[id] = signature + ",";
            }

            return;
        }

        if (Parse(signature, type) is not { } member)
            Skipped[id] = "the signature does not parse: " + signature;
        else if (member is PropertyDeclarationSyntax property)
            type.Members[id] = Property(type, property);
        else if (member is BaseMethodDeclarationSyntax method)
            AddMethod(type, id, method);
        else
            Skipped[id] = "neither method nor property: " + signature;
    }

    /// <summary>
    /// Long signatures are cut off in the facts. The rest is known from the id: the types, not the names, which then come from an overload that has the type too.
    /// </summary>
    private string Complete(Fact fact)
    {
        var signature = fact.Signature ?? "";
        var open = signature.IndexOf('(', StringComparison.Ordinal);
        if (!fact.DocId!.StartsWith("M:", StringComparison.Ordinal) || open < 0 || Depth(signature[open..]) == 0)
            return signature;
        var types = DocIdType.ParseList(fact.DocId[(fact.DocId.IndexOf('(', StringComparison.Ordinal) + 1)..^1]);
        var whole = Split(signature[(open + 1)..]);
        var list = whole.Take(Math.Min(whole.Count - 1, types.Length)).ToList();
        if (Regex.Match(whole[^1], @"^(?<head>.*[\w>\]?] \w+) =.*$") is { Success: true } last && Depth(last.Groups["head"].Value) == 0)
            list.Add(last.Groups["head"].Value + " = default");
        for (var index = list.Count; index < types.Length; index++)
        {
            var name = NameFromOverload(fact, types[index]);
            if (name is null || list.Any(parameter => parameter.Split(" = ")[0].EndsWith(" " + name, StringComparison.Ordinal)))
                name = "argument" + index.ToString(CultureInfo.InvariantCulture);
            list.Add($"object {name} = default");
        }

        return $"{signature[..open]}({string.Join(", ", list)})";
    }

    private string? NameFromOverload(Fact fact, DocIdType type)
    {
        var others = Facts.Where(other => other.Package == fact.Package && other != fact && other.Signature?.Contains('(') == true && other.DocId!.Contains('('));
        foreach (var other in others.OrderByDescending(other => other.Member == fact.Member))
        {
            var open = other.Signature!.IndexOf('(', StringComparison.Ordinal);
            var types = DocIdType.ParseList(other.DocId![(other.DocId!.IndexOf('(', StringComparison.Ordinal) + 1)..^1]);
            var names = Split(other.Signature![(open + 1)..].TrimEnd(')'));
            var index = types.ToList().FindLastIndex(candidate => candidate.ToString() == type.ToString());
            if (index >= 0 && index < (Depth(other.Signature[open..]) == 0 ? names.Count : names.Count - 1))
                return names[index].Split(" = ")[0].Split(' ')[^1];
        }

        return null;
    }

    private static int Depth(string text) => text.Count(c => c is '(' or '<') - text.Count(c => c is ')' or '>');

    private static List<string> Split(string parameters)
    {
        var parts = new List<string>();
        var start = 0;
        var depth = 0;
        for (var index = 0; index < parameters.Length; index++)
        {
            depth += parameters[index] is '<' or '(' or '[' ? 1 : parameters[index] is '>' or ')' or ']' ? -1 : 0;
            if (depth != 0 || parameters[index] != ',')
                continue;
            parts.Add(parameters[start..index].Trim());
            start = index + 1;
        }

        parts.Add(parameters[start..].Trim());
        return parts;
    }

    private static MemberDeclarationSyntax? Parse(string signature, StubType type)
    {
        var text = Regex.Replace(signature, @"\b(override|abstract|virtual|async|new|sealed|unsafe|extern|readonly) (?=\S+ \S)", "");
        text = Regex.Replace(text, @"\bparams(?=[,)])", "@params");
        if (!text.Contains('{'))
            text += ";";
        var declared = SyntaxFactory.ParseCompilationUnit($"class {type.SimpleName} {{ {text} }}").Members.OfType<TypeDeclarationSyntax>().FirstOrDefault();
        return declared is { Members: [var member] } && !declared.ContainsDiagnosticsOfError() ? member : null;
    }

    private string Property(StubType type, PropertyDeclarationSyntax property)
    {
        var modifiers = Modifiers(type, property.Modifiers);
        var set = property.AccessorList!.Accessors.FirstOrDefault(accessor => accessor.Kind() is SyntaxKind.SetAccessorDeclaration or SyntaxKind.InitAccessorDeclaration);
        var setter = set is null ? "" : set.Modifiers.Any() ? $" {set.Modifiers} {set.Keyword}" : " " + set.Keyword;
        var body = type.Keyword == "interface" ? setter.Length > 0 ? "get;" + setter + ";" : "get;" : setter.Length > 0 ? $"get => throw null!;{setter} {{ }}" : "get => throw null!;";
        return $"{modifiers}{Type(property.Type, type, [])} {property.Identifier} {{ {body} }}";
    }

    private void AddMethod(StubType type, string id, BaseMethodDeclarationSyntax method)
    {
        var open = id.IndexOf('(', StringComparison.Ordinal);
        var types = open < 0 ? [] : DocIdType.ParseList(id[(open + 1)..id.LastIndexOf(')')]);
        var parameters = method.ParameterList.Parameters;
        if (types.Length != parameters.Count)
        {
            Skipped[id] = "id and signature have different numbers of parameters";
            return;
        }

        var generics = (method as MethodDeclarationSyntax)?.TypeParameterList?.Parameters.Select(parameter => parameter.Identifier.Text).ToImmutableArray() ?? [];
        var list = string.Join(", ", parameters.Select((parameter, index) => Parameter(parameter, types[index], generics)));
        if (parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true)
            type.IsStatic = true;
        if (method is ConstructorDeclarationSyntax)
        {
            type.HasConstructor |= parameters.Count == 0;
            type.HasOtherConstructor |= parameters.Count > 0;
            type.Members[id] = $"{Modifiers(type, method.Modifiers)}{type.SimpleName}({list}) {{ }}";
            return;
        }

        if (method is not MethodDeclarationSyntax ordinary)
        {
            Skipped[id] = "an operator";
            return;
        }

        var names = generics.IsEmpty ? "" : "<" + string.Join(", ", generics) + ">";
        var constraints = string.Concat(ordinary.ConstraintClauses.Select(clause => " " + clause));
        var body = type.Keyword == "interface" ? ";" : " => throw null!;";
        type.Members[id] = $"{Modifiers(type, method.Modifiers)}{Type(ordinary.ReturnType, type, generics)} {ordinary.Identifier}{names}({list}){constraints}{body}";
    }

    private static string Modifiers(StubType type, SyntaxTokenList modifiers)
    {
        if (type.Keyword == "interface")
            return "";
        var kept = modifiers.Where(modifier => modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.ProtectedKeyword).Select(modifier => modifier.Text + " ");
        var text = string.Concat(kept);
        return text.Contains("protected") ? text : "public " + text;
    }

    private string Parameter(ParameterSyntax parameter, DocIdType type, ImmutableArray<string> generics)
    {
        var modifiers = string.Concat(parameter.Modifiers.Select(modifier => modifier.Text + " "));
        var nullable = parameter.Type is NullableTypeSyntax && type.Name != "System.Nullable" ? "?" : "";
        var value = parameter.Default is null ? "" : " = " + (parameter.Default.Value is LiteralExpressionSyntax literal && !literal.IsKind(SyntaxKind.NullLiteralExpression) ? literal.ToString() : "default!");
        return $"{modifiers}{Type(type, generics)}{nullable} {parameter.Identifier}{value}";
    }

    private string Type(DocIdType type, ImmutableArray<string> generics)
    {
        if (type.Name.StartsWith("``", StringComparison.Ordinal))
            return generics[int.Parse(type.Name.AsSpan(2), CultureInfo.InvariantCulture)] + type.Suffix;
        var name = Mention(type.Name, type.Arguments.Length);
        if (type is { Name: "System.Nullable", Arguments: [var value] } && !IsKnown(value.Name, 0) && !_types.ContainsKey(value.Name))
            _types[value.Name] = new StubType(value.Name) { Keyword = "struct" };
        return (type.Arguments.IsEmpty ? name : $"{name}<{string.Join(", ", type.Arguments.Select(argument => Type(argument, generics)))}>") + type.Suffix;
    }

    private string Type(TypeSyntax type, StubType container, ImmutableArray<string> generics) => type switch
    {
        PredefinedTypeSyntax => type.ToString(),
        NullableTypeSyntax nullable => Type(nullable.ElementType, container, generics) + "?",
        ArrayTypeSyntax array => Type(array.ElementType, container, generics) + string.Concat(array.RankSpecifiers),
        TupleTypeSyntax tuple => $"({string.Join(", ", tuple.Elements.Select(element => Type(element.Type, container, generics) + " " + element.Identifier))})",
        IdentifierNameSyntax name when generics.Contains(name.Identifier.Text) => name.Identifier.Text,
        NameSyntax name => Named(name, container, generics),
        _ => type.ToString(),
    };

    private string Named(NameSyntax name, StubType container, ImmutableArray<string> generics)
    {
        var arguments = name.DescendantNodesAndSelf(node => node is not TypeArgumentListSyntax).OfType<GenericNameSyntax>().FirstOrDefault()?.TypeArgumentList.Arguments ?? [];
        var plain = Regex.Replace(name.ToString(), "<.*>", "");
        var full = plain.Contains('.') ? plain : Resolve(plain, arguments.Count, container);
        var text = Mention(full, arguments.Count);
        return arguments.Count == 0 ? text : $"{text}<{string.Join(", ", arguments.Select(argument => Type(argument, container, generics)))}>";
    }

    private string Resolve(string name, int arity, StubType container)
    {
        var own = NamespaceOf(container.Name) + "." + name;
        if (_types.ContainsKey(own) || IsKnown(own, arity))
            return own;
        return ImpliedNamespaces.Select(prefix => prefix + "." + name).FirstOrDefault(full => IsKnown(full, arity))
            ?? _types.Keys.FirstOrDefault(full => full.EndsWith("." + name, StringComparison.Ordinal))
            ?? own;
    }

    /// <summary>The full name as C# text; declares the type when nobody else does.</summary>
    private string Mention(string name, int arity)
    {
        if (!IsKnown(name, arity) && !_types.ContainsKey(name))
            _types[name] = new StubType(name) { Arity = arity };
        return "global::" + name;
    }

    private bool IsKnown(string name, int arity)
    {
        if (_known.TryGetValue((name, arity), out var known))
            return known;
        var metadataName = arity == 0 ? name : name + "`" + arity.ToString(CultureInfo.InvariantCulture);
        while (true)
        {
            known = !_latest.GetTypesByMetadataName(metadataName).IsEmpty;
            var dot = metadataName.LastIndexOf('.');
            if (known || dot < 0)
                return _known[(name, arity)] = known;
            metadataName = metadataName[..dot] + "+" + metadataName[(dot + 1)..];
        }
    }

    private static string ContainingType(Fact fact)
    {
        var id = fact.DocId!;
        if (id.StartsWith("T:", StringComparison.Ordinal))
            return id[2..];
        var open = id.IndexOf('(', StringComparison.Ordinal);
        var name = open < 0 ? id[2..] : id[2..open];
        return name[..name.LastIndexOf('.')];
    }

    private static string NamespaceOf(string name) => name[..Math.Max(0, name.LastIndexOf('.'))];

    private string Write()
    {
        var text = new StringBuilder("#nullable enable\n");
        foreach (var type in _types.Values.Where(type => !_types.ContainsKey(NamespaceOf(type.Name))))
        {
            var space = NamespaceOf(type.Name);
            text.Append(space.Length > 0 ? $"namespace {space}\n{{\n" : "");
            Write(type, text);
            text.Append(space.Length > 0 ? "}\n" : "");
        }

        return text.ToString();
    }

    private void Write(StubType type, StringBuilder text)
    {
        var generics = type.Arity == 0 ? "" : "<" + string.Join(", ", Enumerable.Range(1, type.Arity).Select(index => "T" + index)) + ">";
        if (type.Keyword == "delegate")
        {
            text.Append(CultureInfo.InvariantCulture, $"public delegate void {type.SimpleName}{generics}();\n");
            return;
        }

        var modifiers = type.IsStatic && !type.Modifiers.Contains("static") ? "static " : type.Modifiers;
        var heritage = type.Base is null || _droppedBases.Contains(type.Name) ? "" : " : " + type.Base;
        text.Append(CultureInfo.InvariantCulture, $"public {modifiers}{(type.Keyword is "class" or "struct" or "interface" ? "partial " : "")}{type.Keyword} {type.SimpleName}{generics}{heritage} // T:{type.Name}\n{{\n");
        if (type is { Keyword: "class", HasOtherConstructor: true, HasConstructor: false })
            text.Append(CultureInfo.InvariantCulture, $"{(modifiers.Contains("sealed") ? "private" : "protected")} {type.SimpleName}() {{ }}\n");
        foreach (var (id, member) in type.Members)
            text.Append(CultureInfo.InvariantCulture, $"{member} // {id}\n");
        foreach (var nested in _types.Values.Where(other => NamespaceOf(other.Name) == type.Name))
            Write(nested, text);
        text.Append("}\n");
    }

    private sealed class StubType(string name)
    {
        public string Name { get; } = name;

        public string SimpleName { get; } = name[(name.LastIndexOf('.') + 1)..];

        public int Arity { get; init; }

        public string Keyword { get; set; } = "class";

        public string Modifiers { get; set; } = "";

        public string? Base { get; set; }

        public bool IsStatic { get; set; }

        public bool HasConstructor { get; set; }

        public bool HasOtherConstructor { get; set; }

        public SortedDictionary<string, string> Members { get; } = new(StringComparer.Ordinal);
    }
}

file static class SyntaxErrors
{
    public static bool ContainsDiagnosticsOfError(this SyntaxNode node) => node.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
