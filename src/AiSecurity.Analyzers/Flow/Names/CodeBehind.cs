using System;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>Files with the code of a component whose markup stands in another one.</summary>
internal static class CodeBehind
{
    public static bool Is(SyntaxTree tree) => tree.FilePath.EndsWith(".razor.cs", StringComparison.OrdinalIgnoreCase);
}
