using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Cli.Signatures;

/// <summary>Writes the declarations of members into their types.</summary>
/// <param name="types">Where the names of types come from.</param>
/// <param name="signatures">What the facts say of a member.</param>
/// <param name="skipped">Takes what cannot be declared, by documentation comment id.</param>
internal sealed class StubMembers(StubTypes types, FactSignatures signatures, SortedDictionary<string, string> skipped)
{
    public void Add(StubType type, Fact fact)
    {
        var id = fact.DocId!;
        var signature = signatures.Complete(fact);
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
            skipped[id] = "the signature does not parse: " + signature;
        else if (member is PropertyDeclarationSyntax property)
            type.Members[id] = Property(type, property);
        else if (member is BaseMethodDeclarationSyntax method)
            AddMethod(type, id, method);
        else
            skipped[id] = "neither method nor property: " + signature;
    }

    private static MemberDeclarationSyntax? Parse(string signature, StubType type)
    {
        var text = Regex.Replace(signature, @"\b(override|abstract|virtual|async|new|sealed|unsafe|extern|readonly) (?=\S+ \S)", "");
        text = Regex.Replace(text, @"\bparams(?=[,)])", "@params");
        if (!text.Contains('{'))
            text += ";";
        var declared = SyntaxFactory.ParseCompilationUnit($"class {type.SimpleName} {{ {text} }}").Members.OfType<TypeDeclarationSyntax>().FirstOrDefault();
        return declared is { Members: [var member] } && !declared.GetDiagnostics().Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? member : null;
    }

    private string Property(StubType type, PropertyDeclarationSyntax property)
    {
        var modifiers = Modifiers(type, property.Modifiers);
        var set = property.AccessorList!.Accessors.FirstOrDefault(accessor => accessor.Kind() is SyntaxKind.SetAccessorDeclaration or SyntaxKind.InitAccessorDeclaration);
        var setter = set is null ? "" : set.Modifiers.Any() ? $" {set.Modifiers} {set.Keyword}" : " " + set.Keyword;
        var body = type.Keyword == "interface" ? setter.Length > 0 ? "get;" + setter + ";" : "get;" : setter.Length > 0 ? $"get => throw null!;{setter} {{ }}" : "get => throw null!;";
        return $"{modifiers}{types.Type(property.Type, type, [])} {property.Identifier} {{ {body} }}";
    }

    private void AddMethod(StubType type, string id, BaseMethodDeclarationSyntax method)
    {
        var open = id.IndexOf('(', StringComparison.Ordinal);
        var given = open < 0 ? [] : DocIdType.ParseList(id[(open + 1)..id.LastIndexOf(')')]);
        var parameters = method.ParameterList.Parameters;
        if (given.Length != parameters.Count)
        {
            skipped[id] = "id and signature have different numbers of parameters";
            return;
        }

        var generics = (method as MethodDeclarationSyntax)?.TypeParameterList?.Parameters.Select(parameter => parameter.Identifier.Text).ToImmutableArray() ?? [];
        var list = string.Join(", ", parameters.Select((parameter, index) => Parameter(parameter, given[index], generics)));
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
            skipped[id] = "an operator";
            return;
        }

        var names = generics.IsEmpty ? "" : "<" + string.Join(", ", generics) + ">";
        var constraints = string.Concat(ordinary.ConstraintClauses.Select(clause => " " + clause));
        var body = type.Keyword == "interface" ? ";" : " => throw null!;";
        type.Members[id] = $"{Modifiers(type, method.Modifiers)}{types.Type(ordinary.ReturnType, type, generics)} {ordinary.Identifier}{names}({list}){constraints}{body}";
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
        return $"{modifiers}{types.Type(type, generics)}{nullable} {parameter.Identifier}{value}";
    }
}
