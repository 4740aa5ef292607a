using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>What a type's members hand out: a caller can use it without ever naming its type.</summary>
internal static class HandedOut
{
    /// <summary>The type of whose members one has a name in its result; null for every other name.</summary>
    public static string? By(SimpleNameSyntax name)
    {
        SyntaxNode part = name;
        while (part.Parent is TypeSyntax or TypeArgumentListSyntax or TupleElementSyntax)
            part = part.Parent;

        return part.Parent switch
        {
            MethodDeclarationSyntax method when method.ReturnType == part => BodyDeclaration.TypeOf(method),
            BasePropertyDeclarationSyntax property when property.Type == part => BodyDeclaration.TypeOf(property),
            _ => null,
        };
    }
}
