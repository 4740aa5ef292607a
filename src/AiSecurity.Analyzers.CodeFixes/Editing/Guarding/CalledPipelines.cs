using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>The pipelines that the call of a model at a place runs through.</summary>
internal sealed class CalledPipelines
{
    private readonly ReportedPlace _call;
    private readonly ITypeSymbol? _type;
    private readonly List<ClientPipeline> _all;

    /// <param name="call">Where the model is called.</param>
    /// <param name="type">The type that has the method.</param>
    /// <param name="all">The pipelines of the project.</param>
    private CalledPipelines(ReportedPlace call, ITypeSymbol? type, List<ClientPipeline> all) => (_call, _type, _all) = (call, type, all);

    /// <summary>Null when the client may come from elsewhere.</summary>
    public static async Task<IReadOnlyList<ClientPipeline>?> OfAsync(ReportedPlace place, string kind)
    {
        if (await PipelineCall.OfAsync(place, kind).ConfigureAwait(false) is not ({ } call, { Expression: MemberAccessExpressionSyntax { Expression: var client } } site)
            || call.Model.GetSymbolInfo(site, place.CancellationToken).Symbol is not IMethodSymbol method)
            return null;

        var all = await ClientPipeline.InAsync(place.Document.Project, place.Symbols, kind, place.CancellationToken).ConfigureAwait(false);
        return all.Count == 0 ? null : await new CalledPipelines(call, method.ReducedFrom is null ? method.ContainingType : method.ReceiverType, all).BehindAsync(client).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<ClientPipeline>?> BehindAsync(ExpressionSyntax client)
    {
        var found = new HashSet<ClientPipeline>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<ExpressionSyntax>();
        pending.Enqueue(client);
        var isInjected = false;
        while (pending.Count > 0)
        {
            var value = Bare(pending.Dequeue());
            if (Branches(value) is { } branches)
            {
                branches.ForEach(pending.Enqueue);
                continue;
            }

            var made = _all.Where(pipeline => pipeline.Makes(value)).ToList();
            var symbol = _call.Model.GetSymbolInfo(value, _call.CancellationToken).Symbol;
            if (made.Count > 0)
                found.UnionWith(made);
            else if (symbol is IParameterSymbol parameter && await IsInjectedAsync(parameter).ConfigureAwait(false) || symbol is IMethodSymbol method && _call.Symbols.RowsOf(method).Any(static row => row.Role == Role.Service && row["key"] is null))
                isInjected = true;
            else if (symbol is not (ILocalSymbol or IFieldSymbol or IPropertySymbol) || AssignedValues.Of(symbol, _call) is not { Count: > 0 } values)
                return null;
            else if (seen.Add(symbol))
                values.ForEach(pending.Enqueue);
        }

        if (isInjected)
        {
            // The container gives away what pipelines make: the interface, and no class that implements it.
            if (!SymbolEqualityComparer.Default.Equals(_type, _call.Model.GetTypeInfo(client, _call.CancellationToken).Type) || await RegisteredPipelines.OfAsync(_call, _type, _all).ConfigureAwait(false) is not { } registered)
                return null;
            found.UnionWith(registered);
        }

        return found.Count > 0 ? found.ToList() : null;
    }

    /// <summary>A parameter of a constructor or of a lambda, or of a method that the project names without calling it.</summary>
    private async Task<bool> IsInjectedAsync(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return false;
        if (method.MethodKind is MethodKind.Constructor or MethodKind.AnonymousFunction)
            return true;

        foreach (var document in _call.Document.Project.Documents)
        {
            var root = await document.GetSyntaxRootAsync(_call.CancellationToken).ConfigureAwait(false);
            if (root!.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == method.Name
                && name.Parent is InvocationExpressionSyntax or MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } or MemberBindingExpressionSyntax))
                return false;
        }

        return true;
    }

    /// <summary>Every one of them may be the client.</summary>
    private static List<ExpressionSyntax>? Branches(ExpressionSyntax value) => value switch
    {
        ConditionalExpressionSyntax conditional => [conditional.WhenTrue, conditional.WhenFalse],
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => [coalesce.Left, coalesce.Right],
        SwitchExpressionSyntax choice => choice.Arms.Select(static arm => arm.Expression).Where(static arm => arm is not ThrowExpressionSyntax).ToList(),
        _ => null,
    };

    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Bare(parenthesized.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Bare(sure.Operand),
        // client ?? throw new ArgumentNullException(nameof(client))
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax } present => Bare(present.Left),
        _ => expression,
    };
}
