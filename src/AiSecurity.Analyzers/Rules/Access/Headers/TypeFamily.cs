using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Headers;

/// <summary>The declarations of the types that derive from a name, over all files of a compilation: by syntax alone, and made once.</summary>
internal sealed class TypeFamily
{
    private readonly Dictionary<string, List<TypeDeclarationSyntax>> _derived = [];

    public TypeFamily(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            {
                if (node is not TypeDeclarationSyntax { BaseList: { } bases } type)
                    continue;
                foreach (var inherited in bases.Types)
                {
                    if (NameOf(inherited.Type) is not { } name)
                        continue;
                    if (!_derived.TryGetValue(name, out var types))
                        _derived.Add(name, types = []);
                    types.Add(type);
                }
            }
        }
    }

    public IReadOnlyList<TypeDeclarationSyntax> DerivedFrom(string name) => _derived.TryGetValue(name, out var types) ? types : [];

    private static string? NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        _ => null,
    };
}
