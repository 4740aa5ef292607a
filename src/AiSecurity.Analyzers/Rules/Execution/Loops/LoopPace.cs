using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Loops;

/// <summary>Whether every round waits for a person or a message, or takes a piece of what is there.</summary>
internal sealed class LoopPace(ProjectView view)
{
    /// <summary>Own functions inside own functions.</summary>
    private const int MaxDepth = 5;

    /// <summary>What functions are called that ask somebody, when nothing of them is to be seen.</summary>
    private static readonly string[] Beginnings = ["ReadLine", "ReadKey", "Receive", "Dequeue", "TryDequeue", "WaitFor", "PromptFor", "PromptUser", "AskUser", "AskHuman", "Confirm", "GetInput", "ReadInput", "NextInput", "TakeNext", "Consume", "Approve", "RequestApproval"];
    private static readonly string[] Words = ["UserInput", "FromUser", "HumanInput", "UserMessage", "UserConfirm", "UserApproval"];

    private readonly Dictionary<(SyntaxNode Node, bool IsInside), bool> _known = [];

    public bool Of(RepeatedCode code) => code.Parts.Any(part => Of(part, 0)) || HasTimeout(code);

    /// <summary>A pause in every round, and not only after a failure.</summary>
    public static bool Rests(RepeatedCode code) => code.Nodes().Any(static node => node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Delay" or "Sleep" } } && node.FirstAncestorOrSelf<CatchClauseSyntax>() is null);

    private bool Of(SyntaxNode node, int depth)
    {
        var key = (node, depth > 0);
        if (_known.TryGetValue(key, out var known))
            return known;

        _known[key] = false;
        foreach (var inner in node.DescendantNodesAndSelf(static node => node is not AttributeListSyntax))
        {
            view.CancellationToken.ThrowIfCancellationRequested();
            if (inner is SimpleNameSyntax name && IsPace(name, depth))
                return _known[key] = true;
        }

        return false;
    }

    private bool IsPace(SimpleNameSyntax name, int depth)
    {
        var text = name.Identifier.ValueText;
        var rows = view.Symbols.Catalog.Index.Members(text).RemoveAll(row => !IsPace(row, depth));
        SyntaxNode called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name.Parent is MemberBindingExpressionSyntax binding ? binding : name;
        var call = called.Parent as InvocationExpressionSyntax;
        if (call is null && rows.IsEmpty)
            return false;

        // Far from the loop, names tell less, and what is asked there may be asked in some rounds only.
        var isNear = depth < 2;
        var symbol = view.SymbolOf(call is not null && call.Expression == called ? call : called);
        if (symbol is null || symbol.DeclaringSyntaxReferences.IsEmpty)
            return symbol is null ? isNear && call is not null && (!rows.IsEmpty || IsAskingName(text)) : view.Symbols.RowsOf(symbol).Any(row => IsPace(row, depth));
        return symbol is IMethodSymbol method && ((isNear && IsAskingName(text)) || (depth < MaxDepth && OfOwn(method, depth)));
    }

    private bool IsPace(CatalogRow row, int depth) => row.Role switch
    {
        Role.Pace => depth < 2 || row["kind"] == "wait",
        Role.Server => row["kind"] == "terminal",
        Role.Source => row["origin"] is "user" or "local-user",
        _ => false,
    };

    private bool OfOwn(IMethodSymbol method, int depth)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        foreach (var reference in definition.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(view.CancellationToken);
            if (view.Sees(declaration.SyntaxTree) && Of(declaration, depth + 1))
                return true;
        }

        if (!definition.IsAbstract && !definition.IsVirtual && !definition.IsOverride)
            return false;

        // One implementation that waits for a person is enough.
        foreach (var body in view.Flow.Names.All)
        {
            if (body.Name == definition.Name && body.Node is MethodDeclarationSyntax implementation && view.Sees(implementation.SyntaxTree)
                && view.ModelOf(implementation).GetDeclaredSymbol(implementation, view.CancellationToken) is { } declared && Contracts.IsMetBy(definition, declared) && Of(implementation, depth + 1))
                return true;
        }

        return false;
    }

    private static bool IsAskingName(string name) =>
        Array.Exists(Beginnings, word => name.StartsWith(word, StringComparison.Ordinal)) || Array.Exists(Words, word => name.IndexOf(word, StringComparison.Ordinal) >= 0);

    /// <summary>A token that ends by itself, made by the code around or by its type.</summary>
    private static bool HasTimeout(RepeatedCode code)
    {
        var around = (SyntaxNode?)code.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? code.Node.SyntaxTree.GetRoot();
        return around.DescendantNodes().Any(static node => node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CancelAfter" } } => true,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WaitAsync" }, ArgumentList.Arguments: { Count: > 0 } arguments } => arguments[0].ToString().IndexOf("TimeSpan", StringComparison.Ordinal) >= 0,
            ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: "CancellationTokenSource" }, ArgumentList.Arguments.Count: > 0 } => true,
            ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0, Parent: EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type: SimpleNameSyntax { Identifier.ValueText: "CancellationTokenSource" } } } } => true,
            _ => false,
        });
    }
}
