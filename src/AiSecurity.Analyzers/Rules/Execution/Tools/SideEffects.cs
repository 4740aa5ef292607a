using System;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>What a call changes outside the process.</summary>
internal sealed class SideEffects(ProjectView view)
{
    /// <summary>What the program keeps for itself is nobody's file.</summary>
    private static readonly string[] OwnPlaces = ["GetTempPath", "GetTempFileName", "GetRandomFileName", "CreateTempSubdirectory"];

    /// <summary>Whether a row is about text that is executed here; programs have rows of their own.</summary>
    public static bool RunsCode(CatalogRow row) => row.Role == Role.Sink && row["kind"] == "code" && row["program"] is null && row.Member[0] == 'M';

    /// <summary>The kind of what a call changes; null when it changes nothing.</summary>
    public string? KindOf(ISymbol called, SyntaxNode site)
    {
        foreach (var row in view.Symbols.RowsOf(called))
        {
            if (row.Role == Role.SideEffect && Changes(row, called, site))
                return row["kind"] == "query" ? "sql" : row["kind"];
            if (RunsCode(row) && !new ConstantCall(view).Is(site))
                return "code";
        }

        if (HttpVerbs.AreGiven(called, site, view))
            return "http";
        return called is IMethodSymbol method && site is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax
            && Binding.RowOf(called.Name, view.Symbols.Catalog) is { } word && Binding.Does((IMethodSymbol)called, word, view) ? word["kind"] : null;
    }

    private bool Changes(CatalogRow row, ISymbol called, SyntaxNode site)
    {
        var parameter = row["value"];
        if (parameter is not null && called is IMethodSymbol method && method.Parameters.All(candidate => candidate.Name != parameter))
            return false;

        var member = (SyntaxNode?)site.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? site;
        return row["kind"] switch
        {
            "process" => !new ConstantCall(view).IsProcess(site, member),
            "file" => !OpensToRead(parameter, site) && !new FreshFile(view).IsWrittenBy(called, site) && !member.DescendantNodes().OfType<IdentifierNameSyntax>().Any(static name => Array.IndexOf(OwnPlaces, name.Identifier.ValueText) >= 0),
            "sql" => SqlVerbs.In(member) != SqlVerb.Read && !PendingChange.IsAllIn(member),
            "query" => SqlVerbs.In(member) == SqlVerb.Write,
            "http" => HttpVerbs.Change(called.Name, member, view),
            _ => true,
        };
    }

    /// <summary><c>FileMode.Open</c>, or <c>FileAccess.Read</c>.</summary>
    private static bool OpensToRead(string? parameter, SyntaxNode site)
    {
        if (parameter != "mode")
            return false;

        var names = site.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Select(static access => access.ToString()).ToList();
        return names.Any(static name => name.EndsWith("FileAccess.Read", StringComparison.Ordinal))
            || (names.Any(static name => name.EndsWith("FileMode.Open", StringComparison.Ordinal)) && !names.Any(static name => name.Contains("FileAccess.")));
    }
}
