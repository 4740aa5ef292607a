using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow;

/// <summary>A name that a body calls or creates, with the number of arguments; -1 for a method group, which can be called with any.</summary>
internal readonly record struct NameUse(string Name, int Arguments);

/// <summary>The names that one body declares and uses: enough to tell, without binding anything, that it has nothing to do with a model.</summary>
/// <param name="Node">The declaration that has a control flow graph of its own.</param>
/// <param name="Name">Name of the method or property, or of the type for constructors.</param>
/// <param name="Type">Name of the type around it.</param>
/// <param name="Parameters">The fewest and the most arguments that it takes.</param>
/// <param name="Uses">What it calls and creates.</param>
/// <param name="IsAnchor">Whether it may speak to a model, or be called by one.</param>
/// <param name="RunsWithType">Whether it runs without being called by a name: a constructor, an accessor, an initializer.</param>
/// <param name="LocalFunctions">The functions declared in it.</param>
/// <param name="CallsShieldService">Whether a string in it names the shield's REST operation.</param>
internal sealed record BodyNames(
    SyntaxNode Node, string Name, string Type, (int Fewest, int Most) Parameters, ImmutableHashSet<NameUse> Uses, bool IsAnchor, bool RunsWithType, ImmutableArray<string> LocalFunctions, bool CallsShieldService)
{
    /// <summary>The operation of the service's REST contract; .NET has no released client for it.</summary>
    private const string ShieldOperation = "shieldPrompt";

    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<ImmutableArray<BodyNames>>> Known = new();

    /// <summary>The bodies of a file; kept with the tree, so that an edit reads only its own file again.</summary>
    public static ImmutableArray<BodyNames> Of(SyntaxTree tree, AiCatalog catalog, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(tree, out var known))
            return known.Value;

        var bodies = ImmutableArray.CreateBuilder<BodyNames>();
        var root = tree.GetRoot(cancellationToken);
        if (root is CompilationUnitSyntax unit && unit.Members.Any(SyntaxKind.GlobalStatement))
            bodies.Add(Read(unit, "<Main>$", "Program", null, catalog));
        foreach (var node in root.DescendantNodes(static node => node is not (StatementSyntax or ExpressionSyntax)))
        {
            switch (node)
            {
                case BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } or AccessorDeclarationSyntax { Body: null, ExpressionBody: null }:
                    break;
                case MethodDeclarationSyntax method:
                    bodies.Add(Read(method, method.Identifier.ValueText, TypeOf(method), method.ParameterList, catalog));
                    break;
                case BaseMethodDeclarationSyntax and (ConstructorDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax):
                    var type = TypeOf(node);
                    bodies.Add(Read(node, type, type, ((BaseMethodDeclarationSyntax)node).ParameterList, catalog));
                    break;
                case AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property }:
                    bodies.Add(Read(node, property.Identifier.ValueText, TypeOf(property), null, catalog));
                    break;
                case AccessorDeclarationSyntax { Parent.Parent: IndexerDeclarationSyntax } or ArrowExpressionClauseSyntax { Parent: IndexerDeclarationSyntax } or PrimaryConstructorBaseTypeSyntax:
                    var owner = TypeOf(node);
                    bodies.Add(Read(node, owner, owner, null, catalog));
                    break;
                case ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                    bodies.Add(Read(node, property.Identifier.ValueText, TypeOf(property), null, catalog));
                    break;
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                    bodies.Add(Read(node, property.Identifier.ValueText, TypeOf(property), null, catalog));
                    break;
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field }:
                    bodies.Add(Read(node, field.Identifier.ValueText, TypeOf(field), null, catalog));
                    break;
            }
        }

        AddUsersOfAddress(bodies);
        return Known.GetValue(tree, _ => new StrongBox<ImmutableArray<BodyNames>>(bodies.ToImmutable())).Value;
    }

    /// <summary>The service's address often stands in a field or property of the type: who uses that asks the service.</summary>
    private static void AddUsersOfAddress(ImmutableArray<BodyNames>.Builder bodies)
    {
        var addresses = new HashSet<(string Type, string Name)>();
        foreach (var body in bodies)
        {
            if (body.CallsShieldService && body.Node is EqualsValueClauseSyntax or ArrowExpressionClauseSyntax)
                addresses.Add((body.Type, body.Name));
        }

        for (var i = 0; i < bodies.Count && addresses.Count > 0; i++)
        {
            var type = bodies[i].Type;
            foreach (var token in bodies[i].Node.DescendantTokens())
            {
                if (!token.IsKind(SyntaxKind.IdentifierToken) || !addresses.Contains((type, token.ValueText)))
                    continue;
                bodies[i] = bodies[i] with { CallsShieldService = true };
                break;
            }
        }
    }

    /// <summary>Whether a use can mean this body: an extension method has one parameter more than its call has arguments.</summary>
    public bool CanBe(NameUse use) => RunsWithType || use.Arguments < 0 || (use.Arguments >= Parameters.Fewest - 1 && use.Arguments <= Parameters.Most);

    private static BodyNames Read(SyntaxNode body, string name, string type, ParameterListSyntax? parameters, AiCatalog catalog)
    {
        var uses = ImmutableHashSet.CreateBuilder<NameUse>();
        var isAnchor = body is MemberDeclarationSyntax { AttributeLists: { Count: > 0 } attributes } && HasEntry(attributes, catalog);
        var callsShield = false;
        var isProgram = body is CompilationUnitSyntax;
        var functions = ImmutableArray.CreateBuilder<string>();
        foreach (var node in body.DescendantNodes(node => !isProgram || node is not BaseTypeDeclarationSyntax))
        {
            var use = node switch
            {
                InvocationExpressionSyntax invocation => Use(invocation.Expression, invocation.ArgumentList),
                ObjectCreationExpressionSyntax { ArgumentList: { } arguments } creation => Use(creation.Type, arguments),
                IdentifierNameSyntax { Parent: ArgumentSyntax or EqualsValueClauseSyntax or AssignmentExpressionSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ConditionalExpressionSyntax or InitializerExpressionSyntax } identifier => Use(identifier, null),
                MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax } access => Use(access, null),
                _ => null,
            };
            if (node is LocalFunctionStatementSyntax { Identifier.ValueText: var function })
                functions.Add(function);
            callsShield |= node switch
            {
                LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => Names(literal.Token),
                InterpolatedStringTextSyntax text => Names(text.TextToken),
                _ => false,
            };
            if (use is { } found && uses.Add(found))
                isAnchor |= Concerns(catalog.Index.Members(found.Name)) || Concerns(catalog.Index.Constructors(found.Name));
        }

        return new BodyNames(body, name, type, Range(parameters), uses.ToImmutable(), isAnchor, body is not (MethodDeclarationSyntax or CompilationUnitSyntax), functions.ToImmutable(), callsShield);
    }

    private static string TypeOf(SyntaxNode member) => member.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.ValueText ?? "";

    private static bool Names(SyntaxToken token) => token.ValueText.IndexOf(ShieldOperation, StringComparison.Ordinal) >= 0;

    private static (int Fewest, int Most) Range(ParameterListSyntax? parameters)
    {
        var fewest = 0;
        foreach (var parameter in parameters?.Parameters ?? default)
        {
            if (parameter.Modifiers.Any(SyntaxKind.ParamsKeyword))
                return (fewest, int.MaxValue);
            if (parameter.Default is null)
                fewest++;
        }

        return (fewest, parameters?.Parameters.Count ?? 0);
    }

    private static bool Concerns(ImmutableArray<CatalogRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Role is Role.ModelCall or Role.Instructions or Role.Message or Role.Shield || (row.Role == Role.Entry && row["origin"] == "tool-argument"))
                return true;
        }

        return false;
    }

    private static bool HasEntry(SyntaxList<AttributeListSyntax> lists, AiCatalog catalog)
    {
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                var name = NameOf(attribute.Name) ?? "";
                if (Concerns(catalog.Index.Types(name)) || Concerns(catalog.Index.Types(name + "Attribute")))
                    return true;
            }
        }

        return false;
    }

    private static NameUse? Use(SyntaxNode named, ArgumentListSyntax? arguments) => NameOf(named) is { } name ? new NameUse(name, arguments?.Arguments.Count ?? -1) : null;

    private static string? NameOf(SyntaxNode node) => node switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        _ => null,
    };
}
