using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var literals = diagnostics.Select(diagnostic => root!.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)).Distinct().ToList();
        var current = document.WithSyntaxRoot(root!.TrackNodes(literals));
        foreach (var literal in literals)
        {
            // A fix of one literal moves the others, and can take some of them along.
            var currentRoot = await current.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
            if (currentRoot!.GetCurrentNode(literal) is { } node
                && await KeyFix.CreateAsync(current, context.CancellationToken).ConfigureAwait(false) is { } fix
                && fix.HardCodedKeyAt(node.Span, context.CancellationToken) is { } key
                && await FixAsync(fix, key, Id(context.CodeActionEquivalenceKey), isFixAll: true, context.CancellationToken).ConfigureAwait(false) is { } next)
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
            var credentials = key.Use?.Replaceable is null ? ImmutableArray<EntraCredential>.Empty : fix.OffersFor(key.Use, preferred, context.CancellationToken);
            var offered = false;
            foreach (var credential in credentials)
                offered |= await RegisterAsync(credential.Title, credential.Id).ConfigureAwait(false);

            if (!offered && fix.SettingFor(key, context.CancellationToken) is { } setting)
                await RegisterAsync(setting.Title, SettingId).ConfigureAwait(false);

            async Task<bool> RegisterAsync(string title, string id)
            {
                if (await FixAsync(fix, key, id, isFixAll: false, context.CancellationToken).ConfigureAwait(false) is not { } changed)
                    return false;

                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(changed), RuleIds.HardCodedKey + "." + id), diagnostic);
                return true;
            }
        }
    }

    /// <summary>The file without a key, in the way that an action's title says; Fix All takes the best way that there is for each.</summary>
    private static async Task<Document?> FixAsync(KeyFix fix, HardCodedKey key, string id, bool isFixAll, CancellationToken cancellationToken)
    {
        if (key.Use?.Replaceable is not null && (id != SettingId || isFixAll))
        {
            var credentialId = id == SettingId ? AiOptions.Credential.Read(fix.Document.Project.AnalyzerOptions, fix.Model.SyntaxTree, RuleIds.HardCodedKey) : id;
            if (await fix.ReplaceAsync(fix.UsesOf(key, cancellationToken), credentialId, skipImpossible: false, cancellationToken).ConfigureAwait(false) is { } replaced
                && await IsGoneAsync(key, replaced, cancellationToken).ConfigureAwait(false))
                return replaced;
        }

        if (id != SettingId && !isFixAll)
            return null;

        var edit = new FileEdit();
        return fix.SettingFor(key, cancellationToken) is { } setting && ConstantReplacement.TryAdd(key.Node, setting, edit)
            ? await fix.CheckedAsync(edit, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Whether the literal went with its use: one that others can still read stays, and is a key in source code as before.</summary>
    private static async Task<bool> IsGoneAsync(HardCodedKey key, Document replaced, CancellationToken cancellationToken)
    {
        if (key.Node is not ExpressionSyntax literal || ConstantText.Fold(literal) is not { } text)
            return false;

        var root = await replaced.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return !root!.DescendantNodes().OfType<ExpressionSyntax>().Any(expression => ConstantText.Fold(expression) == text);
    }

    private static string Id(string? equivalenceKey) => equivalenceKey?.Split('.').Last() ?? SettingId;
}
