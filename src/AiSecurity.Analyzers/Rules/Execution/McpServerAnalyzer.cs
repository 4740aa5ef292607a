using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access;
using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Rules.Execution.McpServers;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>AISEC311: MCP servers that others can change, and all of whose tools are offered.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class McpServerAnalyzer() : AiRule(ExecutionRules.McpServer)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.McpServer && !new DevelopmentGuard(file.Compilation.Symbols, file.Model, file.CancellationToken).Covers(site.Node))
                    Look(site, row, file);
            }
        }
    }

    private static void Look(CallSite site, CatalogRow row, AiFile file)
    {
        if (row["kind"] == "command")
        {
            LookAtCommand(site, row, file);
            return;
        }

        if (WrittenSetting.At(site, row, file) is { } address)
            LookAtAddress(address.Value, file);
        if (row["kind"] == "tools" && !NamesTools(site, row["unless"]!, file))
            Report(file, NameOf(site.Node), DiagnosticSeverity.Info, $"'{site.Member.Name.Replace(".ctor", site.Member.ContainingType.Name)}' offers a model every tool that the server has, now and later", $"list the ones that the task needs in '{row["unless"]}'");
    }

    private static void LookAtAddress(ExpressionSyntax value, AiFile file)
    {
        if (file.Model.OperationOf(value, file.CancellationToken) is not { } operation)
            return;

        var trace = new ValueTrace(file.Model, file.CancellationToken);
        foreach (var source in trace.SourcesOf(operation))
        {
            foreach (var piece in ConstantText.Of(Endpoint.Inner(source) ?? source, trace, file.CancellationToken).Pieces)
            {
                // Of the hosts of AI services AISEC110 says it.
                if (piece.Text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && piece.Text.IndexOfAny(['<', '{', ' ']) < 0 && file.Compilation.Symbols.Catalog.Hosts.Classify(piece.Text) == HostKind.Unknown)
                    Report(file, piece.Node.SyntaxTree == file.Model.SyntaxTree ? piece.Node : value, DiagnosticSeverity.Warning, "The address of an MCP server begins with 'http://', so that anybody on the way can read and change what a model is told", "begin it with 'https://'");
            }
        }
    }

    private static void LookAtCommand(CallSite site, CatalogRow row, AiFile file)
    {
        if (site.Node is not AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer, Right: var command } || TextOf(command, file) is not { } program)
            return;

        foreach (var member in initializer.Expressions)
        {
            if (member is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name }, Right: var list } || name != row["as"])
                continue;
            List<(string? Text, ExpressionSyntax Place)> arguments = [.. new WrittenSetting(member, list, name).Elements().Select(element => (TextOf(element, file), element))];
            if (LaunchedPackage.Of(program, arguments) is { } package)
                Report(file, package.Place, DiagnosticSeverity.Warning, $"'{package.Name}' is fetched and run as an MCP server in whatever version is there at the time", "name the version that was looked at");
        }
    }

    private static string? TextOf(ExpressionSyntax value, AiFile file)
    {
        if (file.Model.GetConstantValue(value, file.CancellationToken) is { HasValue: true, Value: string text })
            return text;

        // OperatingSystem.IsWindows() ? "npx.cmd" : "npx"
        return value is ConditionalExpressionSyntax { WhenFalse: var other } && file.Model.GetConstantValue(other, file.CancellationToken) is { HasValue: true, Value: string chosen } ? chosen : null;
    }

    /// <summary>In the call itself, in its initializer, or by the code around it.</summary>
    private static bool NamesTools(CallSite site, string name, AiFile file)
    {
        if (site.Member is IMethodSymbol method && method.Parameters.Any(parameter => parameter.Name == name))
        {
            return file.Model.OperationOf(site.Node, file.CancellationToken) is { } operation
                && new SinkArguments(file.Model, file.CancellationToken).Find(operation, site.Member, new CatalogSlot(name, null, null)) is { Syntax.Expression: var given } && file.Model.GetConstantValue(given, file.CancellationToken) is not { HasValue: true, Value: null };
        }

        var around = (SyntaxNode?)site.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? site.Node.SyntaxTree.GetRoot(file.CancellationToken);
        return around.DescendantNodes().Any(node => node is IdentifierNameSyntax { Identifier.ValueText: var used } && used == name);
    }

    private static SyntaxNode NameOf(SyntaxNode site) => site switch
    {
        ObjectCreationExpressionSyntax creation => creation.Type,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        _ => site,
    };

    private static void Report(AiFile file, SyntaxNode node, DiagnosticSeverity severity, string problem, string advice) =>
        file.Report(Diagnostic.Create(ExecutionRules.McpServer, node.GetLocation(), severity, null, ControlTags.Of(ExecutionRules.McpServer), problem, advice));
}
