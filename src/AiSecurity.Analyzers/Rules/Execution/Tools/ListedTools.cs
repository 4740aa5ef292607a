using System.Linq;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Tools that a server lists: printed, called by the program itself, or handed to a model.</summary>
internal sealed class ListedTools(AiFile file)
{
    /// <summary>Whether the list, or the variable, field or property that holds it, becomes a list of other things than what the server lists.</summary>
    public bool AreHandedOver(SyntaxNode call)
    {
        if (file.Model.OperationOf(call, file.CancellationToken) is not IInvocationOperation { Type: { } listed } listing || ElementOf(listed) is not { } tool)
            return false;
        if (IsConverted(listing, tool))
            return true;

        var kept = KeptIn(listing);
        return kept is not null && call.SyntaxTree.GetRoot(file.CancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == kept.Name && !call.Span.Contains(name.Span)
                && SymbolEqualityComparer.Default.Equals(file.Model.GetSymbolInfo(name, file.CancellationToken).Symbol, kept)
                && file.Model.OperationOf(name, file.CancellationToken) is { } use && IsConverted(use, tool));
    }

    /// <summary>Whether what is around a use takes the tools as something that models call: by a conversion, a spread, or a cast of the elements.</summary>
    private static bool IsConverted(IOperation use, ITypeSymbol tool)
    {
        for (var around = use.Parent; around is not null and not IBlockOperation; around = around.Parent)
        {
            switch (around)
            {
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
