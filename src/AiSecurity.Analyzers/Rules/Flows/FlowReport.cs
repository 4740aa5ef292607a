using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Graph;
using AiSecurity.Analyzers.Rules.Reach;
using AiSecurity.Analyzers.Rules.Requests;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Rules.Flows;

/// <summary>Makes diagnostics of what the graph finds: one a place and rule, at the place, with the way there.</summary>
/// <param name="compilation">The catalog and the options.</param>
/// <param name="sources">The project.</param>
/// <param name="flow">What the engine knows of the files that are looked at.</param>
/// <param name="pipelines">What it knows of all files, also of other projects: a shield may stand in any of them.</param>
/// <param name="reported">What was reported before.</param>
/// <param name="report">Takes what is found.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class FlowReport(
    AiCompilation compilation, Compilation sources, FlowCompilation flow, Lazy<FlowCompilation> pipelines, ConcurrentDictionary<(string Id, SyntaxTree Tree, TextSpan Span), bool> reported, Action<Diagnostic> report, CancellationToken cancellationToken)
{
    private readonly Dictionary<(FlowRule Rule, SyntaxNode Place), List<FlowArrival>> _arrivals = [];
    private readonly FlowPath _path = new(sources);
    private readonly ShieldFaults _faults = new(sources, reported, report);
    private readonly PipelineShields _shields = new(compilation, sources, pipelines, cancellationToken);
    private readonly RequestShields _requests = new(compilation, sources, pipelines, cancellationToken);

    public void Write(IReadOnlyCollection<FlowFacts> bodies, bool isWhole)
    {
        if (bodies.Count == 0)
            return;

        var graph = new FlowGraph(bodies, flow, isWhole, cancellationToken);
        HandlerAnswers.AddTo(graph, bodies, compilation.Symbols);
        var sent = new HashSet<FlowNode>();
        foreach (var (source, origins) in FlowSources.Of(bodies, graph, flow, compilation.Options, isWhole, cancellationToken))
        {
            foreach (var arrival in graph.ArrivalsOf(source, origins))
                Sort(arrival, sent);
        }

        foreach (var pair in _arrivals.OrderBy(static pair => pair.Key.Place.SpanStart))
            Write(pair.Key.Rule, pair.Key.Place, pair.Value, graph, sent, isWhole);
        _faults.Write(bodies, graph);
    }

    /// <summary>Catches of a file that know the content filter and go on.</summary>
    public void WriteSwallowed(SyntaxNode root)
    {
        foreach (var location in SwallowedFilter.In(root))
            report(Diagnostic.Create(ModelRules.UncheckedOutput, location, [], ControlTags.Of(ModelRules.UncheckedOutput), FlowPlace.FunctionAround(root.FindNode(location.SourceSpan)), "", GuardPackage.Hint("screened", compilation.Symbols)));
    }

    private void Sort(FlowArrival arrival, HashSet<FlowNode> sent)
    {
        if (arrival.Sink.Row.Role == Role.ModelCall)
            sent.Add(arrival.Source);
        foreach (var rule in FlowRule.All)
        {
            if (!rule.Concerns(arrival) || (rule.Descriptor.Id == RuleIds.LoggedContent && LoggedName.Is(arrival.Sink.Argument)) || (rule.Descriptor.Id == RuleIds.TextInInstructions && OwnPrompt.Is(arrival)))
                continue;
            if (PlaceOf(rule, arrival) is not { } place)
                continue;
            var key = (rule, place);
            if (!_arrivals.TryGetValue(key, out var list))
                _arrivals.Add(key, list = []);
            list.Add(arrival);
        }
    }

    /// <summary>Where to report: in another project, the call that leads there, for its files are its own compilation's.</summary>
    private SyntaxNode? PlaceOf(FlowRule rule, FlowArrival arrival)
    {
        var place = FlowPlace.Of(rule, arrival);
        if (IsOwn(place))
            return place;
        // Which of a client's secrets goes where inside a library is the library's own affair.
        return rule.Descriptor is { DefaultSeverity: DiagnosticSeverity.Warning, Id: not RuleIds.SecretInPrompt } && !rule.IsAtSource ? arrival.Steps.LastOrDefault(IsOwn) : null;
    }

    private bool IsOwn(SyntaxNode node) => sources.ContainsSyntaxTree(node.SyntaxTree);

    private void Write(FlowRule rule, SyntaxNode place, List<FlowArrival> arrivals, FlowGraph graph, HashSet<FlowNode> sent, bool isWhole)
    {
        if (IsCoveredElsewhere(rule, place.SyntaxTree) || (rule.Without == Guards.Shield && _shields.Cover(rule, arrivals[0].Sink, isWhole)))
            return;
        if (rule.Descriptor.Id == RuleIds.UncheckedOutput && (flow.Pipelines.ScreensOutput || IsMoreThanUnchecked(place)))
            return;
        // What users say is of interest to a log's readers once it is a prompt.
        if (rule.Descriptor.Id == RuleIds.LoggedContent)
            arrivals = arrivals.FindAll(arrival => (arrival.Origins & (Origins.Model | Origins.ToolArgument | Origins.Prompt)) != 0 || sent.Contains(arrival.Source));
        if (rule.Descriptor.Id == RuleIds.UnshieldedInput)
            arrivals = arrivals.FindAll(arrival => !_requests.Cover(arrival, isWhole));
        if (rule.Slot == "result")
            arrivals = arrivals.FindAll(arrival => (arrival.Origins & Origins.Response) == 0 || IsChosenByModel(arrival.Source));
        if (rule.Without == Guards.Shield)
            arrivals = _faults.WithoutVainAttempts(arrivals, graph);
        if (arrivals.Count == 0 || (rule.IsAtSource && !ServerProject.Is(compilation, sources, cancellationToken)))
            return;

        var span = FlowPlace.Shown(place, rule);
        if (!reported.TryAdd((rule.Descriptor.Id, place.SyntaxTree, span), true))
            return;

        // Somebody at the machine itself is no stranger, and its files may be the application's own.
        // What a model hands to a tool was looked at, or not, where it was asked.
        var mild = rule.Without == Guards.Shield ? Origins.LocalUser | Origins.LocalDocument | Origins.ToolArgument : Origins.LocalUser | Origins.LocalDocument;
        // Which model a tool serves, and what stands between them, need not be in view.
        var isMild = rule.Slot == "result" || arrivals.TrueForAll(arrival => (arrival.Origins & ~mild) == 0)
            || (rule.Descriptor.Id is RuleIds.TrustedOutput or RuleIds.HostCodeExecution && arrivals.TrueForAll(arrival => TerminalQuestion.IsBetween(arrival.Source.Root.Site, place, compilation.Symbols.Catalog)));
        report(Diagnostic.Create(
            rule.Descriptor, Location.Create(place.SyntaxTree, span), isMild ? DiagnosticSeverity.Info : rule.Descriptor.DefaultSeverity,
            _path.Of(rule, arrivals, out var steps), FlowMessage.PropertiesOf(rule, place, arrivals, steps), FlowMessage.NameOf(rule, place, arrivals[0].Sink.Call),
            FlowMessage.TextOf(rule, arrivals), FlowMessage.HintOf(rule, compilation.Symbols)));
    }

    /// <summary>Whether the function that asks a server takes the address from a model: what other servers answer a tool is the application's own choice.</summary>
    private bool IsChosenByModel(FlowNode source)
    {
        foreach (var (rule, place) in _arrivals.Keys)
        {
            if (rule.Kind == "url" && source.Site is { } site && site.SyntaxTree == place.SyntaxTree && FlowPlace.BodyAround(site) == FlowPlace.BodyAround(place))
                return true;
        }

        return false;
    }

    /// <summary>Whether something worse is said about the same expression.</summary>
    private bool IsMoreThanUnchecked(SyntaxNode place)
    {
        foreach (var (rule, other) in _arrivals.Keys)
        {
            if (rule.Descriptor.Id is RuleIds.TrustedOutput or RuleIds.HostCodeExecution && other.SyntaxTree == place.SyntaxTree && place.Span.Contains(other.Span))
                return true;
        }

        return false;
    }

    /// <summary>Whether the platform, a gateway or the host does what the rule asks for, as options say.</summary>
    private bool IsCoveredElsewhere(FlowRule rule, SyntaxTree tree)
    {
        var id = rule.Descriptor.Id;
        if (id == RuleIds.HostCodeExecution)
            return AiOptions.HostIsSandboxed.Read(compilation.Options, tree, id) == "true";
        if (rule.Without != Guards.Shield)
            return false;
        if (AiOptions.ShieldedBy.Read(compilation.Options, tree, id) == "gateway")
            return true;

        return AiOptions.PlatformGuardrails.Read(compilation.Options, tree, id) switch
        {
            "all" => true,
            "user" => id == RuleIds.UnshieldedInput,
            _ => false,
        };
    }
}
