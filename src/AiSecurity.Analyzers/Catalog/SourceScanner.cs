using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>What one walk over a file finds for all rules.</summary>
/// <param name="CallSites">Where members of the catalog are called, created or assigned, in source order.</param>
/// <param name="Texts">String literals, sums, and the texts of interpolated strings, when long enough to hold a URL or a key.</param>
internal sealed record SourceScan(ImmutableArray<CallSite> CallSites, ImmutableArray<SyntaxNode> Texts);

/// <summary>
/// Walks a file once. Names are compared first and symbols only asked for where a name fits, so that bodies which call nothing of the
/// catalog are never bound.
/// </summary>
internal sealed class SourceScanner(AiSymbols symbols, SemanticModel model, ImmutableHashSet<string> globalAliases, CancellationToken cancellationToken)
{
    /// <summary>Shorter texts, in characters with their quotes, are not collected.</summary>
    private const int MinTextLength = 22;

    private readonly ImmutableArray<CallSite>.Builder _sites = ImmutableArray.CreateBuilder<CallSite>();
    private readonly ImmutableArray<SyntaxNode>.Builder _texts = ImmutableArray.CreateBuilder<SyntaxNode>();
    private readonly HashSet<string> _aliases = [.. globalAliases];

    public SourceScan Scan()
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        var visited = 0;
        foreach (var node in root.DescendantNodes(static node => node is not TypeSyntax))
        {
            if ((++visited & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();

            switch (node)
            {
                case UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias }:
                    _aliases.Add(alias);
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: var list } } when IsList(NameOf(list)):
                    Add(node, list);
                    break;
                case InvocationExpressionSyntax invocation when IsMember(NameOf(invocation.Expression)):
                case ObjectCreationExpressionSyntax creation when creation.ArgumentList is null ? IsResource(NameOf(creation.Type)) : IsType(NameOf(creation.Type)):
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when IsMember(NameOf(assignment.Left)):
                case ConstructorInitializerSyntax { RawKind: (int)SyntaxKind.BaseConstructorInitializer, ArgumentList.Arguments.Count: > 0 } initializer
                    when BaseIsType(initializer):
                case PrimaryConstructorBaseTypeSyntax primary when IsType(NameOf(primary.Type)):
                    Add(node);
                    break;
                case ImplicitObjectCreationExpressionSyntax creation when TargetMayBeType(creation):
                    Add(node);
                    break;
                case InterpolatedStringTextSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression or (int)SyntaxKind.Utf8StringLiteralExpression }
                    or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } when (node is InterpolatedStringTextSyntax || node.Span.Length >= MinTextLength) && !node.Parent.IsKind(SyntaxKind.AddExpression):
                    _texts.Add(node);
                    break;
            }
        }

        return new SourceScan(_sites.ToImmutable(), _texts.ToImmutable());
    }

    private void Add(SyntaxNode node) => Add(node, node is AssignmentExpressionSyntax assignment ? assignment.Left : node);

    private void Add(SyntaxNode node, SyntaxNode named)
    {
        var info = model.GetSymbolInfo(named, cancellationToken);
        if ((info.Symbol ?? CandidateCall.ResolveAlike(node, info, symbols, model, cancellationToken)) is not { } symbol)
            return;

        var rows = symbols.RowsOf(symbol);
        if (!rows.IsEmpty)
            _sites.Add(new CallSite(node, symbol, rows));
    }

    private bool IsMember(string? name) => name is not null && Concerns(symbols.Catalog.Index.Members(name));

    /// <summary>Whether a name is that of a list whose elements matter: what is added to it is a call of the list's type.</summary>
    private bool IsList(string? name)
    {
        foreach (var row in name is null ? ImmutableArray<CatalogRow>.Empty : symbols.Catalog.Index.Members(name))
        {
            if (row.Role == Role.AllowedTenants)
                return true;
        }

        return false;
    }

    /// <summary>Whether a name is that of a description of a resource or a request, or of an agent, which an initializer fills and no argument.</summary>
    private bool IsResource(string? name)
    {
        foreach (var row in name is null ? ImmutableArray<CatalogRow>.Empty : symbols.Catalog.Index.Constructors(name))
        {
            if (row.Role is Role.LocalAuthResource or Role.PublicNetworkResource or Role.OutputLimit or Role.DataSource or Role.Agent or Role.EndUser)
                return true;
        }

        return false;
    }

    /// <summary>Whether a name is that of a property that holds what closes a resource: <c>new()</c> behind it needs no argument.</summary>
    private bool HoldsSwitch(string? name)
    {
        foreach (var row in name is null ? ImmutableArray<CatalogRow>.Empty : symbols.Catalog[Role.LocalAuthResource])
        {
            if (row["unless"]!.StartsWith(name + ",", System.StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private bool IsType(string? name) => name is not null && (Concerns(symbols.Catalog.Index.Constructors(name)) || _aliases.Contains(name));

    /// <summary>Whether rows say more than where values come from and go to, and where the program runs: of that others take care, and its names are everywhere.</summary>
    private static bool Concerns(ImmutableArray<CatalogRow> rows)
    {
        foreach (var row in rows)
        {
            // What executes code, and what writes a file that may be executed, rules look at without the flow engine too.
            if (row.Role == Role.Sink && row.Member[0] == 'M' && (row["kind"] == "code" || row["content"] is not null))
                return true;
            if (row.Role is not (Role.Source or Role.Sink or Role.Sanitizer or Role.Decoder or Role.Entry or Role.Server or Role.Singleton or Role.Registration or Role.EnvironmentTest
                or Role.AiCall or Role.Endpoint or Role.Authorization or Role.RateLimit or Role.Listen or Role.CrossOrigin or Role.SideEffect or Role.ManualTools or Role.Termination or Role.RunPoll or Role.Pace
                or Role.AgentUpkeep or Role.ToolName or Role.Changing or Role.Inventory or Role.Monitor or Role.Governance))
                return true;
        }

        return false;
    }

    private bool BaseIsType(ConstructorInitializerSyntax initializer)
    {
        if (initializer.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.BaseList is not { Types: { Count: > 0 } types })
            // The base may be named in another part of the type.
            return initializer.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Modifiers.Any(SyntaxKind.PartialKeyword) == true;

        return IsType(NameOf(types[0].Type));
    }

    /// <summary>Whether <c>new(...)</c> may create a type of the catalog: false where the source names another type, or no type and no argument.</summary>
    private bool TargetMayBeType(ImplicitObjectCreationExpressionSyntax creation)
    {
        SyntaxNode node = creation;
        while (node.Parent is ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionArmSyntax or SwitchExpressionSyntax
               or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax || node.Parent.IsKind(SyntaxKind.CoalesceExpression))
            node = node.Parent;

        var type = node.Parent switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } => declaration.Type,
            PropertyDeclarationSyntax property => property.Type,
            MethodDeclarationSyntax method => method.ReturnType,
            LocalFunctionStatementSyntax function => function.ReturnType,
            _ => null,
        };

        if (type is NullableTypeSyntax nullable)
            type = nullable.ElementType;
        // Task<Client> of an async method: the name to compare is the type argument's.
        if (type is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments })
            type = arguments[0];
        return type is SimpleNameSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax
            ? IsType(NameOf(type))
            : creation.ArgumentList.Arguments.Count > 0 || (creation.Parent is AssignmentExpressionSyntax { Left: var left } && (HoldsSwitch(NameOf(left)) || IsResource(NameOf(left))));
    }

    private static string? NameOf(SyntaxNode? node) => node switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        ElementAccessExpressionSyntax or ImplicitElementAccessSyntax => "Item",
        _ => null,
    };
}
