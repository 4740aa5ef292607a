using System;
using System.Collections.Generic;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules;

/// <summary>Whether a project runs as a service, unattended, and not in front of a person. By its SDK; else by the names that its code uses.</summary>
internal sealed class ServerProject
{
    private readonly bool _is;

    private ServerProject(bool isServer) => _is = isServer;

    public static bool Is(AiCompilation compilation, Compilation sources, CancellationToken cancellationToken) =>
        compilation.Once(() => new ServerProject(AiOptions.IsServerProject(compilation.Options) || IsByCode(compilation.Symbols, sources, cancellationToken)))._is;

    private static bool IsByCode(AiSymbols symbols, Compilation sources, CancellationToken cancellationToken)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in sources.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes(static node => node is not TypeSyntax))
            {
                if (KindOf(node, symbols) is not { } kind)
                    continue;
                if (kind == "web")
                    return true;
                kinds.Add(kind);
            }
        }

        return kinds.Contains("host") && kinds.Contains("run") && !kinds.Contains("terminal");
    }

    private static string? KindOf(SyntaxNode node, AiSymbols symbols) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call => OfMember(access, call, symbols),
        ObjectCreationExpressionSyntax creation => OfType(SimpleName(creation.Type), symbols, isCreated: true),
        BaseTypeSyntax declared => OfType(SimpleName(declared.Type), symbols, isCreated: false),
        AttributeSyntax attribute => OfType(SimpleName(attribute.Name), symbols, isCreated: false) ?? OfType(SimpleName(attribute.Name) + nameof(Attribute), symbols, isCreated: false),
        _ => null,
    };

    private static string? OfMember(MemberAccessExpressionSyntax access, InvocationExpressionSyntax call, AiSymbols symbols)
    {
        foreach (var row in symbols.Catalog.Index.Members(access.Name.Identifier.ValueText))
        {
            if (row.Role == Role.Server && (row.SimpleTypeName == SimpleName(access.Expression) || MayExtend(row, access, call))
                && (row["kind"] == "terminal" || symbols.FindType(row.TypeName) is not null))
                return row["kind"];
        }

        return null;
    }

    /// <summary>Extension methods are called on something else than their own type. A host runs without arguments, an agent with some.</summary>
    private static bool MayExtend(CatalogRow row, MemberAccessExpressionSyntax access, InvocationExpressionSyntax call) =>
        row.SimpleTypeName.EndsWith("Extensions", StringComparison.Ordinal) && (call.ArgumentList.Arguments.Count == 0 || access.Name.Identifier.ValueText.StartsWith("Add", StringComparison.Ordinal));

    private static string? OfType(string? name, AiSymbols symbols, bool isCreated)
    {
        if (name is null)
            return null;

        foreach (var row in isCreated ? symbols.Catalog.Index.Constructors(name) : symbols.Catalog.Index.Types(name))
        {
            if (row.Role == Role.Server && symbols.FindType(row.TypeName) is not null)
                return row["kind"];
        }

        return null;
    }

    private static string? SimpleName(SyntaxNode node) => node switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
