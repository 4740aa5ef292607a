using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>
/// Mediators that an application wrote itself, as rows: methods that ask a container for whoever handles what they are given, <c>services.GetRequiredService&lt;IHandler&lt;T&gt;&gt;().Handle(request)</c>,
/// and give it to nobody else. Reads syntax, of files that ask a container for such types only, each once. Safe for concurrent use.
/// </summary>
internal sealed class OwnMediators
{
    /// <summary>What tells these rows from those about libraries.</summary>
    public const string Kind = "own";

    private const string Closing = "MakeGenericType";

    private readonly ConditionalWeakTable<SyntaxTree, StrongBox<ImmutableArray<CatalogRow>>> _known = new();
    private readonly ImmutableHashSet<string> _locators;
    private readonly TextSearch _marks;

    public OwnMediators(ImmutableArray<CatalogRow> services)
    {
        _locators = services.Select(static row => row.MemberName).ToImmutableHashSet();
        _marks = new TextSearch(_locators.Select(static name => name + "<").Append(Closing).ToImmutableArray());
    }

    /// <summary>The rows of a compilation and of those whose sources it has.</summary>
    public ImmutableArray<CatalogRow> RowsOf(Compilation compilation, CancellationToken cancellationToken)
    {
        char[]? buffer = null;
        var rows = ImmutableArray.CreateBuilder<CatalogRow>();
        Add(compilation);
        foreach (var reference in compilation.References)
        {
            if (reference is CompilationReference { Compilation: { Language: LanguageNames.CSharp } other })
                Add(other);
        }

        return rows.ToImmutable();

        void Add(Compilation sources)
        {
            foreach (var tree in sources.SyntaxTrees)
            {
                cancellationToken.ThrowIfCancellationRequested();
                rows.AddRange(_known.GetValue(tree, _ => new(_marks.IsIn(tree.GetText(cancellationToken), ref buffer) ? In(tree.GetRoot(cancellationToken)).ToImmutableArray() : ImmutableArray<CatalogRow>.Empty)).Value);
            }
        }
    }

    private IEnumerable<CatalogRow> In(SyntaxNode root)
    {
        foreach (var method in root.DescendantNodes(static node => node is not (BlockSyntax or ExpressionSyntax)).OfType<MethodDeclarationSyntax>())
        {
            if (method is not { ParameterList.Parameters: { Count: > 0 } parameters, Parent: TypeDeclarationSyntax type } || ((SyntaxNode?)method.Body ?? method.ExpressionBody) is not { } body)
                continue;

            // Half-typed code has members without a name.
            var request = parameters[0].Identifier.ValueText;
            if (request.Length == 0 || method.Identifier.ValueText.Length == 0)
                continue;
            var contracts = ContractsIn(body, method, type);
            if (contracts.Count == 0 || HandlersIn(body, request) is not { Count: > 0 } handlers)
                continue;

            var attributes = ImmutableDictionary<string, string>.Empty.Add("kind", Kind).Add("value", request).Add("as", string.Join(",", contracts.SelectMany(contract => handlers.Select(handler => $"{contract}.{handler}"))));
            foreach (var name in NamesOf(type).Where(static name => name.Length > 0))
                yield return new CatalogRow(Role.Dispatch, $"M:*.{name}.{method.Identifier.ValueText}", attributes, Package: "", Line: 0);
        }
    }

    /// <summary>The type, and the contracts through which others may call it.</summary>
    private static IEnumerable<string> NamesOf(TypeDeclarationSyntax type) =>
        (type.BaseList?.Types.Select(static parent => parent.Type).OfType<SimpleNameSyntax>() ?? []).Select(static name => name.Identifier.ValueText).Prepend(type.Identifier.ValueText);

    /// <summary>What a container is asked for, closed over a type that the method does not know: <c>IHandler&lt;T&gt;</c>, <c>typeof(IHandler&lt;&gt;)</c>.</summary>
    private HashSet<string> ContractsIn(SyntaxNode body, MethodDeclarationSyntax method, TypeDeclarationSyntax type)
    {
        var found = new HashSet<string>();
        var open = (method.TypeParameterList?.Parameters ?? default).Concat(type.TypeParameterList?.Parameters ?? default).Select(static parameter => parameter.Identifier.ValueText).ToList();
        foreach (var name in body.DescendantNodes().OfType<GenericNameSyntax>())
        {
            var arguments = name.TypeArgumentList.Arguments;
            var isContract = name.IsUnboundGenericName
                ? name.Parent is TypeOfExpressionSyntax { Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Closing } }
                : name.Parent is TypeArgumentListSyntax { Parent: GenericNameSyntax { Identifier.ValueText: var asked } } && _locators.Contains(asked) && arguments.Any(argument => argument is IdentifierNameSyntax given && open.Contains(given.Identifier.ValueText));
            if (isContract && name.Identifier.ValueText.Length > 0)
                found.Add(name.Identifier.ValueText);
        }

        return found;
    }

    /// <summary>The methods of what the container gave that get the request; none when somebody else gets it, who may refuse it.</summary>
    private HashSet<string> HandlersIn(SyntaxNode body, string request)
    {
        var found = new HashSet<string>();
        foreach (var call in body.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (!call.ArgumentList.Arguments.Any(argument => Gives(argument.Expression, request)) || call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access)
                continue;

            if (name.Length == 0)
                continue;
            if (IsLocated(access.Expression, body))
                found.Add(name);
            else if (name == "Invoke" && Reflected(body) is { } reflected)
                found.Add(reflected);
            else if (name != "ThrowIfNull")
                return [];
        }

        return found;
    }

    /// <summary><c>request</c>, <c>(dynamic)request</c>, <c>new object[] { request, token }</c>.</summary>
    private static bool Gives(ExpressionSyntax argument, string request) => argument switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == request,
        CastExpressionSyntax cast => Gives(cast.Expression, request),
        PostfixUnaryExpressionSyntax postfix => Gives(postfix.Operand, request),
        ArrayCreationExpressionSyntax { Initializer.Expressions: var elements } => elements.Any(element => Gives(element, request)),
        ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: var elements } => elements.Any(element => Gives(element, request)),
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Any(element => Gives(element.Expression, request)),
        _ => false,
    };

    /// <summary>What a container was asked for, there or in a variable.</summary>
    private bool IsLocated(ExpressionSyntax receiver, SyntaxNode body) => receiver switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => body.DescendantNodes().Any(node => node switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } variable => variable.Identifier.ValueText == name && Asks(value),
            ForEachStatementSyntax loop => loop.Identifier.ValueText == name && (Asks(loop.Expression) || (loop.Expression is IdentifierNameSyntax && IsLocated(loop.Expression, body))),
            _ => false,
        }),
        _ => Asks(receiver),
    };

    private bool Asks(ExpressionSyntax value) => value.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && _locators.Contains(name));

    /// <summary>The method that reflection is asked for: <c>GetMethod("Handle")</c>, <c>GetMethod(nameof(IHandler&lt;IRequest&gt;.Handle))</c>.</summary>
    private static string? Reflected(SyntaxNode body) =>
        body.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(static call => call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetMethod" }, ArgumentList.Arguments.Count: > 0 })?.ArgumentList.Arguments[0].Expression switch
        {
            LiteralExpressionSyntax { Token.Value: string name } => name,
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } named } => SimpleNames.Of(named[0].Expression),
            _ => null,
        };
}
