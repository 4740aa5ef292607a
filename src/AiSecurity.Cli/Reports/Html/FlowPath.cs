using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>The way of a text, step by step, each with its line of code.</summary>
internal static class FlowPath
{
    public static void Write(HtmlWriter html, Finding finding)
    {
        var way = Way(finding).ToList();
        if (way.Count == 1)
        {
            WriteCode(html, finding.Place);
        }
        else
        {
            using (html.Open("ol", ("class", "flow"), ("aria-label", "The way of the text")))
            {
                foreach (var (name, place, isFinding) in way)
                    WriteStep(html, name, place, isFinding);
            }
        }

        var related = finding.Steps.Where(static step => step.Kind == StepKind.Related).ToList();
        if (related.Count == 0)
            return;

        html.Write("p", "See also", ("class", "muted"));
        using (html.Open("ul", ("class", "related")))
        {
            foreach (var step in related)
                WriteStep(html, null, step.Place, isFinding: false);
        }
    }

    /// <summary>In the order of the text; the finding itself is the end of it, or the beginning where the rule reports what comes in.</summary>
    private static IEnumerable<(string Name, SourcePlace Place, bool IsFinding)> Way(Finding finding)
    {
        var sinks = finding.Steps.Where(static step => step.Kind == StepKind.Sink).ToList();
        foreach (var step in finding.Steps)
        {
            if (step.Kind is StepKind.Source or StepKind.Through)
                yield return (step.Kind == StepKind.Source ? "Comes in" : "Passes", step.Place, false);
        }

        yield return (sinks.Count > 0 ? "Comes in" : "Arrives", finding.Place, true);
        foreach (var sink in sinks)
            yield return ("Arrives", sink.Place, false);
    }

    private static void WriteStep(HtmlWriter html, string? name, SourcePlace place, bool isFinding)
    {
        using (html.Open("li", ("class", isFinding ? "here" : null)))
        {
            if (name is not null)
            {
                html.Write("span", name, ("class", "step"));
                html.Text(" ");
            }

            html.WritePath("span", FindingCard.Place(place), ("class", "place"));
            WriteCode(html, place);
        }
    }

    private static void WriteCode(HtmlWriter html, SourcePlace place)
    {
        if (place.Code.Length == 0)
            return;
        using (html.Open("pre"))
            html.Write("code", place.Code);
    }
}
