using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Names;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Functions that a helper of the type makes tools of: <c>Plain(Remove)</c>, where <c>Plain(Delegate method)</c> calls the factory.</summary>
internal sealed class HelperTools(AiFile file)
{
    /// <summary>Helpers behind one another.</summary>
    private const int MaxDepth = 3;

    /// <summary>The tools that come of a call which makes one of a parameter; null for other calls.</summary>
    public IReadOnlyList<ToolSite>? Of(SyntaxNode call, CatalogRow row, ExpressionSyntax function)
    {
        if (ParameterOf(function) is not { } parameter)
            return null;

        var tools = new List<ToolSite>();
        Add(tools, row, parameter, [call], 0);
        return tools;
    }

    private void Add(List<ToolSite> tools, CatalogRow row, IParameterSymbol parameter, IReadOnlyList<SyntaxNode> makers, int depth)
    {
        if (depth > MaxDepth || parameter.ContainingSymbol is not IMethodSymbol helper || makers[0].FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return;

        foreach (var call in type.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (makers.Contains(call) || SimpleNames.Of(call.Expression) != helper.Name || !SymbolEqualityComparer.Default.Equals(file.Model.GetSymbolInfo(call, file.CancellationToken).Symbol, helper))
                continue;
            if (call.ArgumentList.Arguments.FirstOrDefault(argument => SymbolEqualityComparer.Default.Equals(CandidateCall.ParameterOf(argument, helper), parameter))?.Expression is not { } given)
                continue;
            if (ParameterOf(given) is { } outer)
                Add(tools, row, outer, [.. makers, call], depth + 1);
            else
                tools.Add(new ToolSite(call, EndpointNames.NameOf(given) ?? "the function", row, given, null) { Makers = makers });
        }
    }

    private IParameterSymbol? ParameterOf(ExpressionSyntax function) =>
        function is IdentifierNameSyntax && file.Model.GetSymbolInfo(function, file.CancellationToken).Symbol is IParameterSymbol { Type: { TypeKind: TypeKind.Delegate } or { SpecialType: SpecialType.System_Delegate } } parameter ? parameter : null;
}
