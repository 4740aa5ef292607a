using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules;

/// <summary>Files that the Razor generator writes: generated, but of markup that people wrote.</summary>
internal static class RazorFile
{
    /// <summary>Whether nobody wrote what stands in a file.</summary>
    public static bool IsOnlyGenerated(SemanticModelAnalysisContext file) => file.IsGeneratedCode && !Is(file.SemanticModel.SyntaxTree);

    /// <summary>Whether a place is one that somebody wrote: in what Razor generates, only what comes from markup is.</summary>
    public static bool IsWritten(Location location) => location.SourceTree is not { } tree || !Is(tree) || location.GetMappedLineSpan().HasMappedPath;

    public static bool Is(SyntaxTree tree) =>
        tree.FilePath.EndsWith("_razor.g.cs", StringComparison.Ordinal) || tree.FilePath.EndsWith("_cshtml.g.cs", StringComparison.Ordinal)
        || tree.FilePath.EndsWith(".razor.g.cs", StringComparison.Ordinal) || tree.FilePath.EndsWith(".cshtml.g.cs", StringComparison.Ordinal);
}
