using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Tools that a server lists: printed, called by the program itself, or handed to a model, in the member that lists them or in one that is given the list.</summary>
internal sealed class ListedTools(ProjectView view)
{
    /// <summary>Methods that hand the list on to their callers.</summary>
    private const int MaxDepth = 3;

    /// <summary>Whether the list, or the variable, field or property that holds it, becomes a list of other things than what the server lists.</summary>
    public bool AreHandedOver(ToolSite listing) => AreHandedOver(listing.Node, listing.Row["unless"]?.Split(',') ?? [], 0);

    private bool AreHandedOver(SyntaxNode call, string[] choices, int depth)
    {
        if (Member(call) is not { } member || IsChosen(member, choices))
            return false;
        // Of a version that is not here, nothing binds, and nothing can be followed.
        if (view.ModelOf(call).OperationOf(call, view.CancellationToken) is not IInvocationOperation { Type: { } listed } listing || ElementOf(listed) is not { } tool)
            return depth == 0 && view.SymbolOf(call) is null;
        if (IsConverted(listing, tool))
            return true;

        var isReturned = IsReturned(listing);
        if (KeptIn(listing) is { } kept)
        {
            foreach (var name in NamesOf(kept, call.SyntaxTree))
            {
                if ((name.SyntaxTree == call.SyntaxTree && call.Span.Contains(name.Span)) || view.SymbolOf(name)?.OriginalDefinition is not { } symbol || !Contracts.IsMetBy(symbol, kept) || view.ModelOf(name).OperationOf(WholeOf(name), view.CancellationToken) is not { } use)
                    continue;
                if (IsConverted(use, tool) && !IsChosen(Member(name) ?? member, choices))
                    return true;
                isReturned |= Member(name) == member && IsReturned(use);
            }
        }

        return isReturned && depth < MaxDepth && member is MethodDeclarationSyntax method && CallsOf(method).Any(outer => AreHandedOver(outer, choices, depth + 1));
    }

    /// <summary>Where the name of what holds the list stands: in its file, and in others that may see it.</summary>
    private IEnumerable<IdentifierNameSyntax> NamesOf(ISymbol kept, SyntaxTree tree)
    {
        var isSeen = kept is IPropertySymbol or IFieldSymbol && kept.DeclaredAccessibility != Accessibility.Private;
        foreach (var file in view.Trees)
        {
            if (file != tree && (!isSeen || view.Flow.Names.Of(file).FirstOrDefault()?.Mentions.Contains(kept.Name) != true))
                continue;
            foreach (var name in file.GetRoot(view.CancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                if (name.Identifier.ValueText == kept.Name)
                    yield return name;
            }
        }
    }

    private static ExpressionSyntax WholeOf(IdentifierNameSyntax name) => name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;

    private IEnumerable<InvocationExpressionSyntax> CallsOf(MethodDeclarationSyntax method)
    {
        if (view.ModelOf(method).GetDeclaredSymbol(method, view.CancellationToken) is not { } declared)
            yield break;

        foreach (var user in view.Uses.UsersOf(declared.Name))
        {
            foreach (var call in user.Node.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (EndpointNames.NameOf(call.Expression) == declared.Name && view.Trees.Contains(call.SyntaxTree) && view.SymbolOf(call.Expression) is IMethodSymbol called && Contracts.IsMetBy(called.OriginalDefinition, declared))
                    yield return call;
            }
        }
    }

    /// <summary>Whether the application says which tools it takes.</summary>
    private static bool IsChosen(SyntaxNode member, string[] choices) => member.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && choices.Contains(token.ValueText));

    private static MemberDeclarationSyntax? Member(SyntaxNode call) => call.FirstAncestorOrSelf<MemberDeclarationSyntax>();

    /// <summary>Whether the method hands the very list back, copied at most.</summary>
    private static bool IsReturned(IOperation use)
    {
        for (var around = use.Parent; around is not null and not IBlockOperation; around = around.Parent)
        {
            switch (around)
            {
                case IReturnOperation:
                    return true;
                case IInvocationOperation { TargetMethod.Name: not ("ToList" or "ToArray" or "AsReadOnly" or "AsTask" or "ConfigureAwait" or "FromResult") }:
                case IAnonymousFunctionOperation or IVariableDeclaratorOperation:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether what is around a use takes the tools as something that models call: by a conversion, a spread, or a cast of the elements.</summary>
    private bool IsConverted(IOperation use, ITypeSymbol tool)
    {
        for (var around = use.Parent; around is not null and not IBlockOperation; around = around.Parent)
        {
            switch (around)
            {
                case IInvocationOperation { Arguments: var wrapping } when wrapping.Any(argument => argument.Value is IDelegateCreationOperation function && function.Descendants().Any(inner => inner is IObjectCreationOperation { Type: INamedTypeSymbol type } && view.Symbols.RowOf(type, Role.ApprovalWrapper) is not null)):
                    return false;
                case IConversionOperation { Type: { } type } when IsListOfOthers(type, tool):
                case IInvocationOperation { TargetMethod.TypeArguments: var types } when types.Any(type => IsBase(type, tool)):
                    return true;
                // tools.Select(tool => tool.AsKernelFunction())
                case IInvocationOperation { Arguments: var arguments } when arguments.Any(argument => argument.Value is IDelegateCreationOperation function && function.Descendants().Any(inner => inner is IConversionOperation { Type: { } type } && IsBase(type, tool))):
                    return true;
                // A collection expression that spreads them, whatever Roslyn calls its parts.
                case { Syntax: CollectionExpressionSyntax, Type: { } type } when IsListOfOthers(type, tool):
                    return true;
            }
        }

        return false;
    }

    private static bool IsListOfOthers(ITypeSymbol type, ITypeSymbol tool) => ElementOf(type) is { } element && IsBase(element, tool);

    private static bool IsBase(ITypeSymbol type, ITypeSymbol tool)
    {
        for (var current = tool.BaseType; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, type))
                return true;
        }

        return false;
    }

    /// <summary>The element of a list, also of one that a task brings.</summary>
    private static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } results })
            type = results[0];
        return type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: { Length: 1 } elements } => elements[0],
            _ => null,
        };
    }

    private static ISymbol? KeptIn(IOperation listing)
    {
        for (var around = listing.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IVariableDeclaratorOperation variable:
                    return variable.Symbol;
                case ISimpleAssignmentOperation { Target: var target }:
                    return ValueTrace.ReadSymbol(target);
                case IBlockOperation or IExpressionStatementOperation:
                    return null;
            }
        }

        return null;
    }
}
