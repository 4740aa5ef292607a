using System;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>
/// A project and those that it is compiled with, as the engine looks at them together: each in its own compilation, which others that use it share, or, where their references are of different
/// versions, all in one.
/// </summary>
/// <param name="Compilation">The project's own, or the one of all.</param>
/// <param name="Names">The bodies of all, by name.</param>
/// <param name="Symbols">The catalog in that compilation.</param>
/// <param name="ModelOf">What a file means.</param>
/// <param name="HasOthers">Whether some files belong to other compilations.</param>
internal sealed record SolutionView(Compilation Compilation, CompilationNames Names, AiSymbols Symbols, Func<SyntaxTree, SemanticModel> ModelOf, bool HasOthers);
