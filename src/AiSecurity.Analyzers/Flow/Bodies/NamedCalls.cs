using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Functions of the project that a library runs by their names: <c>context.CallActivityAsync(nameof(Summarize), text)</c>.</summary>
internal sealed class NamedCalls(BodyContext context, OwnCallFlow own)
{
    /// <summary>What the function hands back; null for other calls, and where nobody can tell which function it is.</summary>
    public FlowValue? Call(IInvocationOperation call, ImmutableArray<GivenValue> arguments)
    {
        foreach (var row in context.Symbols.RowsOf(call.TargetMethod))
        {
            if (row.Role != Role.NamedCall || arguments.FirstOrDefault(given => given.Argument.Parameter?.Name == row["name"]).Argument.Value is not { } name || FunctionOf(name, row) is not { Parameters.IsEmpty: false } function)
                continue;

            var input = arguments.FirstOrDefault(given => given.Argument.Parameter?.Name == row["value"]);
            var given = input.Argument.Value is null ? ImmutableArray<(int, FlowValue)>.Empty : ImmutableArray.Create((0, context.State.Effective(input.Value)));
            return FlowValue.Of(own.Record(function, null, call.Syntax, FlowValue.Clean, given));
        }

        return null;
    }

    private IMethodSymbol? FunctionOf(IOperation name, CatalogRow row)
    {
        name = Operations.Unwrap(name);
        // A type for names, which a text converts to.
        while (name is IConversionOperation { Operand: var operand })
            name = Operations.Unwrap(operand);
        if (name.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } named } && Operations.ConstantText(name) is not null)
        {
            var info = context.Model.GetSymbolInfo(named[0].Expression, context.CancellationToken);
            return (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol method && context.Compilation.HasBodiesOf(method) ? method : null;
        }

        return Operations.ConstantText(name) is { Length: > 0 } text
            ? context.Compilation.Uses.Named(text).Select(body => body.Node).OfType<MethodDeclarationSyntax>().Where(declaration => IsNamed(declaration, row)).Select(Symbol).FirstOrDefault(static method => method is not null)
            : null;
    }

    /// <summary>Whether an attribute makes a method a function that is run by its name.</summary>
    private static bool IsNamed(MethodDeclarationSyntax method, CatalogRow row) => method.AttributeLists.SelectMany(static list => list.Attributes)
        .Any(attribute => SimpleNames.Of(attribute.Name) is { } name && row["as"]!.Split(',').Any(type => type == name || type == name + "Attribute"));

    private IMethodSymbol? Symbol(MethodDeclarationSyntax declaration) =>
        context.Model.Compilation.GetSymbolsWithName(declaration.Identifier.ValueText, SymbolFilter.Member, context.CancellationToken).OfType<IMethodSymbol>()
            .FirstOrDefault(method => method.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == declaration.SyntaxTree && reference.Span == declaration.Span));
}
