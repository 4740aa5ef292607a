using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Execution.Downloads;

/// <summary>The downloads that a value was made of, within one file: directly, or by way of a file or stream that they were written to.</summary>
internal sealed class DownloadTrace(AiFile file)
{
    private const int MaxSteps = 60;

    private readonly ValueTrace _trace = new(file.Model, file.CancellationToken);
    private DownloadWrites? _writes;

    public IEnumerable<(IInvocationOperation Call, CatalogRow Row)> Of(IOperation value)
    {
        var seen = new HashSet<SyntaxNode>();
        var pending = new Queue<IOperation>();
        pending.Enqueue(value);
        for (var step = 0; pending.Count > 0 && step < MaxSteps; step++)
        {
            var current = pending.Dequeue();
            _writes ??= new DownloadWrites(file, _trace);
            foreach (var content in _writes.Into(current))
            {
                if (seen.Add(content.Syntax))
                    pending.Enqueue(content);
            }

            foreach (var source in _trace.SourcesOf(current))
            {
                if (source is IInvocationOperation call && RowOf(call) is { } row)
                {
                    yield return (call, row);
                    continue;
                }

                foreach (var part in PartsOf(source))
                {
                    if (seen.Add(part.Syntax))
                        pending.Enqueue(part);
                }
            }
        }
    }

    private CatalogRow? RowOf(IInvocationOperation call)
    {
        foreach (var row in file.Compilation.Symbols.RowsOf(call.TargetMethod))
        {
            if (row.Role == Role.Download)
                return row;
        }

        return null;
    }

    /// <summary>What the platform's own members only reshape or read; what the application makes of a text is its own.</summary>
    private static IEnumerable<IOperation> PartsOf(IOperation source)
    {
        switch (source)
        {
            case IPropertyReferenceOperation { Instance: { } instance } property when IsPlatform(property.Property):
                yield return instance;
                break;
            case IInvocationOperation call when IsPlatform(call.TargetMethod):
                if (call.Instance is { } receiver)
                    yield return receiver;
                foreach (var argument in call.Arguments)
                {
                    if (argument.ArgumentKind == ArgumentKind.Explicit && call.TargetMethod.ContainingType.Name != "Path")
                        yield return argument.Value;
                }

                break;
            case IObjectCreationOperation { Constructor: { } constructor } creation when IsPlatform(constructor):
                foreach (var argument in creation.Arguments)
                {
                    if (argument.ArgumentKind == ArgumentKind.Explicit)
                        yield return argument.Value;
                }

                break;
        }
    }

    private static bool IsPlatform(ISymbol member)
    {
        var space = member.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
            space = outer;
        return space is { Name: "System" or "Azure" };
    }
}
