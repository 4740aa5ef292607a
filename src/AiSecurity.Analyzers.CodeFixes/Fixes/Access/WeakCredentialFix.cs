using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Access;

/// <summary>AISEC105: puts an identity of the program's own where it signs in as a person.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class WeakCredentialFix() : ChoiceFix(RuleIds.WeakCredential)
{
    private protected override ImmutableArray<FixChoice> ChoicesAt(ReportedPlace place) =>
        CredentialReplacement.At(place).Select(static credential => new FixChoice(credential.Title, credential.Id)).ToImmutableArray();

    private protected override bool TryAdd(ReportedPlace place, FixChoice choice, FileEdit edit) =>
        CredentialReplacement.At(place).FirstOrDefault(credential => credential.Id == choice.Name) is { } replacement && CredentialReplacement.TryAdd(place, replacement, edit);
}
