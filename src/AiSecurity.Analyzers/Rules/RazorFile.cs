using System;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules;

/// <summary>Files that the Razor generator writes: generated, but of markup that people wrote.</summary>
internal static class RazorFile
{
    public static bool Is(SyntaxTree tree) =>
        tree.FilePath.EndsWith("_razor.g.cs", StringComparison.Ordinal) || tree.FilePath.EndsWith("_cshtml.g.cs", StringComparison.Ordinal)
        || tree.FilePath.EndsWith(".razor.g.cs", StringComparison.Ordinal) || tree.FilePath.EndsWith(".cshtml.g.cs", StringComparison.Ordinal);
}
