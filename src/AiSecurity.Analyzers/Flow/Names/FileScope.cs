using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>The namespaces that a file names: an SDK that it does not name it does not speak to.</summary>
internal sealed class FileScope
{
    private readonly HashSet<string> _spaces;
    private readonly Dictionary<string, bool> _known = [];

    public FileScope(CompilationUnitSyntax root, ImmutableHashSet<string> globals)
    {
        _spaces = [.. globals];
        foreach (var directive in root.Usings)
            Add(directive);
        foreach (var member in root.Members)
        {
            if (member is not BaseNamespaceDeclarationSyntax space)
                continue;
            _spaces.Add(space.Name.ToString());
            foreach (var directive in space.Usings)
                Add(directive);
        }
    }

    /// <summary>The namespaces of global usings.</summary>
    public static void AddGlobals(CompilationUnitSyntax root, ImmutableHashSet<string>.Builder globals)
    {
        foreach (var directive in root.Usings)
        {
            if (directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
                globals.Add(Target(directive));
        }
    }

    /// <param name="meanings">What the name can mean.</param>
    /// <param name="arguments">How many arguments stand there; -1 for any.</param>
    /// <param name="words">The last words of the names in the file.</param>
    public NameKind Of(ImmutableArray<NameMeaning> meanings, int arguments, HashSet<string> words)
    {
        var kinds = NameKind.None;
        foreach (var meaning in meanings)
        {
            if ((kinds & meaning.Kind) != meaning.Kind && !(meaning.NeedsArgument && arguments == 0) && (meaning.Namespace is null || Names(meaning.Namespace)) && (meaning.TypeWord is null || words.Contains(meaning.TypeWord)))
                kinds |= meaning.Kind;
        }

        return kinds;
    }

    private bool Names(string space)
    {
        if (_known.TryGetValue(space, out var known))
            return known;

        var isNamed = false;
        // Databases: each provider has a namespace of its own, and the members of the base types in System.Data.
        var isData = space.StartsWith("System.Data", StringComparison.Ordinal);
        foreach (var name in _spaces)
            isNamed |= Begins(name, space) || Begins(space, name) || (isData && (name.IndexOf("Data", StringComparison.Ordinal) >= 0 || name.IndexOf("sql", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("Dapper", StringComparison.Ordinal) >= 0));
        return _known[space] = isNamed;
    }

    /// <summary>A namespace that a qualified name says.</summary>
    public void Add(string space) => _spaces.Add(WithoutAlias(space));

    private void Add(UsingDirectiveSyntax directive) => _spaces.Add(Target(directive));

    private static string Target(UsingDirectiveSyntax directive) => WithoutAlias(directive.NamespaceOrType.ToString());

    /// <summary>Generated code says <c>global::System</c>.</summary>
    private static string WithoutAlias(string name) => name.StartsWith("global::", StringComparison.Ordinal) ? name.Substring("global::".Length) : name;

    private static bool Begins(string name, string start) =>
        name.StartsWith(start, StringComparison.Ordinal) && (name.Length == start.Length || (start.IndexOf('.') > 0 && name[start.Length] == '.'));
}
