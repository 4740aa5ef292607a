using System;
using System.Linq;
using AiSecurity.Analyzers.Flow.Bodies;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Addresses of websites that are opened where a program could be started: the host is the application's own choice.</summary>
internal sealed class BrowserAddress(BodyContext context)
{
    private readonly ValueTrace _trace = new(context.Model, context.CancellationToken);

    /// <summary>Whether every text that the expression can hold begins with the scheme and the host of a website.</summary>
    public bool Is(IOperation address) => context.Model.OperationOf(address.Syntax, context.CancellationToken) is { } written && _trace.SourcesOf(written).All(IsFixed);

    private static bool IsFixed(IOperation source) =>
        TextPieces.Of(source) is { Count: > 0 } pieces && pieces[0].Text is { } start && start.StartsWith("http", StringComparison.OrdinalIgnoreCase) && start.IndexOf("://", StringComparison.Ordinal) > 0 && UrlStart.FixesHost(start);
}
