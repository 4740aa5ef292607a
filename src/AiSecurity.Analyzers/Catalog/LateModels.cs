using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>Models for the end of a compilation, when those that the compiler had made for the files are gone: each binds again what it is asked.</summary>
internal static class LateModels
{
#pragma warning disable RS0030, RS1030
    public static SemanticModel LateModelOf(this Compilation compilation, SyntaxTree tree) => compilation.GetSemanticModel(tree);
#pragma warning restore RS0030, RS1030
}
