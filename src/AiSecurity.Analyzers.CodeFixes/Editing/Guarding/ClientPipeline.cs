using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>A pipeline of a client that the project puts together.</summary>
/// <param name="Document">The file that begins it.</param>
/// <param name="Start">The call that begins it.</param>
/// <param name="Steps">What follows, in the same expression and on the variable that holds it: the outermost first.</param>
/// <param name="IsRegistered">Whether it begins with a registration in the container.</param>
/// <param name="HasServices">Whether it is built with the container at hand, and so finds what its steps need.</param>
internal sealed record ClientPipeline(Document Document, ExpressionSyntax Start, IReadOnlyList<InvocationExpressionSyntax> Steps, bool IsRegistered, bool HasServices)
{
    public bool Has(string method) => Step(method) is not null;

    public InvocationExpressionSyntax? Step(string method) => Steps.FirstOrDefault(step => NameOf(step) == method);

    /// <summary>Whether an expression is this pipeline, or what comes out of it.</summary>
    public bool Makes(SyntaxNode expression) => expression.SyntaxTree == Start.SyntaxTree && (expression.Span.Contains(Start.Span) || Steps.Any(step => step == expression));

    /// <summary>The pipelines that a project begins.</summary>
    public static async Task<List<ClientPipeline>> InAsync(Project project, AiSymbols symbols, string kind, CancellationToken cancellationToken)
    {
        var rows = symbols.Catalog[Role.PipelineStart].Where(row => row["covers"] == kind).ToList();
        var names = new HashSet<string>(rows.Select(static row => row.MemberName == "#ctor" ? row.SimpleTypeName : row.MemberName));
        var found = new List<ClientPipeline>();
        foreach (var document in project.Documents)
        {
            var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (!root!.DescendantTokens().Any(token => names.Contains(token.ValueText)))
                continue;

            var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            found.AddRange(root.DescendantNodes().OfType<ExpressionSyntax>()
                .Where(node => node is BaseObjectCreationExpressionSyntax || (node is InvocationExpressionSyntax call && names.Contains(NameOf(call))))
                .Select(node => Of(document, node, rows, symbols, model!, cancellationToken)).OfType<ClientPipeline>());
        }

        return found;
    }

    private static ClientPipeline? Of(Document document, ExpressionSyntax start, List<CatalogRow> rows, AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(start, cancellationToken).Symbol is not IMethodSymbol method || symbols.RowsOf(method).FirstOrDefault(rows.Contains) is not { } row)
            return null;

        var steps = StepsAfter(start).ToList();
        var end = (ExpressionSyntax?)steps.LastOrDefault() ?? start;
        if (end.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } && CallingFunction.Of(start) is { } function)
        {
            var body = function is GlobalStatementSyntax ? function.Parent! : function;
            foreach (var name in body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.SpanStart > end.Span.End && name.Identifier.ValueText == variable.Identifier.ValueText))
                steps.AddRange(StepsAfter(name));
        }

        // .Build(services)
        var isRegistered = row["kind"] == "container";
        var hasServices = steps.Any(step => step.ArgumentList.Arguments.Count == 1 && model.GetTypeInfo(step.ArgumentList.Arguments[0].Expression, cancellationToken).Type is { Name: "IServiceProvider" or "ServiceProvider" });
        return new ClientPipeline(document, start, steps, isRegistered, isRegistered || hasServices);
    }

    private static IEnumerable<InvocationExpressionSyntax> StepsAfter(SyntaxNode receiver)
    {
        while (receiver.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access && access.Expression == receiver)
        {
            yield return call;
            receiver = call;
        }
    }

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
