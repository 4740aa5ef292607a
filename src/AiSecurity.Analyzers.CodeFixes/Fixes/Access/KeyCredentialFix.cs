using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Access;

/// <summary>AISEC101: puts a credential of Microsoft Entra ID where the key is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class KeyCredentialFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.KeyCredential);

    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        if (await KeyFix.CreateAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } fix)
            return document;

        var uses = diagnostics.Select(diagnostic => fix.UseAt(diagnostic.Location.SourceSpan)).OfType<Rules.Access.Keys.KeyUse>().ToImmutableArray();
        return await KeyFixAll.ReplaceAsync(fix, uses, CredentialId(context.CodeActionEquivalenceKey), context.CancellationToken).ConfigureAwait(false);
    });

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await KeyFix.CreateAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } fix)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            if (fix.UseAt(diagnostic.Location.SourceSpan) is not { } use)
                continue;

            var preferred = AiOptions.Credential.Read(context.Document.Project.AnalyzerOptions, fix.Model.SyntaxTree, RuleIds.KeyCredential);
            foreach (var credential in fix.OffersFor(use, preferred, context.CancellationToken))
            {
                if (await fix.ReplaceAsync(ImmutableArray.Create(use), credential.Id, skipImpossible: false, context.CancellationToken).ConfigureAwait(false) is { } changed)
                    context.RegisterCodeFix(CodeAction.Create(credential.Title, _ => Task.FromResult(changed), EquivalenceKey(credential.Id)), diagnostic);
            }
        }
    }

    private static string EquivalenceKey(string credentialId) => RuleIds.KeyCredential + "." + credentialId;

    private static string CredentialId(string? equivalenceKey) => (equivalenceKey ?? EquivalenceKey(AiOptions.Credential.Default)).Substring(RuleIds.KeyCredential.Length + 1);
}
