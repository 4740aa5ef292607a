using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>A name for an agent, taken from the variable, the member or the method that holds or makes it.</summary>
internal static class AgentTitle
{
    /// <summary>Words that every agent could have.</summary>
    private static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase)
    {
        "agent", "agents", "ai", "a", "an", "the", "my", "this", "chat", "client", "completion", "base", "basic", "inner", "outer", "original", "wrapped", "simple", "new", "created", "default", "main", "single", "local", "remote",
        "hosted", "persistent", "foundry", "azure", "open", "openai", "assistant", "bot", "llm", "model", "kernel", "server", "service", "workflow", "response", "result", "options", "instance", "value", "item", "obj", "temp", "test", "sample", "demo",
        "async", "task", "it", "for", "from", "with", "of", "run", "definition", "version", "i", "x",
    };

    private static readonly string[] Verbs = ["Create", "Build", "Make", "Get", "New", "Init", "Initialize", "Setup", "Resolve", "Add", "Ensure"];

    private static readonly string[] Endings = ["Async", "Response", "Result", "Task", "Options", "Definition", "Instance"];

    /// <summary>Null where nothing around the agent says what it is for.</summary>
    public static string? Of(SyntaxNode creation, bool isOptions)
    {
        var value = creation;
        while (value.Parent is { } parent)
        {
            switch (parent)
            {
                case AwaitExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax or ConditionalExpressionSyntax or MemberAccessExpressionSyntax:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AsExpression }:
                case InvocationExpressionSyntax invocation when invocation.Expression == value:
                    value = parent;
                    continue;
                case ArgumentSyntax { Parent.Parent: ExpressionSyntax call } when isOptions && call is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax:
                    (value, isOptions) = (call, false);
                    continue;
                default:
                    return isOptions && HeldBy(value, parent) is { } variable ? Cleaned(variable) ?? OfUse(variable, parent) : HeldBy(value, parent) is { } name ? Cleaned(name) : null;
            }
        }

        return null;
    }

    private static string? HeldBy(SyntaxNode value, SyntaxNode parent) => parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: var left } assignment when assignment.Right == value => left is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : (left as SimpleNameSyntax)?.Identifier.ValueText,
        ArrowExpressionClauseSyntax or ReturnStatementSyntax => MakerAround(parent),
        _ => null,
    };

    private static string? MakerAround(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case AnonymousFunctionExpressionSyntax:
                    return null;
                case MethodDeclarationSyntax method:
                    return method.Identifier.ValueText;
                case LocalFunctionStatementSyntax function:
                    return function.Identifier.ValueText;
                case PropertyDeclarationSyntax property:
                    return property.Identifier.ValueText;
            }
        }

        return null;
    }

    /// <summary>The one agent that is made with the options in a variable.</summary>
    private static string? OfUse(string variable, SyntaxNode declared)
    {
        var scope = declared.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? declared.SyntaxTree.GetRoot();
        var uses = scope.DescendantNodes().OfType<ArgumentSyntax>().Where(argument => argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == variable).ToList();
        return uses.Count == 1 && uses[0].Parent?.Parent is ExpressionSyntax call ? Of(call, isOptions: false) : null;
    }

    private static string? Cleaned(string name)
    {
        name = name.TrimStart('_');
        var verb = Verbs.FirstOrDefault(verb => name.Length > verb.Length && name.StartsWith(verb, StringComparison.Ordinal) && char.IsUpper(name[verb.Length]));
        if (verb is not null)
            name = name.Substring(verb.Length);
        while (Endings.FirstOrDefault(ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal)) is { } ending)
            name = name.Substring(0, name.Length - ending.Length);

        name = new string(name.Where(static c => c < 128 && char.IsLetterOrDigit(c)).ToArray());
        return name.Length < 3 || Words(name).All(static word => Empty.Contains(word) || word.All(char.IsDigit)) ? null : char.ToUpperInvariant(name[0]) + name.Substring(1);
    }

    private static IEnumerable<string> Words(string name)
    {
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var begins = i > 0 && ((char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))) || char.IsDigit(name[i]) != char.IsDigit(name[i - 1]));
            if (begins)
            {
                yield return word.ToString();
                word.Clear();
            }

            word.Append(name[i]);
        }

        yield return word.ToString();
    }
}
