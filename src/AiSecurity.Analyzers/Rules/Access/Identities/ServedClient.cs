using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Rules.Access.Scopes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Identities;

/// <summary>The first AI client of a project that takes its credential out of the container: what is registered there signs it in.</summary>
internal sealed class ServedClient
{
    private ServedClient(SyntaxNode? node) => Node = node;

    /// <summary>Null when there is none.</summary>
    private SyntaxNode? Node { get; }

    /// <summary>Looked for in the file itself first, then in the others of its project.</summary>
    public static SyntaxNode? Of(AiFile file)
    {
        var (compilation, model, cancellationToken) = (file.Compilation, file.Model, file.CancellationToken);
        return In(compilation, model, cancellationToken) ?? compilation.Once(() => new ServedClient(model.Compilation.SyntaxTrees
            .Select(tree => In(compilation, tree == model.SyntaxTree ? model : model.Compilation.LateModelOf(tree), cancellationToken)).FirstOrDefault(static client => client is not null))).Node;
    }

    private static SyntaxNode? In(AiCompilation compilation, SemanticModel model, CancellationToken cancellationToken)
    {
        var sites = compilation.ScanOf(model, cancellationToken).CallSites;
        var (symbols, trace) = (compilation.Symbols, new ValueTrace(model, cancellationToken));
        foreach (var argument in TokenArgument.In(sites, model, cancellationToken))
        {
            if (IsServed(argument.Value, symbols, trace))
                return argument.Client;
        }

        foreach (var site in sites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.TokenRequest && AsksForAi(site, row, symbols, trace, model, cancellationToken))
                    return site.Node;
            }
        }

        return null;
    }

    /// <summary>Whether the container hands a value out: it is looked up there, or a constructor takes it.</summary>
    private static bool IsServed(IOperation value, AiSymbols symbols, ValueTrace trace) => trace.SourcesOf(value).Any(source => symbols.Is(source.Type, Role.Token) && source switch
    {
        IInvocationOperation { TargetMethod: { IsGenericMethod: true } lookup } => symbols.RowsOf(lookup).Any(static row => row.Role == Role.Service),
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => true,
        _ => false,
    });

    /// <summary>A request by hand: a token with the scope of an AI service, from a credential of the container.</summary>
    private static bool AsksForAi(CallSite site, CatalogRow row, AiSymbols symbols, ValueTrace trace, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.OperationOf(site.Node, cancellationToken) is not IInvocationOperation { Instance: { } credential } request || !IsServed(credential, symbols, trace)
            || new SinkArguments(model, cancellationToken).Find(request, site.Member, new CatalogSlot(row["value"]!, null, null)) is not { } context)
            return false;

        var judge = new ScopeText(symbols.Catalog);
        return trace.SourcesOf(context.Value).Select(static source => source.Syntax).OfType<BaseObjectCreationExpressionSyntax>()
            .SelectMany(static creation => creation.ArgumentList?.Arguments ?? default).SelectMany(static argument => ScopeText.In(argument.Expression))
            .Any(written => written.SyntaxTree == model.SyntaxTree && model.GetConstantValue(written, cancellationToken) is { HasValue: true, Value: string scope } && judge.IsOfAi(scope));
    }
}
