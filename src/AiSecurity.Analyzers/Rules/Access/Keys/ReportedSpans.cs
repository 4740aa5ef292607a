using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>Where a key of one file has been reported. Safe for concurrent use.</summary>
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
