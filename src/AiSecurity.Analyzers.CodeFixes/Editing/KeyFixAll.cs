using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Replaces all keys of a file at once, or as many of them as compile.</summary>
internal static class KeyFixAll
{
    public static async Task<Document> ReplaceAsync(KeyFix fix, ImmutableArray<KeyUse> uses, string credentialId, CancellationToken cancellationToken)
    {
        if (await fix.ReplaceAsync(uses, credentialId, skipImpossible: true, cancellationToken).ConfigureAwait(false) is { } all)
            return all;

        // One key that cannot be replaced must not keep the others from it.
        var possible = ImmutableArray.CreateBuilder<KeyUse>();
        foreach (var use in uses)
        {
            if (await fix.ReplaceAsync(ImmutableArray.Create(use), credentialId, skipImpossible: false, cancellationToken).ConfigureAwait(false) is not null)
                possible.Add(use);
        }

        return await fix.ReplaceAsync(possible.ToImmutable(), credentialId, skipImpossible: true, cancellationToken).ConfigureAwait(false) ?? fix.Document;
    }
}
