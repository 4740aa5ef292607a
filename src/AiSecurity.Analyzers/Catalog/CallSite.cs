using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>A place in source where a member of the catalog is called, created or assigned.</summary>
/// <param name="Node">Invocation, creation, constructor initializer, assignment or element access.</param>
/// <param name="Member">The method, constructor or property.</param>
/// <param name="Rows">The catalog's rows about it; never empty.</param>
internal sealed record CallSite(SyntaxNode Node, ISymbol Member, ImmutableArray<CatalogRow> Rows);
