using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>What tools change.</summary>
internal sealed class ToolEffects(ProjectView view)
{
    private const string Database = "sql";

    private readonly SideEffectReach _reach = new(view);
    private readonly SideEffectReach _besides = new(view, Database);
    private readonly ModelReach _asks = new(view, static row => row.Role == Role.ModelCall);

    /// <summary>The kind of the change, and where; null when a tool changes nothing.</summary>
    public (string Kind, SyntaxNode Site)? Of(ToolSite tool)
    {
        if (tool.Effect is { } own)
            return (own, tool.Node);

        var effect = _reach.From(tool.Handler!);
        // A function with an attribute that holds the conversation itself keeps what was said: it is a step of the application that it hands to its own kernel.
        return effect is { Kind: Database } && tool.Row.Member[0] == 'T' && _asks.From(tool.Handler!) ? _besides.From(tool.Handler!) : effect;
    }
}
