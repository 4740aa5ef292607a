using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Execution.Tools;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>What the tools of a file are called.</summary>
internal sealed class ToolNames(AiFile file, InventorySites sites, IReadOnlyDictionary<SyntaxNode, ToolSite> tools, ValueTrace trace)
{
    private const int MaxTools = 50;

    private readonly SiteValue _values = new(file, trace);

    /// <summary>The name that a tool is given, otherwise that of its function or its type.</summary>
    public NamedText Of(SyntaxNode node)
    {
        if (node is AttributeSyntax attribute)
            return NameIn(attribute) is { } written ? new NamedText(written, null) : new NamedText(tools.TryGetValue(node, out var marked) ? marked.Name : "", null);

        var site = sites.At(node);
        if (site?.RowOf(Role.Inventory) is { } row && NamedText.Of(_values.Find(site, row["name"]), file, trace) is { Text.Length: > 0 } given)
            return given;
        // A lambda is called "the function" in messages, which is no name.
        if (tools.TryGetValue(node, out var tool))
            return new NamedText(tool.Name.IndexOf(' ') < 0 ? tool.Name : "", null);
        return new NamedText(NameOf(node) ?? "", null);
    }

    /// <summary>The names of the tools in a list, as far as they are visible.</summary>
    public ImmutableArray<string> In(ExpressionSyntax? list)
    {
        if (list is null)
            return ImmutableArray<string>.Empty;

        var names = new List<string>();
        foreach (var element in Elements(list))
        {
            if (NameOfElement(element) is { Length: > 0 } name && !names.Contains(name) && names.Count < MaxTools)
                names.Add(name);
        }

        return names.ToImmutableArray();
    }

    private IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax list)
    {
        if (Written(list) is { } written)
            return written;
        if (ValueOperation.Of(list, file) is not { } operation)
            return [];

        return trace.SourcesOf(operation).Select(static source => source.Syntax).OfType<ExpressionSyntax>().Where(source => source.SyntaxTree == file.Model.SyntaxTree).SelectMany(static source => Written(source) ?? []);
    }

    /// <summary>The elements of a list that is written out; null for what is none.</summary>
    private static IEnumerable<ExpressionSyntax>? Written(ExpressionSyntax list) => list switch
    {
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression),
        ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax or BaseObjectCreationExpressionSyntax { Initializer: not null } or InitializerExpressionSyntax => new WrittenSetting(list, list, "").Elements(),
        _ => null,
    };

    private string? NameOfElement(ExpressionSyntax element)
    {
        var inner = Unwrap(element);
        if (ValueOperation.Of(inner, file) is { } operation)
        {
            foreach (var source in trace.SourcesOf(operation))
            {
                if (source.Syntax is ExpressionSyntax made && made.SyntaxTree == file.Model.SyntaxTree && (sites.At(Unwrap(made)) is not null || tools.ContainsKey(Unwrap(made))))
                    return Of(Unwrap(made)).Text;
            }
        }

        return NameOf(inner);
    }

    /// <summary>A function inside the one that asks a person.</summary>
    private ExpressionSyntax Unwrap(ExpressionSyntax element)
    {
        while (true)
        {
            switch (element)
            {
                case CastExpressionSyntax cast: element = cast.Expression; break;
                case ParenthesizedExpressionSyntax parenthesized: element = parenthesized.Expression; break;
                case ObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } creation
                    when EndpointNames.NameOf(creation.Type) is { } name && file.Compilation.Symbols.Catalog.Index.Types(name).Any(static row => row.Role == Role.ApprovalWrapper):
                    element = arguments[0].Expression;
                    break;
                default: return element;
            }
        }
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        ObjectCreationExpressionSyntax creation => EndpointNames.NameOf(creation.Type),
        InvocationExpressionSyntax invocation => EndpointNames.NameOf(invocation.Expression) is { } called ? (called.StartsWith("Create", System.StringComparison.Ordinal) && called.Length > 6 ? called.Substring(6) : called) : null,
        _ => EndpointNames.NameOf(node),
    };

    /// <summary><c>[McpServerTool(Name = "x")]</c>, <c>[KernelFunction("x")]</c>.</summary>
    private string? NameIn(AttributeSyntax attribute)
    {
        foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals is null or { Name.Identifier.ValueText: "Name" } && file.Model.GetConstantValue(argument.Expression, file.CancellationToken) is { HasValue: true, Value: string { Length: > 0 } name })
                return name;
        }

        return null;
    }
}
