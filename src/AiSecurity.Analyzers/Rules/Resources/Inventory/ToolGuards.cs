using System;
using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Execution.Tools;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>What stands between a model and what a tool does.</summary>
internal sealed class ToolGuards(AiFile file, ProjectView view)
{
    private readonly ApprovedTool _approved = new(view);

    public IEnumerable<string> Of(ToolSite tool)
    {
        if (_approved.Is(tool) || Gates().Guard(tool))
            yield return GuardName.Approval;
        if (DeclarationOf(tool.Handler) is not { } code)
            yield break;

        foreach (var site in file.Scan.CallSites)
        {
            if (!code.Span.Contains(site.Node.Span))
                continue;
            foreach (var row in site.Rows)
            {
                if (NameOf(row) is { } guard)
                    yield return guard;
            }
        }
    }

    private static string? NameOf(CatalogRow row) => (row.Role, row["guards"]) switch
    {
        (Role.Shield, "screened") => GuardName.ContentSafety,
        (Role.Shield, _) => GuardName.PromptShield,
        (Role.Guard or Role.Sanitizer, { } guards) when Array.IndexOf(guards.Split(','), "sandbox") >= 0 => GuardName.Sandbox,
        _ => null,
    };

    /// <summary>Filters hold for the tools of all files.</summary>
    private ToolGates Gates() => file.Compilation.Once(() => new ToolGates(ProjectView.OfFiles(file.Compilation, file.Model.Compilation, [.. file.Model.Compilation.SyntaxTrees], file.CancellationToken)));

    /// <summary>The code of a tool in this file.</summary>
    private SyntaxNode? DeclarationOf(SyntaxNode? handler)
    {
        if (handler is null || file.Model.GetSymbolInfo(handler, file.CancellationToken).Symbol is not IMethodSymbol { DeclaringSyntaxReferences: { Length: > 0 } references })
            return handler;

        var declared = references[0].GetSyntax(file.CancellationToken);
        return declared.SyntaxTree == file.Model.SyntaxTree ? declared : null;
    }
}
