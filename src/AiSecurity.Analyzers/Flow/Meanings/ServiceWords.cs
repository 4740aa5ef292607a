using System;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Members of SDK types that tell about a message or an answer and hold nothing of its text.</summary>
internal static class ServiceWords
{
    public static bool Is(ISymbol member) =>
        member is IPropertySymbol { IsIndexer: false, ContainingType: { IsTupleType: false, IsAnonymousType: false } }
        && (member.Name is "Id" or "Model" or "Usage" or "Status" or "FinishReason" or "Role" or "CreatedAt" or "Length" or "Count"
            || member.Name.EndsWith("Id", StringComparison.Ordinal));
}
