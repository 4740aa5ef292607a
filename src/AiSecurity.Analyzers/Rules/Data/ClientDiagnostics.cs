using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Data;

/// <summary>Whether diagnostics options, which the options of every Azure client have, belong to an AI client.</summary>
internal sealed class ClientDiagnostics(AiFile file)
{
    private readonly ValueTrace _trace = new(file.Model, file.CancellationToken);

    public bool AreOfAiClient(SyntaxNode assignment) =>
        file.Model.OperationOf(assignment, file.CancellationToken) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } diagnostics } } && IsAiClient(OwnerOf(diagnostics));

    /// <summary>The type of the options that diagnostics are read from; null when that cannot be seen.</summary>
    private ITypeSymbol? OwnerOf(IOperation diagnostics)
    {
        // new Options { Diagnostics = { ... } }: the instance is implicit, and the initializer says whose member it is.
        if (diagnostics is IInstanceReferenceOperation)
        {
            for (var parent = diagnostics.Parent; parent is not null; parent = parent.Parent)
            {
                if (parent is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Instance: { } owner } })
                    return owner.Type;
            }

            return null;
        }

        foreach (var source in _trace.SourcesOf(diagnostics))
        {
            if (source is IPropertyReferenceOperation { Instance: { } owner })
                return owner.Type;
        }

        return null;
    }

    private bool IsAiClient(ITypeSymbol? options) =>
        options is not null && (file.Compilation.Symbols.Is(options, Role.Pipeline) || file.Compilation.Symbols.Catalog.IsAiReference(NamespaceOf(options)));

    /// <summary>Azure's namespaces have the names of their packages.</summary>
    private static string NamespaceOf(ITypeSymbol type)
    {
        var name = MetadataName.Of(type);
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name.Substring(0, dot);
    }
}
