using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Rules;

/// <summary>
/// All rules of <see cref="FlowRule.All"/>, in one pass: what a file tells by itself while it is typed, what only the whole compilation
/// tells at its end.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        FlowRule.All.Select(static rule => rule.Descriptor).Distinct().ToImmutableArray();

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (AiCompilation.TryGet(start.Compilation, start.Options, start.CancellationToken) is not { } compilation || AiOptions.IsTestProject(start.Options))
                return;

            var bodies = new ConcurrentBag<FlowFacts>();
            var reported = new ConcurrentDictionary<(string Id, SyntaxTree Tree, TextSpan Span), bool>();
            start.RegisterSemanticModelAction(file =>
            {
                var facts = FileFlow.Of(compilation, file.SemanticModel, file.CancellationToken);
                foreach (var body in facts)
                    bodies.Add(body);
                Report(facts, compilation, reported, file.ReportDiagnostic, file.CancellationToken);
            });
            start.RegisterCompilationEndAction(end => Report(bodies, compilation, reported, end.ReportDiagnostic, end.CancellationToken));
        });
    }

    private static void Report(
        IReadOnlyCollection<FlowFacts> bodies, AiCompilation compilation, ConcurrentDictionary<(string, SyntaxTree, TextSpan), bool> reported,
        System.Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (bodies.Count == 0)
            return;

        var arrivals = new Dictionary<(FlowRule Rule, SyntaxNode Place), List<FlowArrival>>();
        var graph = new FlowGraph(bodies, cancellationToken);
        foreach (var (source, origins) in FlowSources.Of(bodies, graph, compilation.Symbols))
        {
            foreach (var arrival in graph.ArrivalsOf(source, origins))
            {
                foreach (var rule in FlowRule.All)
                {
                    if (!rule.Concerns(arrival))
                        continue;
                    var place = arrival.Sink.Slot == "prompt" ? arrival.Sink.Call : arrival.Sink.Argument;
                    if (!arrivals.TryGetValue((rule, place), out var list))
                        arrivals.Add((rule, place), list = []);
                    list.Add(arrival);
                }
            }
        }

        foreach (var pair in arrivals.OrderBy(static pair => pair.Key.Place.SpanStart))
        {
            var (rule, place) = pair.Key;
            if (IsShieldedElsewhere(rule, compilation, place.SyntaxTree))
                continue;
            var span = rule.Slot == "prompt" ? Shown(place) : place.Span;
            if (!reported.TryAdd((rule.Descriptor.Id, place.SyntaxTree, span), true))
                continue;

            // Somebody at the machine itself is no stranger, and its files may be the application's own.
            var isLocal = pair.Value.TrueForAll(static arrival => (arrival.Origins & ~(Origins.LocalUser | Origins.LocalDocument)) == 0);
            var sources = pair.Value.Select(static arrival => LocationOf(arrival.Source)).OfType<Location>().Distinct().Take(3);
            report(Diagnostic.Create(
                rule.Descriptor, Location.Create(place.SyntaxTree, span), isLocal ? DiagnosticSeverity.Info : rule.Descriptor.DefaultSeverity,
                sources, ControlTags.Of(rule.Descriptor), NameOf(pair.Value[0].Sink.Call)));
        }
    }

    /// <summary>Whether the platform, a gateway or the request pipeline looks at what is sent, as options or the code itself say.</summary>
    private static bool IsShieldedElsewhere(FlowRule rule, AiCompilation compilation, SyntaxTree tree)
    {
        if (rule.Without != Guards.Shield)
            return false;
        if (compilation.Known<ShieldNames>() is { IsInPipeline: true })
            return true;
        if (AiOptions.ShieldedBy.Read(compilation.Options, tree, rule.Descriptor.Id) == "gateway")
            return true;

        return AiOptions.PlatformGuardrails.Read(compilation.Options, tree, rule.Descriptor.Id) switch
        {
            "all" => true,
            "user" => rule.Descriptor.Id == RuleIds.UnshieldedInput,
            _ => false,
        };
    }

    private static Location? LocationOf(FlowNode source) =>
        source.Site?.GetLocation() ?? (source.Symbol is { Locations: { Length: > 0 } locations } && locations[0].IsInSource ? locations[0] : null);

    /// <summary>A call is shown from its name on: the receiver may be a chain of many lines.</summary>
    private static TextSpan Shown(SyntaxNode place) =>
        place is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? TextSpan.FromBounds(access.Name.SpanStart, place.Span.End) : place.Span;

    private static string NameOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax simple } => simple.Identifier.ValueText,
        ObjectCreationExpressionSyntax { Type: var type } => type.ToString(),
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax target } => target.Name.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: var target } => target.ToString(),
        _ => "this call",
    };
}
