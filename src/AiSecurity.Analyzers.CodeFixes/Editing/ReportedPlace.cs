using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Where a diagnostic is, with what a fix needs to change it.</summary>
internal sealed class ReportedPlace
{
    private ReportedPlace(Document document, AiCompilation compilation, SemanticModel model, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        Document = document;
        Symbols = compilation.Symbols;
        Model = model;
        Node = node;
        Diagnostic = diagnostic;
        CancellationToken = cancellationToken;
        Generator = SyntaxGenerator.GetGenerator(document);
        Types = new TypeReference(model, node.SpanStart, Generator);
    }

    public Document Document { get; }

    public AiSymbols Symbols { get; }

    public SemanticModel Model { get; }

    /// <summary>The innermost node that has the span of the diagnostic or holds it.</summary>
    public SyntaxNode Node { get; }

    public Diagnostic Diagnostic { get; }

    public CancellationToken CancellationToken { get; }

    public SyntaxGenerator Generator { get; }

    /// <summary>How to name types there.</summary>
    public TypeReference Types { get; }

    /// <summary>A place of which nothing is reported.</summary>
    public static Task<ReportedPlace?> CreateAsync(Document document, TextSpan span, CancellationToken cancellationToken) =>
        CreateAsync(document, span, Diagnostic.Create(ModelRules.UnshieldedInput, Location.None), cancellationToken);

    public static async Task<ReportedPlace?> CreateAsync(Document document, TextSpan span, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model is null || AiCompilation.TryGet(model.Compilation, document.Project.AnalyzerOptions, cancellationToken) is not { } compilation)
            return null;

        var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        var node = root.FindNode(span, getInnermostNodeForTie: true);
        return IsBeingTyped(node) ? null : new ReportedPlace(document, compilation, model, node, diagnostic, cancellationToken);
    }

    /// <summary>Whether the statement around a node has syntax errors: what an edit makes of such a tree reads differently once it is text.</summary>
    private static bool IsBeingTyped(SyntaxNode node) =>
        node.FirstAncestorOrSelf<StatementSyntax>() is { ContainsDiagnostics: true } statement
        && statement.GetDiagnostics().Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
