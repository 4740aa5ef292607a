using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Names;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Loops;

/// <summary>Where a model is asked, or how far its run has come.</summary>
internal sealed class LoopRequests(ProjectView view)
{
    private readonly ModelReach _reach = new(view, static row => row.Role == Role.ModelCall);

    /// <summary>Whether names tell that a body may ask a model or look at a run.</summary>
    public bool MayAsk(BodyNames body) => _reach.Bodies.Contains(body) || body.Uses.Any(use => IsPollName(use.Name));

    /// <summary>Whether code comes to a model, or to the state of a run.</summary>
    public bool Asks(SyntaxNode node) => _reach.From(node) || Polls(node);

    public bool Polls(SyntaxNode node) => node.DescendantNodesAndSelf().Any(inner => inner is InvocationExpressionSyntax call && IsPollName(EndpointNames.NameOf(call.Expression)) && IsPoll(call));

    /// <summary>Whether code of the application itself comes to a model.</summary>
    public bool Reaches(SyntaxNode node) => _reach.From(node);

    /// <summary>Whether code looks at what an answer says about a run that goes on without it.</summary>
    public bool LooksAtRun(SyntaxNode node) => node.DescendantNodesAndSelf().Any(inner =>
        inner is SimpleNameSyntax name && view.Symbols.Catalog.Index.Members(name.Identifier.ValueText).Any(static row => row.Role == Role.RunPoll) && view.SymbolOf(name) is IPropertySymbol property && view.Symbols.RowsOf(property).Any(static row => row.Role == Role.RunPoll));

    private bool IsPoll(InvocationExpressionSyntax call) => view.SymbolOf(call) is { } symbol
        ? view.Symbols.RowsOf(symbol).Any(static row => row.Role == Role.RunPoll)
        // Of a package that is missing, and called as nothing else is.
        : call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && view.Symbols.Catalog.Index.Members(name).All(static row => row.Role == Role.RunPoll);

    private bool IsPollName(string? name) =>
        name is not null && view.Symbols.Catalog.Index.Members(name).Any(static row => row.Role == Role.RunPoll && row.Member[0] == 'M');
}
