using System.Collections.Generic;

namespace AiSecurity.Analyzers.Flow.Graph;

/// <summary>The bodies that a call of a named method can mean.</summary>
internal sealed class CallTargets(FlowBodies bodies, FlowCompilation compilation)
{
    private readonly Decorators _decorators = new(compilation);
    private readonly RequestHandlers _handlers = new(bodies, compilation);

    /// <param name="call">The call, which has a callee.</param>
    /// <param name="caller">The body that it stands in.</param>
    public IEnumerable<FlowFacts> Of(CallFact call, FlowFacts caller) =>
        call.Request is { } request ? _handlers.Of(request) : _decorators.Meant(call, caller, bodies.Of(call.Callee!));
}
