using System;
using System.Collections.Generic;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules;

/// <summary>The types of which a program has one object for all: those that it registers so, by name.</summary>
internal sealed class SingletonTypes
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private SingletonTypes(AiCatalog catalog, Compilation sources, CancellationToken cancellationToken)
    {
        foreach (var tree in sources.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes(static node => node is not TypeSyntax))
            {
                if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } call && IsRegistration(name.Identifier.ValueText, catalog))
                    Add(name, call);
            }
        }
    }

    public static bool Contains(AiCompilation compilation, Compilation sources, string typeName, CancellationToken cancellationToken) =>
        compilation.Once(() => new SingletonTypes(compilation.Symbols.Catalog, sources, cancellationToken))._names.Contains(typeName);

    public static bool IsRegistration(string name, AiCatalog catalog)
    {
        foreach (var row in catalog.Index.Members(name))
        {
            if (row.Role == Role.Singleton)
                return true;
        }

        return false;
    }

    private void Add(SimpleNameSyntax name, InvocationExpressionSyntax call)
    {
        if (name is GenericNameSyntax { TypeArgumentList.Arguments: var types })
        {
            foreach (var type in types)
                AddType(type);
        }

        foreach (var argument in call.ArgumentList.Arguments)
        {
            foreach (var node in argument.Expression.DescendantNodesAndSelf())
            {
                if (node is ObjectCreationExpressionSyntax creation)
                    AddType(creation.Type);
                if (node is TypeOfExpressionSyntax typeOf)
                    AddType(typeOf.Type);
            }
        }
    }

    private void AddType(TypeSyntax type)
    {
        switch (type)
        {
            case SimpleNameSyntax simple:
                _names.Add(simple.Identifier.ValueText);
                break;
            case QualifiedNameSyntax qualified:
                _names.Add(qualified.Right.Identifier.ValueText);
                break;
        }
    }
}
