using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.McpServers;

/// <summary>Servers of which a model is offered only tools that read, by what they are called: <c>AllowedTools = ["docs_search"]</c>.</summary>
internal static class ReadingTools
{
    private static readonly HashSet<string> Reading = ["search", "find", "get", "list", "read", "fetch", "query", "lookup", "describe", "view", "show"];
    private static readonly HashSet<string> Changing = ["add", "apply", "approve", "cancel", "close", "commit", "create", "delete", "deploy", "drop", "execute", "insert", "merge", "post", "publish", "push", "put", "remove", "run", "send", "set", "start", "stop", "update", "upload", "upsert", "write"];

    /// <summary>Whether the list beside a setting names such tools and no others.</summary>
    /// <param name="setting">The assignment of the setting.</param>
    /// <param name="list">The property that takes the names.</param>
    /// <param name="file">The file.</param>
    public static bool AreAll(SyntaxNode setting, string list, AiFile file)
    {
        var beside = (setting.Parent as InitializerExpressionSyntax)?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(member => member.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == list)?.Right;
        // What a spread brings along has names of its own.
        if (beside is null || beside.DescendantNodesAndSelf().Any(static node => node.IsKind(SyntaxKind.SpreadElement)))
            return false;

        var names = new WrittenSetting(beside, beside, list).Elements().ToList();
        return names.Count > 0 && names.TrueForAll(name => file.Model.GetConstantValue(name, file.CancellationToken) is { HasValue: true, Value: string text } && Reads(text));
    }

    private static bool Reads(string name) => AiNames.WordsOf(name) is var words && words.Exists(Reading.Contains) && !words.Exists(Changing.Contains);
}
