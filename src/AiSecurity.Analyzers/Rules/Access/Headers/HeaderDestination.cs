using System;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Scopes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Headers;

/// <summary>Whether a header with a key goes to an Azure AI service.</summary>
internal sealed class HeaderDestination(AiFile file, ValueTrace trace)
{
    private readonly HeaderTarget _target = new(file, trace);

    private AiSymbols Symbols => file.Compilation.Symbols;

    /// <summary>The scope of a token that could go there instead, empty when none could; null when the header goes elsewhere, or nobody knows where.</summary>
    public string? ScopeOf(KeyHeader header)
    {
        var names = HeaderNames.Of(header.Value, Symbols, trace);
        if (header.TakesTokens && !names.SayKey)
            return null;
        foreach (var other in header.Row["except"]?.Split(',') ?? [])
        {
            if (names.Any(name => Says(name, other)) || Says(header.Call.Syntax.ToString(), other) || Says(TypeOf(header)?.Name ?? "", other))
                return null;
        }

        var kind = HostKind.Unknown;
        CatalogRow? host = null;
        var isNamedAzure = false;
        var isOfOtherSection = false;
        var section = SectionOf(header.Value);
        foreach (var address in _target.AddressesOf(header.Call))
        {
            // Wiki:Url and Wiki:Key stand in one section of the settings, which is another service's.
            isOfOtherSection |= section is not null && SectionOf(Inner(address)) == section && !AzureName.Is(section) && !Symbols.Catalog.Names.IsIn(section);
            var endpoint = Endpoint.Of(address, Symbols, trace, file.CancellationToken);
            isNamedAzure |= endpoint.IsNamedAzure;
            if (endpoint.Kind == HostKind.Azure || kind == HostKind.Unknown)
                kind = endpoint.Kind;
            // An address that is written down and is none of the catalog's is somebody else's.
            if (endpoint.Kind == HostKind.Unknown && endpoint.IsWritten)
                return null;
            foreach (var piece in ConstantText.Of(Inner(address), trace, file.CancellationToken).Pieces)
                host ??= Symbols.Catalog.Hosts.Find(piece.Text);
        }

        if (kind == HostKind.Azure)
            return Scope(host ?? EvidenceOf(header).Azure);
        if (kind != HostKind.Unknown || isOfOtherSection)
            return null;

        var evidence = EvidenceOf(header);
        if (evidence.NamesGateway || (evidence.NamesOther && (header.TakesTokens || header.Row["except"] == "bing")))
            return null;

        var isAzure = header.TakesTokens
            ? isNamedAzure || evidence.IsNamedAzure || evidence.Azure is not null || names.Any(AzureName.Is)
            : isNamedAzure || evidence.SaysAzure || evidence.IsNamedService || names.Any(name => AzureName.Is(name) || Symbols.Catalog.Names.IsAzureServiceIn(name));
        return isAzure ? Scope(evidence.Azure) : null;
    }

    /// <summary>The section of the settings that a value comes from: <c>Wiki</c> of <c>configuration["Wiki:Key"]</c>.</summary>
    private string? SectionOf(IOperation value)
    {
        foreach (var source in trace.SourcesOf(value))
        {
            if (Endpoint.SettingName(source, Symbols)?.TrimEnd(':') is { } name && name.LastIndexOf(':') is var end and > 0)
                return name.Substring(0, end);
        }

        return null;
    }

    private static string Scope(CatalogRow? host) => host is null ? ScopeText.Usual : host["scope"] is { } scopes and not "none" ? scopes.Split(',')[0] : "";

    private static bool Says(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private static IOperation Inner(IOperation address) =>
        ValueTrace.Unwrap(address) is IObjectCreationOperation { Type.Name: "Uri", Arguments: { Length: > 0 } arguments } ? arguments[0].Value : address;

    private INamedTypeSymbol? TypeOf(KeyHeader header) => file.Model.GetEnclosingSymbol(header.Node.SpanStart, file.CancellationToken)?.ContainingType;

    private ServiceEvidence EvidenceOf(KeyHeader header)
    {
        var evidence = new ServiceEvidence(Symbols.Catalog);
        if (header.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is null)
            evidence.Add(header.Node.SyntaxTree.GetRoot(file.CancellationToken), IsOfSdkClient, file.CancellationToken);

        for (var type = TypeOf(header); type is not null; type = type.BaseType)
        {
            foreach (var reference in type.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(file.CancellationToken) is TypeDeclarationSyntax declaration)
                    evidence.Add(declaration, declaration.SyntaxTree == file.Model.SyntaxTree ? IsOfSdkClient : null, file.CancellationToken);
            }
        }

        if (!evidence.SaysAzure && TypeOf(header) is { IsSealed: false, IsStatic: false } open)
        {
            var family = file.Compilation.Once(() => new TypeFamily(file.Model.Compilation, CancellationToken.None));
            foreach (var derived in family.DerivedFrom(open.Name))
                evidence.Add(derived, null, file.CancellationToken);
        }

        return evidence;
    }

    /// <summary>Whether a text is an argument of an AI client of an SDK, and says nothing of requests that are written by hand.</summary>
    private bool IsOfSdkClient(SyntaxNode text)
    {
        foreach (var site in file.Scan.CallSites)
        {
            if (!site.Node.Span.Contains(text.Span))
                continue;
            foreach (var row in site.Rows)
            {
                if (row.Role is Role.Key or Role.KeyCredential)
                    return true;
            }
        }

        return false;
    }
}
