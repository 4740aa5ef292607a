using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Access;

/// <summary>AISEC102: replaces the key by a credential where the SDK takes one, and reads it from a setting elsewhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class HardCodedKeyFix : CodeFixProvider
{
    /// <summary>One key for all titles, so that Fix All removes every key of a project, each in the best way there is.</summary>
    private const string SettingId = "setting";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.HardCodedKey);

    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        // A fix of one literal moves the others: find them again after each.
        var remaining = diagnostics.Length;
        var current = document;
        while (remaining-- > 0)
        {
            if (await KeyFix.CreateAsync(current, context.CancellationToken).ConfigureAwait(false) is not { } fix)
                return current;

            Document? next = null;
            foreach (var key in fix.HardCodedKeys(context.CancellationToken))
            {
                next = await FixAsync(fix, key, Id(context.CodeActionEquivalenceKey), context.CancellationToken).ConfigureAwait(false);
                if (next is not null)
                    break;
            }

            if (next is null)
                return current;
            current = next;
        }

        return current;
    });

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await KeyFix.CreateAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } fix)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            if (fix.HardCodedKeyAt(diagnostic.Location.SourceSpan, context.CancellationToken) is not { } key)
                continue;

            var preferred = AiOptions.Credential.Read(context.Document.Project.AnalyzerOptions, fix.Model.SyntaxTree, RuleIds.HardCodedKey);
            var credentials = key.Use?.Replaceable is null ? ImmutableArray<EntraCredential>.Empty : fix.CredentialsFor(key.Use, preferred, context.CancellationToken);
            var offered = false;
            foreach (var credential in credentials)
                offered |= await RegisterAsync(credential.Title, credential.Id).ConfigureAwait(false);

            if (!offered && fix.SettingFor(key) is { } setting)
                await RegisterAsync(setting.Title, SettingId).ConfigureAwait(false);

            async Task<bool> RegisterAsync(string title, string id)
            {
                if (await FixAsync(fix, key, id, context.CancellationToken).ConfigureAwait(false) is not { } changed)
                    return false;

                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(changed), RuleIds.HardCodedKey + "." + id), diagnostic);
                return true;
            }
        }
    }

    private static async Task<Document?> FixAsync(KeyFix fix, Rules.Access.Keys.HardCodedKey key, string id, CancellationToken cancellationToken)
    {
        if (key.Use?.Replaceable is not null)
        {
            var credentialId = id == SettingId ? AiOptions.Credential.Default : id;
            if (await fix.ReplaceAsync(ImmutableArray.Create(key.Use), credentialId, skipImpossible: false, cancellationToken).ConfigureAwait(false) is { } replaced
                && await IsGoneAsync(fix, replaced, cancellationToken).ConfigureAwait(false))
                return replaced;
        }

        var edit = new FileEdit();
        if (fix.SettingFor(key) is not { } setting || !ConstantReplacement.TryAdd(key.Node, setting, edit))
            return null;
        return await fix.CheckedAsync(edit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the literal went with its use: one that others can still read stays, and so would the diagnostic.</summary>
    private static async Task<bool> IsGoneAsync(KeyFix fix, Document replaced, CancellationToken cancellationToken) =>
        await KeyFix.CreateAsync(replaced, cancellationToken).ConfigureAwait(false) is { } after
        && after.HardCodedKeys(cancellationToken).Length < fix.HardCodedKeys(cancellationToken).Length;

    private static string Id(string? equivalenceKey) => equivalenceKey?.Split('.').Last() ?? SettingId;
}
