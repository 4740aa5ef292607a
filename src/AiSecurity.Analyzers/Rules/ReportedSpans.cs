using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Rules;

/// <summary>Which places of one file have been reported. Safe for concurrent use.</summary>
internal sealed class ReportedSpans
{
    private readonly HashSet<TextSpan> _spans = [];

    /// <summary>Whether the place is a new one.</summary>
    public bool Add(TextSpan span)
    {
        lock (_spans)
            return _spans.Add(span);
    }
}
