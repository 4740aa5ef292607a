using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>One file whose keys are to be replaced, with what analyzers and fixes know about it.</summary>
internal sealed class KeyFix
{
    private KeyFix(Document document, AiCompilation compilation, SemanticModel model, CancellationToken cancellationToken)
    {
        Document = document;
        Compilation = compilation;
        Model = model;
        Uses = KeyUseFinder.Find(compilation, model, cancellationToken);
        Generator = SyntaxGenerator.GetGenerator(document);
    }

    public Document Document { get; }

    public AiCompilation Compilation { get; }

    public SemanticModel Model { get; }

    public ImmutableArray<KeyUse> Uses { get; }

    public SyntaxGenerator Generator { get; }

    public static async Task<KeyFix?> CreateAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model is not null && AiCompilation.TryGet(model.Compilation, document.Project.AnalyzerOptions, cancellationToken) is { } compilation
            ? new KeyFix(document, compilation, model, cancellationToken)
            : null;
    }

    public KeyUse? UseAt(TextSpan span) => Uses.FirstOrDefault(use => use.Node.Span == span);

    /// <summary>The keys that stand in this file.</summary>
    public ImmutableArray<HardCodedKey> HardCodedKeys(CancellationToken cancellationToken) =>
        HardCodedKeyFinder.Find(Compilation, Model, cancellationToken).Where(key => key.Node.SyntaxTree == Model.SyntaxTree).ToImmutableArray();

    /// <summary>The key that stands at a place; a constant that only other files use is one too.</summary>
    public HardCodedKey? HardCodedKeyAt(TextSpan span, CancellationToken cancellationToken) =>
        HardCodedKeys(cancellationToken).FirstOrDefault(key => key.Node.Span == span)
        ?? (Model.SyntaxTree.GetRoot(cancellationToken).FindNode(span, getInnermostNodeForTie: true) is ExpressionSyntax constant && constant.Span == span
            ? new HardCodedKey(constant, "", HardCodedKeyFinder.DefaultSetting, null)
            : null);

    /// <summary>All uses of a key that stands in this file: they go together, or the literal stays.</summary>
    public ImmutableArray<KeyUse> UsesOf(HardCodedKey key, CancellationToken cancellationToken)
    {
        var trace = new ValueTrace(Model, cancellationToken);
        return Uses.Where(use => use.Key is not null && ConstantText.Of(use.Key, trace, cancellationToken).Pieces.Any(piece => piece.Node == key.Node)).ToImmutableArray();
    }

    /// <summary>What to read in place of a key.</summary>
    public SettingRead? SettingFor(HardCodedKey key, CancellationToken cancellationToken) =>
        SettingRead.At(key.Node.SpanStart, key.Setting, Compilation.Symbols, Model, Generator, cancellationToken);

    /// <summary>The credentials that can stand at a place, the option's choice first.</summary>
    public ImmutableArray<EntraCredential> CredentialsFor(KeyUse use, string preferred, CancellationToken cancellationToken) =>
        EntraCredential.At(use.Node.SpanStart, preferred, Compilation.Symbols, Model, Generator, cancellationToken);

    /// <summary>What to offer for one key: where its choice becomes the arm that has a token credential, no other is put in.</summary>
    public ImmutableArray<EntraCredential> OffersFor(KeyUse use, string preferred, CancellationToken cancellationToken)
    {
        var credentials = CredentialsFor(use, preferred, cancellationToken);
        if (KeySwitchArm.TokenArmBeside(use, Compilation.Symbols, Model, cancellationToken) is null || credentials.FirstOrDefault(static credential => credential.Id != EntraCredential.InScope) is not { } first)
            return credentials;

        return credentials.RemoveAll(credential => credential != first && credential.Id != EntraCredential.InScope).Replace(first, first with { Title = "Keep only the token credential" });
    }

    /// <summary>The file with keys replaced by a credential; null when that would not compile or cannot be done for all of them.</summary>
    /// <param name="uses">The keys to replace.</param>
    /// <param name="credentialId">Which of <see cref="CredentialsFor"/> to put in.</param>
    /// <param name="skipImpossible">Whether to leave out keys that have no right edit, instead of giving up: for Fix All.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Document?> ReplaceAsync(ImmutableArray<KeyUse> uses, string credentialId, bool skipImpossible, CancellationToken cancellationToken)
    {
        foreach (var nameArguments in new[] { false, true })
        {
            var edit = new FileEdit();
            var rewrite = new EntraRewrite(Compilation.Symbols, Model, Generator, cancellationToken);
            foreach (var use in uses)
            {
                var credential = CredentialsFor(use, credentialId, cancellationToken).FirstOrDefault(offered => offered.Id == credentialId);
                if (credential is not null && rewrite.TryAdd(use, credential, nameArguments, edit))
                    MarkLeftovers(use, edit, cancellationToken);
                else if (!skipImpossible)
                    return null;
            }

            if (edit.IsEmpty)
                return null;
            if (await CheckedAsync(edit, cancellationToken).ConfigureAwait(false) is { } fixedDocument)
                return fixedDocument;
        }

        return null;
    }

    private void MarkLeftovers(KeyUse use, FileEdit edit, CancellationToken cancellationToken)
    {
        UnusedCode.Mark(use.Node, Model, edit, cancellationToken);
        if (KeySwitchArm.TokenArmBeside(use, Compilation.Symbols, Model, cancellationToken) is { } arm)
            UnusedCode.Mark(arm.Conditional.Condition, Model, edit, cancellationToken);
    }

    /// <summary>Applies the edits; null when the result has errors that the original had not.</summary>
    public Task<Document?> CheckedAsync(FileEdit edit, CancellationToken cancellationToken) =>
        CheckedEdit.ApplyAsync(Document, Compilation.Symbols, edit, cancellationToken);
}
