using System.Collections.Generic;
using System.Threading;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Flow.Graph;

/// <summary>Where values come into the program: members that read them, and parameters that callers outside fill.</summary>
internal static class FlowSources
{
    public static IEnumerable<(FlowNode Node, Origins Origins)> Of(IReadOnlyCollection<FlowFacts> bodies, FlowGraph graph, FlowCompilation compilation, AnalyzerOptions options, bool isWhole, CancellationToken cancellationToken)
    {
        foreach (var source in graph.Sources)
            yield return (source, source.Origins);

        foreach (var member in isWhole ? BoundMembers.In(bodies, cancellationToken) : [])
            yield return (FlowNode.Member(member), Origins.User);

        foreach (var body in bodies)
        {
            foreach (var parameter in body.Parameters)
            {
                var origins = EntryPoints.OriginsOf(parameter, compilation);
                if (origins == Origins.None && isWhole && IsPublicWithoutCaller(parameter, graph, compilation, options))
                    origins = Origins.User;
                if (origins != Origins.None)
                    yield return (FlowNode.Parameter(parameter), origins);
            }

            foreach (var (value, row) in body.Handlers)
            {
                foreach (var part in value.Parts)
                {
                    foreach (var handler in graph.Functions.At(part.Node))
                    {
                        foreach (var parameter in handler.Parameters)
                        {
                            if (EntryPoints.IsFilledByCaller(parameter, compilation))
                                yield return (FlowNode.Parameter(parameter), OriginNames.Parse(row["origin"]));
                        }
                    }
                }
            }
        }
    }

    /// <summary>A parameter that anybody may fill, for projects that say so.</summary>
    private static bool IsPublicWithoutCaller(IParameterSymbol parameter, FlowGraph graph, FlowCompilation compilation, AnalyzerOptions options)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary, ContainingType.DeclaredAccessibility: Accessibility.Public } method)
            return false;
        return method.DeclaringSyntaxReferences is { Length: > 0 } references
            && AiOptions.PublicParameters.Read(options, references[0].SyntaxTree, Descriptors.RuleIds.UnshieldedInput) == "untrusted"
            && compilation.DataTypes.IsText(parameter.Type) && !graph.IsCalled(method.OriginalDefinition);
    }
}
