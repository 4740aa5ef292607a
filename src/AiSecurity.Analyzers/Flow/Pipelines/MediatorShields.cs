using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Bodies;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Pipelines;

/// <summary>
/// Behaviors that a mediator runs before the handlers of requests, and that ask a shield: about all that a request holds, or about what an interface shows of the requests that implement it. Safe for
/// concurrent use.
/// </summary>
internal sealed class MediatorShields
{
    private const string Pipeline = "mediator";

    private readonly AiSymbols _symbols;
    private readonly Lazy<List<Screening>> _screenings;

    public MediatorShields(FlowCompilation flow)
    {
        _symbols = flow.Symbols;
        _screenings = new(() =>
        [
            .. flow.Names.All.Where(body => body.Node is MethodDeclarationSyntax && flow.Pipelines.TypesOf(Pipeline).Contains(body.Type) && flow.Shields.AreAskedIn(body, flow.Symbols.Catalog))
                .Select(static body => Screening.Of((MethodDeclarationSyntax)body.Node)).OfType<Screening>(),
        ]);
    }

    /// <summary>What a member of a request has passed when somebody reads it.</summary>
    public Guards At(FlowNode node)
    {
        if (node is not { Kind: FlowNodeKind.Part, Whole: { } whole, Symbol: { ContainingType: { } request } member } || _screenings.Value.Count == 0)
            return Guards.None;
        return _screenings.Value.Exists(screening => screening.Markers.Count == 0 ? IsHandled(whole) : Shown(request, screening).Contains(member.Name)) ? Guards.Shield : Guards.None;
    }

    /// <summary>Whether a node is the request that a handler is given.</summary>
    private bool IsHandled(FlowNode node) =>
        node is { Kind: FlowNodeKind.Parameter, Symbol: IParameterSymbol { Ordinal: 0, ContainingSymbol: IMethodSymbol method } } && MessageHandlers.HandlesRequests(method, _symbols);

    /// <summary>The members of a request whose text an interface shows.</summary>
    private static IEnumerable<string> Shown(INamedTypeSymbol request, Screening screening)
    {
        if (screening.Markers.Contains(request.Name))
            return screening.Members;
        return request.AllInterfaces.Where(contract => screening.Markers.Contains(contract.Name)).SelectMany(static contract => contract.GetMembers())
            .Where(member => screening.Members.Count == 0 || screening.Members.Contains(member.Name))
            .Select(request.FindImplementationForInterfaceMember).OfType<ISymbol>().SelectMany(member => ReadBy(member, request));
    }

    /// <summary>A property itself, or what it, or a method, is put together from.</summary>
    private static IEnumerable<string> ReadBy(ISymbol shown, INamedTypeSymbol request)
    {
        var members = new HashSet<string>(request.GetMembers().OfType<IPropertySymbol>().Select(static member => member.Name));
        return shown.DeclaringSyntaxReferences.SelectMany(static reference => reference.GetSyntax().DescendantNodes()).OfType<IdentifierNameSyntax>()
            .Select(static name => name.Identifier.ValueText).Where(members.Contains).Append(shown.Name);
    }

    /// <summary>What one behavior looks at.</summary>
    /// <param name="Markers">The interfaces of the requests that it looks at, or their type; none when it looks at all.</param>
    /// <param name="Members">The members of that interface that it reads; none where it takes the object as it is.</param>
    private sealed record Screening(HashSet<string> Markers, HashSet<string> Members)
    {
        public static Screening? Of(MethodDeclarationSyntax method)
        {
            if (method.ParameterList.Parameters is not { Count: > 0 } parameters || parameters[0].Type is not { } given || method.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } behavior || !IsHandledBy(behavior, SimpleNames.Of(given)))
                return null;

            var request = parameters[0].Identifier.ValueText;
            if (behavior.TypeParameterList?.Parameters.Any(parameter => parameter.Identifier.ValueText == SimpleNames.Of(given)) != true)
                return By(given, request, method);

            foreach (var node in method.DescendantNodes())
            {
                switch (node)
                {
                    case IsPatternExpressionSyntax { Expression: IdentifierNameSyntax tested, Pattern: DeclarationPatternSyntax { Type: var type, Designation: SingleVariableDesignationSyntax { Identifier.ValueText: var name } } } when tested.Identifier.ValueText == request:
                        return By(type, name, method);
                    case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression, Left: IdentifierNameSyntax tested, Right: TypeSyntax type, Parent.Parent: VariableDeclaratorSyntax variable } when tested.Identifier.ValueText == request:
                        return By(type, variable.Identifier.ValueText, method);
                }
            }

            // Of several constraints, those count that show what is read.
            var constraints = behavior.ConstraintClauses.Where(clause => clause.Name.Identifier.ValueText == SimpleNames.Of(given)).SelectMany(static clause => clause.Constraints).OfType<TypeConstraintSyntax>().Select(static constraint => constraint.Type);
            return constraints.Select(type => By(type, request, method)).FirstOrDefault(static screening => screening.Members.Count > 0) is { } shown
                ? shown with { Markers = [.. constraints.Select(SimpleNames.Of).OfType<string>()] }
                : new Screening([], []);
        }

        /// <summary>Whether the requests of a behavior are of a type: its own parameter, or one that it names.</summary>
        private static bool IsHandledBy(TypeDeclarationSyntax behavior, string? request) =>
            behavior.BaseList?.Types.Any(parent => parent.Type is GenericNameSyntax { TypeArgumentList.Arguments: var arguments } && SimpleNames.Of(arguments[0]) == request) == true;

        private static Screening By(TypeSyntax marker, string variable, MethodDeclarationSyntax method) =>
            new([SimpleNames.Of(marker) ?? ""], [.. method.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(access => access.Expression is IdentifierNameSyntax read && read.Identifier.ValueText == variable).Select(static access => access.Name.Identifier.ValueText)]);
    }
}
