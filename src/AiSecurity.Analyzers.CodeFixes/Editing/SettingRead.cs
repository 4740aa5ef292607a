using System;
using System.Linq;
using System.Text;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Reads a setting in place of a constant: from a configuration in scope, from the environment otherwise.</summary>
/// <param name="Title">What the light bulb says.</param>
/// <param name="Expression">Reads the setting or throws.</param>
/// <param name="Name">Name of the setting.</param>
/// <param name="Missing">Throws because the setting of a name is missing.</param>
internal sealed record SettingRead(string Title, ExpressionSyntax Expression, Func<string, ExpressionSyntax> Missing, string Name)
{
    public static SettingRead? At(int position, string setting, AiSymbols symbols, SemanticModel model, SyntaxGenerator generator, CancellationToken cancellationToken)
    {
        var types = new TypeReference(model, position, generator);
        if (symbols.FindType("System.InvalidOperationException") is not { } exception)
            return null;

        var configuration = Configuration(position, symbols, model, cancellationToken);
        var name = configuration is null ? VariableName(setting) : setting;
        var read = configuration is not null
            ? generator.ElementAccessExpression(configuration, generator.LiteralExpression(name))
            : FromEnvironment(name, symbols, types, generator);
        if (read is null)
            return null;

        var missing = Throw(name);
        var expression = SyntaxFactory.BinaryExpression(SyntaxKind.CoalesceExpression, (ExpressionSyntax)read, missing);
        return new SettingRead(configuration is null ? "Read the key from an environment variable" : "Read the key from configuration", expression, Throw, name);

        ExpressionSyntax Throw(string missingName) => SyntaxFactory.ThrowExpression((ExpressionSyntax)generator.ObjectCreationExpression(
            types.To(exception), generator.LiteralExpression($"The setting '{missingName}' is missing.")));
    }

    private static SyntaxNode? FromEnvironment(string variable, AiSymbols symbols, TypeReference types, SyntaxGenerator generator)
    {
        foreach (var row in symbols.Catalog[Role.Setting])
        {
            if (row["name"] == "variable" && symbols.FindType(row.TypeName) is { } type)
                return generator.InvocationExpression(generator.MemberAccessExpression(types.To(type), row.MemberName), generator.LiteralExpression(variable));
        }

        return null;
    }

    /// <summary>A configuration in scope, or the one of a builder or context that is.</summary>
    private static ExpressionSyntax? Configuration(int position, AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var symbol in model.LookupSymbols(position))
        {
            if (ScopedSymbols.TypeOf(symbol) is not { } type || !ScopedSymbols.IsUsable(symbol, position, model, cancellationToken))
                continue;
            if (symbols.Is(type, Role.Configuration))
                return SyntaxFactory.IdentifierName(symbol.Name);
            if (symbol is ILocalSymbol or IParameterSymbol && type.GetMembers("Configuration").OfType<IPropertySymbol>().FirstOrDefault(property => symbols.Is(property.Type, Role.Configuration)) is { } owned)
                return SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName(symbol.Name), SyntaxFactory.IdentifierName(owned.Name));
        }

        return null;
    }

    /// <summary>OpenAI:ApiKey as an environment variable: OPENAI_API_KEY.</summary>
    private static string VariableName(string setting)
    {
        var colon = setting.IndexOf(':');
        // Rows of users name settings as they like, also by the name of a variable.
        if (colon < 0 && setting == setting.ToUpperInvariant())
            return setting;

        var name = new StringBuilder(setting.Substring(0, Math.Max(0, colon)).ToUpperInvariant());
        for (var i = colon + 1; i < setting.Length; i++)
        {
            if (i > 0 && char.IsUpper(setting[i]))
                name.Append('_');
            name.Append(char.ToUpperInvariant(setting[i]));
        }

        return name.ToString();
    }
}
