using System.Collections.Immutable;
using System.Globalization;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Graph;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Cli.Scanning;

/// <summary>Turns diagnostics into findings.</summary>
internal sealed class FindingCollection(string root)
{
    private static readonly ImmutableHashSet<string> FromSource = [.. FlowRule.All.Where(static rule => rule.IsAtSource).Select(static rule => rule.Descriptor.Id)];

    private readonly Dictionary<(string Rule, string File, int Line, int Column, int EndLine, int EndColumn), (Diagnostic Diagnostic, SourcePlace Place, HashSet<string> Projects)> _all = [];
    private readonly PlaceReader _places = new(root);

    public void Add(Diagnostic diagnostic, string project)
    {
        var place = _places.Read(diagnostic.Location, diagnostic.Id);
        var key = (diagnostic.Id, place.File, place.Line, place.Column, place.EndLine, place.EndColumn);
        if (!_all.TryGetValue(key, out var known))
            _all.Add(key, known = (diagnostic, place, []));
        else if (Wins(diagnostic, known.Diagnostic))
            _all[key] = (diagnostic, place, known.Projects);
        known.Projects.Add(project);
    }

    public ImmutableArray<Finding> ToFindings()
    {
        var fingerprints = new FingerprintMaker();
        return
        [
            .. _all.Values
                .OrderBy(static entry => entry.Place.File, StringComparer.Ordinal).ThenBy(static entry => entry.Place.Line).ThenBy(static entry => entry.Place.Column)
                .ThenBy(static entry => entry.Diagnostic.Id, StringComparer.Ordinal).ThenBy(static entry => entry.Place.EndLine).ThenBy(static entry => entry.Place.EndColumn)
                .Select(entry => Create(entry.Diagnostic, entry.Place, entry.Projects, fingerprints)),
        ];
    }

    /// <summary>A project that reports it openly wins over one where it is suppressed, and a grave report over a mild one. Analyzers run side by side: who came first must not count.</summary>
    private static bool Wins(Diagnostic diagnostic, Diagnostic known)
    {
        if (diagnostic.IsSuppressed != known.IsSuppressed)
            return known.IsSuppressed;
        return diagnostic.Severity != known.Severity ? diagnostic.Severity > known.Severity : string.CompareOrdinal(MessageOf(diagnostic), MessageOf(known)) < 0;
    }

    private static string MessageOf(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private Finding Create(Diagnostic diagnostic, SourcePlace place, HashSet<string> projects, FingerprintMaker fingerprints) => new()
    {
        Rule = RuleSet.Find(diagnostic.Id)!,
        Severity = RuleSet.SeverityOf(diagnostic.Severity) ?? RuleSeverity.Suggestion,
        Message = MessageOf(diagnostic),
        Place = place,
        Projects = [.. projects.Order(StringComparer.Ordinal)],
        Steps = [.. diagnostic.AdditionalLocations.Select((location, index) => new FlowStep(KindOf(diagnostic, index), _places.Read(location, diagnostic.Id)))],
        Properties = diagnostic.Properties.Where(static property => property.Value is not null && property.Key != "controls").ToImmutableSortedDictionary(static property => property.Key, static property => property.Value!, StringComparer.Ordinal),
        Fingerprint = fingerprints.Make(diagnostic.Id, place),
        Suppression = diagnostic.IsSuppressed ? new Suppression("In the source, by a pragma or an attribute.") : null,
    };

    /// <summary>A rule that follows text says how many of the places are the way.</summary>
    private static StepKind KindOf(Diagnostic diagnostic, int index)
    {
        if (FromSource.Contains(diagnostic.Id))
            return StepKind.Sink;
        if (!diagnostic.Properties.TryGetValue("path", out var path) || !int.TryParse(path, CultureInfo.InvariantCulture, out var length) || index >= length)
            return StepKind.Related;
        return index == 0 ? StepKind.Source : StepKind.Through;
    }
}
