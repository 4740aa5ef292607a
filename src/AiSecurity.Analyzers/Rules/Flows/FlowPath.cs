using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Graph;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules.Flows;

/// <summary>The way that texts take, as additional locations: those that the project has written itself.</summary>
internal sealed class FlowPath(Compilation sources)
{
    /// <summary>Sources whose way is shown.</summary>
    private const int MaxSources = 3;

    /// <summary>The way of the first source step by step, then where further ones come in.</summary>
    public List<Location> Of(FlowRule rule, List<FlowArrival> arrivals, out int steps)
    {
        steps = Math.Min(arrivals[0].Steps.Count + 1, FlowPlace.MaxSteps);
        if (rule.IsAtSource)
            return [.. arrivals.Select(static arrival => Location.Create(arrival.Sink.Call.SyntaxTree, FlowPlace.Shown(arrival.Sink.Call))).Where(IsShown).Distinct().Take(MaxSources)];

        var path = new List<Location>();
        if (FlowPlace.LocationOf(arrivals[0].Source) is { } start)
            path.Add(start);
        foreach (var step in arrivals[0].Steps.Take(FlowPlace.MaxSteps - 1))
            path.Add(Location.Create(step.SyntaxTree, FlowPlace.Shown(step)));
        path.RemoveAll(location => !IsShown(location));
        steps = path.Count;
        path.AddRange(arrivals.Skip(1).Select(static arrival => FlowPlace.LocationOf(arrival.Source)).OfType<Location>().Distinct().Where(location => IsShown(location) && !path.Contains(location)).Take(MaxSources - 1).ToList());
        return path;
    }

    private bool IsShown(Location location) => location.SourceTree is { } tree && sources.ContainsSyntaxTree(tree) && RazorFile.IsWritten(location);
}
