using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Pipelines;

/// <summary>Local variables and fields by name, without binding: a client's are few, and its file is small.</summary>
internal static class ClientVariables
{
    /// <summary>What a name means at a place: a local variable, a parameter, or a field or property of the type around it; null when none of them is in view.</summary>
    public static SyntaxNode? Declaration(string name, SyntaxNode place)
    {
        foreach (var scope in place.Ancestors())
        {
            var found = scope switch
            {
                BlockSyntax block => Local(block.Statements, name),
                SwitchSectionSyntax section => Local(section.Statements, name),
                CompilationUnitSyntax unit => Local(unit.Members.OfType<GlobalStatementSyntax>().Select(static global => global.Statement), name),
                ParenthesizedLambdaExpressionSyntax lambda => Parameter(lambda.ParameterList, name),
                SimpleLambdaExpressionSyntax lambda => lambda.Parameter.Identifier.ValueText == name ? lambda.Parameter : null,
                LocalFunctionStatementSyntax function => Parameter(function.ParameterList, name),
                BaseMethodDeclarationSyntax method => Parameter(method.ParameterList, name),
                TypeDeclarationSyntax type => Member(type, name) ?? Parameter(type.ParameterList, name),
                _ => null,
            };
            if (found is not null)
                return found;
            // What a type does not declare here, another part or its base does.
            if (scope is TypeDeclarationSyntax)
                return null;
        }

        return null;
    }

    /// <summary>All that a variable is ever set to, with its initializer; null when the type stands in several parts, or when it is not set here.</summary>
    public static IReadOnlyList<ExpressionSyntax>? ValuesOf(SyntaxNode declaration)
    {
        var (name, initializer) = declaration switch
        {
            VariableDeclaratorSyntax variable => (variable.Identifier.ValueText, variable.Initializer?.Value),
            PropertyDeclarationSyntax property => (property.Identifier.ValueText, property.Initializer?.Value ?? property.ExpressionBody?.Expression),
            _ => ("", null),
        };
        if (name.Length == 0 || ScopeOf(declaration) is not { } scope)
            return null;

        var values = new List<ExpressionSyntax>();
        if (initializer is not null)
            values.Add(initializer);
        foreach (var assignment in scope.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (IsNamed(assignment.Left, name) && Declaration(name, assignment) == declaration)
                values.Add(assignment.Right);
        }

        return values;
    }

    /// <summary>Where else the name of a variable stands.</summary>
    public static IEnumerable<IdentifierNameSyntax> UsesOf(SyntaxNode declaration, string name) =>
        ScopeOf(declaration)?.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name && use.Parent is not NameColonSyntax && Declaration(name, use) == declaration) ?? [];

    /// <summary>The block of a local variable; the type of a member that no other part and no other type can set.</summary>
    private static SyntaxNode? ScopeOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: GlobalStatementSyntax { Parent: var unit } } } => unit,
        VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: var block } } => block,
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Parent: TypeDeclarationSyntax type } field } when !IsOpen(field.Modifiers) && !IsPartial(type) => type,
        PropertyDeclarationSyntax { Parent: TypeDeclarationSyntax type } property when !IsPartial(type) && !IsSetByOthers(property) => type,
        _ => null,
    };

    private static bool IsNamed(ExpressionSyntax expression, string name) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var member } => member == name,
        _ => false,
    };

    private static bool IsPartial(TypeDeclarationSyntax type) => type.Modifiers.Any(static modifier => modifier.ValueText == "partial");

    /// <summary>A field that others may set is no client's only place.</summary>
    private static bool IsOpen(SyntaxTokenList modifiers) => modifiers.Any(static modifier => modifier.ValueText is "public" or "internal" or "protected") && !modifiers.Any(static modifier => modifier.ValueText == "readonly");

    private static bool IsSetByOthers(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.Any(static accessor => accessor.Keyword.ValueText is "set" or "init" && !accessor.Modifiers.Any(static modifier => modifier.ValueText == "private")) == true;

    private static SyntaxNode? Local(IEnumerable<StatementSyntax> statements, string name) =>
        statements.OfType<LocalDeclarationStatementSyntax>().SelectMany(static statement => statement.Declaration.Variables).FirstOrDefault(variable => variable.Identifier.ValueText == name);

    private static ParameterSyntax? Parameter(BaseParameterListSyntax? parameters, string name) => parameters?.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == name);

    private static SyntaxNode? Member(TypeDeclarationSyntax type, string name)
    {
        foreach (var member in type.Members)
        {
            if (member is PropertyDeclarationSyntax property && property.Identifier.ValueText == name)
                return property;
            if (member is FieldDeclarationSyntax field && field.Declaration.Variables.FirstOrDefault(variable => variable.Identifier.ValueText == name) is { } variable)
                return variable;
        }

        return null;
    }
}
