using System.Globalization;
using System.Text;

namespace AiSecurity.Cli.Signatures;

/// <summary>Types as a file of source code; behind each member stands the id that it was made of.</summary>
/// <param name="types">What to write.</param>
/// <param name="isWithoutBase">Whether the base of a type is left out.</param>
internal sealed class StubText(StubTypes types, Func<string, bool> isWithoutBase)
{
    public string Write()
    {
        var text = new StringBuilder("#nullable enable\n");
        foreach (var type in types.All.Values.Where(type => !types.All.ContainsKey(StubTypes.NamespaceOf(type.Name))))
        {
            var space = StubTypes.NamespaceOf(type.Name);
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
        var heritage = type.Base is null || isWithoutBase(type.Name) ? "" : " : " + type.Base;
        text.Append(CultureInfo.InvariantCulture, $"public {modifiers}{(type.Keyword is "class" or "struct" or "interface" ? "partial " : "")}{type.Keyword} {type.SimpleName}{generics}{heritage} // T:{type.Name}\n{{\n");
        if (type is { Keyword: "class", HasOtherConstructor: true, HasConstructor: false })
            text.Append(CultureInfo.InvariantCulture, $"{(modifiers.Contains("sealed") ? "private" : "protected")} {type.SimpleName}() {{ }}\n");
        foreach (var (id, member) in type.Members)
            text.Append(CultureInfo.InvariantCulture, $"{member} // {id}\n");
        foreach (var nested in types.All.Values.Where(other => StubTypes.NamespaceOf(other.Name) == type.Name))
            Write(nested, text);
        text.Append("}\n");
    }
}
