using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>Where values come into the program: members that read them, and parameters that callers outside fill.</summary>
internal static class FlowSources
{
    public static IEnumerable<(FlowNode Node, Origins Origins)> Of(IReadOnlyCollection<FlowFacts> bodies, FlowGraph graph, AiSymbols symbols)
    {
        foreach (var source in graph.Sources())
            yield return (source, source.Origins);

        foreach (var body in bodies)
        {
            foreach (var parameter in body.Owner.Parameters)
            {
                if (EntryPoints.OriginsOf(parameter, symbols) is var origins and not Origins.None)
                    yield return (new FlowNode(FlowNodeKind.Parameter, parameter), origins);
            }

            foreach (var (handler, origins) in body.Handlers)
            {
                foreach (var parameter in handler.Parameters)
                {
                    if (EntryPoints.IsFilledByCaller(parameter))
                        yield return (new FlowNode(FlowNodeKind.Parameter, parameter), origins);
                }
            }
        }
    }
}
