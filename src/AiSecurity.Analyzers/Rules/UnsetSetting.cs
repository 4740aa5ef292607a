using System;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules;

/// <summary>Whether a description, of a resource or of options, leaves out what would close or bound it, here and wherever it goes on to.</summary>
internal sealed class UnsetSetting(AiFile file)
{
    /// <summary>Read once, however many descriptions a file holds.</summary>
    private ILookup<string, AssignmentExpressionSyntax>? _assignments;

    public bool Is(BaseObjectCreationExpressionSyntax creation, CatalogRow row)
    {
        var members = row["unless"]!.Split(',');
        return !Sets(creation.Initializer, members) && !IsSetLater(creation, members, row) && !GoesOn(creation);
    }

    private static bool Sets(InitializerExpressionSyntax? initializer, string[] members)
    {
        foreach (var expression in initializer?.Expressions ?? default)
        {
            // Properties = { ... } sets what stands inside, and nothing else.
            if (expression is AssignmentExpressionSyntax { Left: SimpleNameSyntax name } assignment && Array.IndexOf(members, name.Identifier.ValueText) >= 0
                && (assignment.Right is not InitializerExpressionSyntax inner || Sets(inner, members)))
                return true;
        }

        return false;
    }

    /// <summary>Whether any statement of the file sets one of the members: of a package's resources, which one it is for is not asked, but members that make their own set those.</summary>
    private bool IsSetLater(BaseObjectCreationExpressionSyntax creation, string[] members, CatalogRow row)
    {
        var owner = SettingOwner.Of(creation);
        _assignments ??= file.Model.SyntaxTree.GetRoot(file.CancellationToken).DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(static assignment => assignment.Left is MemberAccessExpressionSyntax)
            .ToLookup(static assignment => ((MemberAccessExpressionSyntax)assignment.Left).Name.Identifier.ValueText);
        return members.SelectMany(member => _assignments[member]).Any(assignment => !IsOfAnother(assignment.Left, row.Package)
            && (SettingOwner.Of(assignment) is var setter && (setter == owner || !SettingOwner.Creates(setter, row.Role, file))));
    }

    private bool IsOfAnother(ExpressionSyntax member, string package)
    {
        if (file.Model.GetSymbolInfo(member, file.CancellationToken).Symbol is not { } symbol)
            return false;

        var rows = file.Compilation.Symbols.RowsOf(symbol);
        return !rows.IsEmpty && rows.All(row => row.Package != package);
    }

    /// <summary>Whether code of the project gets the description, as an argument or as a result, and may set what is missing.</summary>
    private bool GoesOn(ExpressionSyntax value)
    {
        SyntaxNode node = value;
        while (node.Parent is InitializerExpressionSyntax or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } or ParenthesizedExpressionSyntax or BaseObjectCreationExpressionSyntax
               || node.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            node = node.Parent!;

        return node.Parent switch
        {
            ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax or YieldStatementSyntax => true,
            ArgumentSyntax { Parent.Parent: { } call } argument => IsOwn(call) || TakesAnything(argument, call),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } when file.Model.GetDeclaredSymbol(variable, file.CancellationToken) is ILocalSymbol local => LocalGoesOn(local, variable),
            _ => false,
        };
    }

    private bool LocalGoesOn(ILocalSymbol local, VariableDeclaratorSyntax variable)
    {
        var scope = variable.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? variable.SyntaxTree.GetRoot(file.CancellationToken);
        foreach (var node in scope.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && name.Identifier.ValueText == local.Name
                && name.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax or ArgumentSyntax
                && SymbolEqualityComparer.Default.Equals(file.Model.GetSymbolInfo(name, file.CancellationToken).Symbol, local)
                && GoesOn(name))
                return true;
        }

        return false;
    }

    /// <summary>Whoever takes an object of any type sets what it is told to: <c>configuration.Bind(options)</c>.</summary>
    private bool TakesAnything(ArgumentSyntax argument, SyntaxNode call) =>
        file.Model.GetSymbolInfo(call, file.CancellationToken).Symbol is IMethodSymbol method && CandidateCall.ParameterOf(argument, method.OriginalDefinition)?.Type.SpecialType == SpecialType.System_Object;

    private bool IsOwn(SyntaxNode call) => file.Model.GetSymbolInfo(call, file.CancellationToken).Symbol is { DeclaringSyntaxReferences.IsEmpty: false };
}
