using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>What tools change.</summary>
internal sealed class ToolEffects(ProjectView view)
{
    private readonly SideEffectReach _reach = new(view);
    private readonly SideEffectReach _databases = new(view, static kind => kind == "sql");
    private readonly SideEffectReach _besides = new(view, static kind => kind is not ("sql" or "file"));
    private readonly SideEffectReach _others = new(view, static kind => kind != "process");
    private readonly HumanDecision _decision = new(view);
    private readonly ConstantCall _constants = new(view);
    private readonly ModelReach _asks = new(view, static row => row.Role == Role.ModelCall);

    /// <summary>The kind of the change, and where; null when a tool changes nothing.</summary>
    public (string Kind, SyntaxNode Site)? Of(ToolSite tool)
    {
        if (tool.Effect is { } own)
            return (own, tool.Node);
        // Where one choice asks by itself, what is around it asks for that one.
        if (tool.Around.Any(_decision.IsTakenIn) && !tool.Others.Append(tool.Handler!).Any(_decision.IsTakenIn))
            return null;

        var effect = _reach.From(tool.Handler!);
        if (effect is { Kind: "process" } && _constants.IsProcessBehind(tool.Handler!))
            effect = _others.From(tool.Handler!);
        return effect is { Kind: "sql" or "file" } && HoldsConversation(tool) ? _besides.From(tool.Handler!) : effect;
    }

    /// <summary>
    /// A function with an attribute that asks the model by itself and writes to a database keeps there what was said, or in a file that stands for the database:
    /// it is a step of the application, which hands it to its own kernel.
    /// </summary>
    private bool HoldsConversation(ToolSite tool) => tool.Row.Member[0] == 'T' && _asks.From(tool.Handler!) && _databases.From(tool.Handler!) is not null;
}
