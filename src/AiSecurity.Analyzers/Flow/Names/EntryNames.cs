using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>What the attributes and base types of a method say about who calls it, by their names.</summary>
internal sealed class EntryNames(NameKinds names)
{
    /// <summary>Who fills the parameters of a method: by its own attributes, those of its parameters and type, and the base types.</summary>
    public NameKind Of(SyntaxNode body)
    {
        if (body is not MethodDeclarationSyntax method)
            return NameKind.None;

        // The command line.
        var kinds = OfAttributes(method.AttributeLists) | (method is { Identifier.ValueText: "Main", ParameterList.Parameters.Count: 1 } ? NameKind.Origin : NameKind.None);
        foreach (var parameter in method.ParameterList.Parameters)
            kinds |= OfAttributes(parameter.AttributeLists);
        return method.Parent is TypeDeclarationSyntax type ? kinds | OfType(type) : kinds;
    }

    /// <summary>Who fills the parameters of a type's methods, by its attributes and base types.</summary>
    public NameKind OfType(BaseTypeDeclarationSyntax type)
    {
        var kinds = OfAttributes(type.AttributeLists);
        foreach (var parent in type.BaseList?.Types ?? default)
            kinds |= SimpleNames.Of(parent.Type) is { } name ? names.OfBase(name) : NameKind.None;
        return kinds;
    }

    public NameKind OfAttributes(SyntaxList<AttributeListSyntax> lists)
    {
        var kinds = NameKind.None;
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
                kinds |= SimpleNames.Of(attribute.Name) is { } name ? names.OfType(name) : NameKind.None;
        }

        return kinds;
    }
}
