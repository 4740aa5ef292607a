using System;
using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Tls;

/// <summary>Finds addresses of AI services that begin with <c>http://</c>: those that clients are given, and those of known hosts wherever they stand.</summary>
internal sealed class PlainHttpFinder(AiFile file, ValueTrace trace)
{
    private const string Scheme = "http://";

    private readonly HashSet<SyntaxNode> _found = [];

    private AiHosts Hosts => file.Compilation.Symbols.Catalog.Hosts;

    /// <summary>The literals, or folded sums, in source order of the clients and then of the texts.</summary>
    public IReadOnlyCollection<SyntaxNode> Find()
    {
        var endpoints = new ClientEndpoints(file.Compilation.Symbols, file.Model, file.Scan.CallSites, trace, new SinkArguments(file.Model, file.CancellationToken), file.CancellationToken);
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.Key && file.Model.OperationOf(site.Node, file.CancellationToken) is { } operation && endpoints.AddressOf(operation, site.Member, row) is { } address)
                    AddClientAddress(address);
            }
        }

        foreach (var text in file.Scan.Texts)
            AddKnownHost(text);
        return _found;
    }

    private void AddClientAddress(IOperation address)
    {
        foreach (var source in trace.SourcesOf(address))
        {
            var inner = Endpoint.Inner(source) ?? source;
            foreach (var piece in ConstantText.Of(inner, trace, file.CancellationToken).Pieces)
            {
                if (!IsPlain(piece.Text) || Hosts.Classify(piece.Text) == HostKind.Loopback || piece.Text.IndexOfAny(['<', '{', ' ']) >= 0)
                    continue;
                if (piece.Node.SyntaxTree == file.Model.SyntaxTree)
                    _found.Add(piece.Node);
                // A known host is found in the file of the constant itself.
                else if (Hosts.Classify(piece.Text) == HostKind.Unknown)
                    _found.Add(address.Syntax);
            }
        }
    }

    private void AddKnownHost(SyntaxNode node)
    {
        var text = node is InterpolatedStringTextSyntax part ? part.TextToken.ValueText : node is ExpressionSyntax expression ? ConstantText.Fold(expression) : null;
        if (text is null || !IsPlain(text))
            return;

        // $"http://{name}.openai.azure.com": the host is in the next part.
        if (node is InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax { Contents: { Count: > 2 } contents } } && contents[0] == node && text.Length == Scheme.Length && contents[2] is InterpolatedStringTextSyntax next)
            text += "x" + next.TextToken.ValueText;
        if (Hosts.Classify(text) is HostKind.Azure or HostKind.Gateway or HostKind.Other)
            _found.Add(node);
    }

    private static bool IsPlain(string text) => text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);
}
