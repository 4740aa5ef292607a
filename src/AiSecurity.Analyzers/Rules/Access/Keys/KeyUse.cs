using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>How a key is handed over.</summary>
internal enum KeyShape
{
    /// <summary>In a credential object that is created here.</summary>
    Credential,

    /// <summary>In a credential object that comes from elsewhere: a parameter, the container, another file.</summary>
    PassedCredential,

    /// <summary>As a string argument.</summary>
    Text,

    /// <summary>By assignment to a property.</summary>
    Property,

    /// <summary>In a credential object inside a policy of the request pipeline.</summary>
    Policy,
}

/// <summary>A member of an AI SDK that takes a key, at a place where it does.</summary>
/// <param name="Operation">The creation, call or assignment.</param>
/// <param name="Member">The constructor, method or property.</param>
/// <param name="Row">The catalog's row about it.</param>
/// <param name="Name">What to call it in a message.</param>
/// <param name="Endpoint">Where the client speaks to.</param>
/// <param name="HasEntra">Whether the referenced version of the SDK offers Microsoft Entra ID instead.</param>
internal sealed record KeySink(IOperation Operation, ISymbol Member, CatalogRow Row, string Name, Endpoint Endpoint, bool HasEntra)
{
    /// <summary>Whether the client speaks to an Azure AI service, as far as the source tells.</summary>
    public bool IsAzure => Endpoint.Kind switch
    {
        HostKind.Azure => true,
        HostKind.Unknown => Row["host"] != "openai" || Endpoint.IsNamedAzure,
        _ => false,
    };
}

/// <summary>One key and the clients that it reaches.</summary>
/// <param name="Node">Where the key is put in: the credential's creation, the argument or the assigned value.</param>
/// <param name="Shape">How it is handed over.</param>
/// <param name="Key">The text of the key; null when only the credential object is in sight.</param>
internal sealed record KeyUse(SyntaxNode Node, KeyShape Shape, IOperation? Key)
{
    /// <summary>The members that take it, in source order.</summary>
    public List<KeySink> Sinks { get; } = [];

    /// <summary>The first sink that could do without a key; null when none could.</summary>
    public KeySink? Replaceable => Sinks.Find(static sink => sink is { IsAzure: true, HasEntra: true });

    /// <summary>The locations of the clients, for a diagnostic's additional locations.</summary>
    public ImmutableArray<Location> ClientLocations()
    {
        var locations = ImmutableArray.CreateBuilder<Location>();
        foreach (var sink in Sinks)
        {
            if (locations.Count < 3 && sink.IsAzure)
                locations.Add(sink.Operation.Syntax.GetLocation());
        }

        return locations.ToImmutable();
    }
}
