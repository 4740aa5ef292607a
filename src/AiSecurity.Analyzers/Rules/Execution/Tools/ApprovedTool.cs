using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Whether a tool is put into something that asks a person: where it is made, or further on in the file.</summary>
internal sealed class ApprovedTool(ProjectView view)
{
    /// <summary>Methods in methods of the project that may put a tool into a wrapper.</summary>
    private const int MaxDepth = 3;

    /// <summary>Looked for once in a file, however many tools it makes.</summary>
    private readonly Dictionary<SyntaxTree, List<SyntaxNode>> _wrappers = [];

    public bool Is(ToolSite tool) => tool.Node is MethodDeclarationSyntax ? IsTypeWrapped(tool.Name) : Is(tool.Node) || tool.Makers.Any(IsWrappedAtOnce);

    /// <summary>Whether objects of a type are put into a wrapper, in whatever file.</summary>
    private bool IsTypeWrapped(string type)
    {
        foreach (var tree in view.Trees)
        {
            foreach (var wrapper in WrappersIn(tree))
            {
                if ((wrapper.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? wrapper).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == type))
                    return true;
            }
        }

        return false;
    }

    private List<SyntaxNode> WrappersIn(SyntaxTree tree)
    {
        if (!_wrappers.TryGetValue(tree, out var known))
            _wrappers.Add(tree, known = [.. tree.GetRoot(view.CancellationToken).DescendantNodes().Where(IsWrapper)]);
        return known;
    }

    private bool IsWrappedAtOnce(SyntaxNode tool) => tool.Ancestors().TakeWhile(static node => node is not (StatementSyntax or MemberDeclarationSyntax))
        .Any(outer => IsWrapper(outer) || (outer is InvocationExpressionSyntax { Expression: var called } && IsApproving(called, 0)));

    private bool Is(SyntaxNode tool)
    {
        if (IsWrappedAtOnce(tool))
            return true;

        var kept = KeptIn(tool);
        if (MethodOf(tool) is { } maker && AreResultsApproved(maker))
            return true;
        var isBare = IsListedBare(tool, kept);

        foreach (var wrapper in WrappersIn(tool.SyntaxTree))
        {
            foreach (var argument in CandidateCall.ArgumentsOf(wrapper))
            {
                // tools.Select(tool => new Wrapper(tool)): all of them.
                var inner = argument.Expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().ToList();
                if ((!isBare && inner.Any(name => name.Identifier.ValueText == kept)) || (inner.Any(name => IsElement(name, wrapper)) && IsAbout(wrapper, tool, kept)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the variable of a tool is an element of a list by itself, whatever else wraps it: <c>[read, move, new ApprovalRequiredAIFunction(delete)]</c>.</summary>
    private static bool IsListedBare(SyntaxNode tool, string? kept) => kept is not null && tool.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { Parent.Parent: LocalDeclarationStatementSyntax } && tool.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member.DescendantNodes().Any(node => node switch
        {
            ExpressionElementSyntax { Expression: IdentifierNameSyntax element } => element.Identifier.ValueText == kept,
            InitializerExpressionSyntax { Expressions: var elements } => elements.Any(element => element is IdentifierNameSyntax name && name.Identifier.ValueText == kept),
            _ => false,
        });

    /// <summary>Whether what is called puts what it is given into a wrapper, itself or by another method of the project.</summary>
    private bool IsApproving(ExpressionSyntax called, int depth)
    {
        if (EndpointNames.NameOf(called) is not { } name)
            return false;
        if (Sounds(name))
            return true;
        if (depth >= MaxDepth || view.SymbolOf(called) is not IMethodSymbol { ReturnsVoid: false } method)
            return false;

        foreach (var reference in (method.ReducedFrom ?? method).DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(view.CancellationToken);
            if (!view.Trees.Contains(declaration.SyntaxTree))
                continue;
            foreach (var node in declaration.DescendantNodes())
            {
                if ((IsWrapper(node) && WrapsGiven(node)) || (node is IdentifierNameSyntax { Parent: ArgumentSyntax or InvocationExpressionSyntax } handed && IsApproving(handed, depth + 1)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is something that the method was given, one by one or as a whole, and no tool of its own.</summary>
    private bool WrapsGiven(SyntaxNode wrapper) => CandidateCall.ArgumentsOf(wrapper).SelectMany(static argument => argument.Expression.DescendantNodesAndSelf()).OfType<IdentifierNameSyntax>()
        .Any(name => (view.SymbolOf(name) is IParameterSymbol parameter && !IsDeclaredIn(wrapper, parameter)) || IsElement(name, wrapper));

    /// <summary>The method or iterator that hands the tool back; null where it stays inside.</summary>
    private static MethodDeclarationSyntax? MethodOf(SyntaxNode tool) =>
        tool.Ancestors().FirstOrDefault(static outer => outer is StatementSyntax or ArrowExpressionClauseSyntax) is ReturnStatementSyntax or YieldStatementSyntax or ArrowExpressionClauseSyntax ? tool.FirstAncestorOrSelf<MethodDeclarationSyntax>() : null;

    /// <summary>Whether all who call a method put what it hands back into a wrapper: <c>tools.Writing().Select(Gate)</c>.</summary>
    private bool AreResultsApproved(MethodDeclarationSyntax maker)
    {
        var isApproved = false;
        foreach (var user in view.Uses.UsersOf(maker.Identifier.ValueText))
        {
            foreach (var call in user.Node.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (EndpointNames.NameOf(call.Expression) != maker.Identifier.ValueText || !view.Trees.Contains(call.SyntaxTree) || view.SymbolOf(call.Expression) is not { } called || !called.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == maker.SyntaxTree && reference.Span == maker.Span))
                    continue;
                if (!IsHandedToApproval(call))
                    return false;
                isApproved = true;
            }
        }

        return isApproved;
    }

    private bool IsHandedToApproval(InvocationExpressionSyntax call) =>
        call.Ancestors().TakeWhile(static outer => outer is not (StatementSyntax or MemberDeclarationSyntax)).OfType<InvocationExpressionSyntax>()
            .Any(outer => IsApproving(outer.Expression, 0) || outer.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && IsApproving(argument.Expression, 0)));

    private static bool Sounds(string name) => name.IndexOf("Approv", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("Confirm", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>The wrapper of an SDK, or the project's own by its name.</summary>
    private bool IsWrapper(SyntaxNode node)
    {
        if (node is not ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation || EndpointNames.NameOf(creation.Type) is not { } name)
            return false;

        return view.Symbols.Catalog.Index.Types(name).Any(static row => row.Role == Role.ApprovalWrapper) || (Sounds(name) && (name.Contains("Function") || name.Contains("Tool")));
    }

    /// <summary>Whether what wraps the elements of some list stands in the member that makes the tool, or in one that names what holds it.</summary>
    private static bool IsAbout(SyntaxNode wrapper, SyntaxNode tool, string? kept)
    {
        var member = wrapper.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        var maker = tool.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (member is null or GlobalStatementSyntax || member == maker)
            return true;

        // A local variable is known to its own member alone.
        var isLocal = maker?.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(variable => variable.Identifier.ValueText == kept && variable.FirstAncestorOrSelf<StatementSyntax>() is not null) == true;
        var made = (maker as MethodDeclarationSyntax)?.Identifier.ValueText;
        return member.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText is { } text && (text == made || (text == kept && !isLocal)));
    }

    private bool IsElement(IdentifierNameSyntax name, SyntaxNode wrapper) => view.SymbolOf(name) switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } parameter => !IsDeclaredIn(wrapper, parameter),
        ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } references } => references[0].GetSyntax(view.CancellationToken) is ForEachStatementSyntax or SingleVariableDesignationSyntax,
        _ => false,
    };

    /// <summary>Whether it is an argument of the function that is wrapped, and none of the wrapper.</summary>
    private static bool IsDeclaredIn(SyntaxNode wrapper, IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == wrapper.SyntaxTree && wrapper.Span.Contains(reference.Span));

    private static string? KeptIn(SyntaxNode tool)
    {
        foreach (var outer in tool.Ancestors())
        {
            switch (outer)
            {
                case VariableDeclaratorSyntax variable:
                    return variable.Identifier.ValueText;
                case AssignmentExpressionSyntax assignment:
                    return EndpointNames.NameOf(assignment.Left);
                case PropertyDeclarationSyntax property:
                    return property.Identifier.ValueText;
                case MethodDeclarationSyntax method:
                    return method.Identifier.ValueText;
                case StatementSyntax and not ReturnStatementSyntax:
                    return null;
            }
        }

        return null;
    }
}
