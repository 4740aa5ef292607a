using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules;

/// <summary>Files that the Razor generator writes: generated, but of markup that people wrote.</summary>
internal static class RazorFile
{
    /// <summary>Whether nobody wrote what stands in a file.</summary>
    public static bool IsOnlyGenerated(SemanticModelAnalysisContext file) => file.IsGeneratedCode && !Is(file.SemanticModel.SyntaxTree);

    public static bool Is(SyntaxTree tree) =>
        tree.FilePath.EndsWith("_razor.g.cs", StringComparison.Ordinal) || tree.FilePath.EndsWith("_cshtml.g.cs", StringComparison.Ordinal)
        || tree.FilePath.EndsWith(".razor.g.cs", StringComparison.Ordinal) || tree.FilePath.EndsWith(".cshtml.g.cs", StringComparison.Ordinal);
}
