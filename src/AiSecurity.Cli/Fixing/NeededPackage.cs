using System.Collections.Immutable;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Fixing;

/// <summary>A package that fixes write calls of.</summary>
/// <param name="Id">As projects refer to it.</param>
/// <param name="Version">The version that a project gets which has none yet.</param>
/// <param name="Type">A type of it: a project that knows this type needs no reference.</param>
/// <param name="IsGuard">Whether it adds something to the running application, so that somebody has to ask for it.</param>
/// <param name="Rules">The rules whose fixes write such calls.</param>
internal sealed record NeededPackage(string Id, string Version, string Type, bool IsGuard, ImmutableHashSet<string> Rules)
{
    public static readonly ImmutableArray<NeededPackage> All =
    [
        new("Azure.Identity", "1.21.0", "Azure.Identity.DefaultAzureCredential", IsGuard: false,
        [
            RuleIds.KeyCredential, RuleIds.HardCodedKey, RuleIds.KeyHeader, RuleIds.WeakCredential, RuleIds.LongLivedSecret, RuleIds.UnpinnedCredential, RuleIds.KeyedGrounding,
        ]),
        new("AiSecurity.Guards", Scanner.Version, "AiSecurity.Guards.PromptShield", IsGuard: true,
        [
            RuleIds.KeyHeader, RuleIds.UnshieldedInput, RuleIds.UnshieldedDocument, RuleIds.UncheckedOutput, RuleIds.UnverifiedModel, RuleIds.HostCodeExecution,
        ]),
    ];
}
