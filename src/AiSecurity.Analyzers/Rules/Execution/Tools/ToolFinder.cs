using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Names;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>The functions of one file that models may call: by attributes, by calls that make tools of them, and tools of libraries.</summary>
internal sealed class ToolFinder(AiFile file)
{
    private readonly HelperTools _helpers = new(file);

    public IEnumerable<ToolSite> Find()
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role != Role.Tool || Of(site, row) is not { } tool)
                    continue;
                foreach (var made in tool.Handler is ExpressionSyntax function ? _helpers.Of(tool.Node, row, function) ?? [tool] : [tool])
                    yield return made;
            }
        }

        foreach (var (node, row) in MissingTools.In(file))
            yield return new ToolSite(node, row.MemberName == "#ctor" ? row.SimpleTypeName : row.MemberName, row, null, row["as"]);

        foreach (var choice in new ToolDispatch(file).Find())
            yield return choice;

        foreach (var body in FlowFactStore.For(file.Compilation, file.Model.Compilation, file.CancellationToken).Shared.Names.Of(file.Model.SyntaxTree))
        {
            if (body.Node is MethodDeclarationSyntax method && ((body.Given & NameKind.Tool) != 0 ? Of(method) : OfType(method)) is { } tool)
                yield return tool;
        }
    }

    private ToolSite? Of(CallSite site, CatalogRow row)
    {
        if (row["handler"] is { } handler)
        {
            return site.Member is IMethodSymbol method && Argument(site.Node, method, handler) is { } function
                ? new ToolSite(site.Node, NameOf(function) ?? GivenName(site.Node, method, row) ?? "the function", row, function, null)
                : null;
        }

        if (row["as"] == "type")
            return OfTypeArgument(site, row);
        if (row["as"] is not { } effect || !IsHandedOver(site, row) || IsChosen(site, row))
            return null;

        var name = site.Member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? site.Member.ContainingType.Name : site.Member.Name;
        return new ToolSite(site.Node, name, row, null, effect);
    }

    private ToolSite? OfTypeArgument(CallSite site, CatalogRow row)
    {
        if (site.Member is not IMethodSymbol { TypeArguments: { Length: > 0 } types } || file.Compilation.Symbols.RowOf(types[0], Role.Tool) is not { } typeRow || typeRow["as"] is not { } effect)
            return null;

        return new ToolSite(site.Node, types[0].Name, row, null, effect);
    }

    /// <summary>An object is a tool where it is an argument; a call by itself.</summary>
    private bool IsHandedOver(CallSite site, CatalogRow row)
    {
        if (row["when"]?.Split(':') is { Length: 2 } when)
            return site.Member is IMethodSymbol method && Argument(site.Node, method, when[0]) is { } value && file.Model.GetConstantValue(value, file.CancellationToken) is { HasValue: true, Value: var constant } && string.Equals(constant?.ToString(), when[1], System.StringComparison.OrdinalIgnoreCase);

        return site.Node is not BaseObjectCreationExpressionSyntax || site.Node.Parent is ArgumentSyntax;
    }

    /// <summary>Whether the application says which operations there are.</summary>
    private static bool IsChosen(CallSite site, CatalogRow row) => row["unless"]?.Split(',') is { } names
        && (site.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? site.Node).DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText));

    private ToolSite? Of(MethodDeclarationSyntax method)
    {
        foreach (var attribute in method.AttributeLists.SelectMany(static list => list.Attributes))
        {
            var type = file.Model.GetTypeInfo(attribute, file.CancellationToken).Type;
            if ((type is IErrorTypeSymbol ? MissingTools.RowOf(type.Name, file) : file.Compilation.Symbols.RowOf(type, Role.Tool)) is { } row)
                return new ToolSite(attribute, method.Identifier.ValueText, row, method, null);
        }

        return OfType(method);
    }

    /// <summary>The method of a type that is a tool by its base type.</summary>
    private ToolSite? OfType(MethodDeclarationSyntax method) => method.Modifiers.Any(SyntaxKind.OverrideKeyword)
        && file.Compilation.Symbols.Catalog[Role.Tool].Any(row => row.Member[0] == 'T' && row["handler"] == method.Identifier.ValueText)
        && file.Model.GetDeclaredSymbol(method, file.CancellationToken)?.ContainingType is { } type
        && file.Compilation.Symbols.RowOf(type, Role.Tool) is { } row && row["handler"] == method.Identifier.ValueText && row["good"] != "false"
            ? new ToolSite(method, type.Name, row, method, null)
            : null;

    private static ExpressionSyntax? Argument(SyntaxNode call, IMethodSymbol method, string parameter)
    {
        foreach (var argument in CandidateCall.ArgumentsOf(call))
        {
            if (CandidateCall.ParameterOf(argument, method)?.Name == parameter)
                return argument.Expression;
        }

        return null;
    }

    /// <summary>The name under which a model knows a lambda.</summary>
    private string? GivenName(SyntaxNode call, IMethodSymbol method, CatalogRow row) => row["name"] is { } parameter && Argument(call, method, parameter) is { } name
        ? file.Model.GetConstantValue(name, file.CancellationToken).Value as string
        : null;

    private static string? NameOf(ExpressionSyntax function) => function switch
    {
        CastExpressionSyntax cast => NameOf(cast.Expression),
        ParenthesizedExpressionSyntax inner => NameOf(inner.Expression),
        _ => EndpointNames.NameOf(function),
    };
}
