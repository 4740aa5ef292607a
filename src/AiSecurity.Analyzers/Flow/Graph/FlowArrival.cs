using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Graph;

/// <summary>A value of some origin that arrives at a place, with the guards that every step of one way has given it.</summary>
/// <param name="Sink">The place.</param>
/// <param name="At">The node under which the place's own body knows the value.</param>
/// <param name="Source">The node where it comes into the program.</param>
/// <param name="Origins">Its origins.</param>
/// <param name="Guards">What it has passed on this way.</param>
/// <param name="Steps">The calls on the way, from the source on.</param>
internal sealed record FlowArrival(SinkFact Sink, FlowNode At, FlowNode Source, Origins Origins, Guards Guards, IReadOnlyList<SyntaxNode> Steps);
