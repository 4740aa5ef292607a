using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Loops;

/// <summary>Code that runs again and again until something in it leaves.</summary>
/// <param name="Node">The loop, the label, or the call of the function around it.</param>
/// <param name="Place">What to report: the keyword, or the name.</param>
/// <param name="Parts">What is repeated, conditions included.</param>
/// <param name="Condition">What must hold for another round; null when nothing must.</param>
internal sealed record RepeatedCode(SyntaxNode Node, SyntaxToken Place, IReadOnlyList<SyntaxNode> Parts, ExpressionSyntax? Condition)
{
    public bool IsRecursion => Node is InvocationExpressionSyntax;

    /// <summary>The calls by which functions come back to themselves: one, or one for each of those that call each other in turn.</summary>
    public IReadOnlyList<InvocationExpressionSyntax> Calls { get; init; } = Node is InvocationExpressionSyntax call ? [call] : [];

    /// <summary>All of a body, the innermost first. What runs over data that is there, <c>foreach</c>, ends with it.</summary>
    public static IEnumerable<RepeatedCode> In(SyntaxNode body)
    {
        var nodes = body.DescendantNodesAndSelf().ToList();
        var jumps = nodes.OfType<GotoStatementSyntax>().ToLookup(TargetOf);
        return nodes.Select(node => Of(node, jumps)).OfType<RepeatedCode>().OrderBy(static code => code.Parts.Sum(static part => part.Span.Length));
    }

    public IEnumerable<SyntaxNode> Nodes() => Parts.SelectMany(static part => part.DescendantNodesAndSelf());

    public bool Contains(SyntaxNode node) => Parts.Any(part => part.SyntaxTree == node.SyntaxTree && part.Span.Contains(node.Span));

    private static RepeatedCode? Of(SyntaxNode node, ILookup<string?, GotoStatementSyntax> jumps) => node switch
    {
        WhileStatementSyntax loop => new(loop, loop.WhileKeyword, [loop.Condition, loop.Statement], Unless(loop.Condition)),
        DoStatementSyntax loop => new(loop, loop.DoKeyword, [loop.Statement, loop.Condition], Unless(loop.Condition)),
        // for (var i = 0; i < n; i++) counts already.
        ForStatementSyntax { Condition: BinaryExpressionSyntax { RawKind: not (int)SyntaxKind.EqualsExpression and not (int)SyntaxKind.NotEqualsExpression and not (int)SyntaxKind.LogicalAndExpression }, Incrementors.Count: > 0 } => null,
        ForStatementSyntax loop => new(loop, loop.ForKeyword, [.. loop.Condition is { } condition ? new[] { condition } : [], .. loop.Incrementors, loop.Statement], Unless(loop.Condition)),
        LabeledStatementSyntax label when jumps.Contains(label.Identifier.ValueText) => OfLabel(label, jumps[label.Identifier.ValueText]),
        InvocationExpressionSyntax call => OfCall(call),
        _ => null,
    };

    private static ExpressionSyntax? Unless(ExpressionSyntax? condition) => condition.IsKind(SyntaxKind.TrueLiteralExpression) ? null : condition;

    /// <summary>From a label to the last jump back to it.</summary>
    private static RepeatedCode? OfLabel(LabeledStatementSyntax label, IEnumerable<GotoStatementSyntax> jumps)
    {
        var siblings = label.Parent switch
        {
            BlockSyntax block => block.Statements.ToList(),
            GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static global => global.Statement).ToList(),
            _ => [],
        };
        var first = siblings.IndexOf(label);
        foreach (var jump in jumps.Reverse())
        {
            var last = siblings.FindIndex(statement => statement.Span.Contains(jump.Span));
            if (first >= 0 && last >= first)
                return new(label, label.Identifier, [.. siblings.Skip(first).Take(last - first + 1)], null);
        }

        return null;
    }

    public static bool IsJumpTo(SyntaxNode node, LabeledStatementSyntax label) => node is GotoStatementSyntax jump && TargetOf(jump) == label.Identifier.ValueText;

    /// <summary>The label of a jump; null for those to cases of a switch.</summary>
    private static string? TargetOf(GotoStatementSyntax jump) => jump is { RawKind: (int)SyntaxKind.GotoStatement, Expression: IdentifierNameSyntax { Identifier.ValueText: var target } } ? target : null;

    /// <summary>A function that calls one of its own name, on itself. Whether it is the same one is for symbols to say.</summary>
    private static RepeatedCode? OfCall(InvocationExpressionSyntax call)
    {
        var name = call.Expression switch
        {
            IdentifierNameSyntax simple => simple.Identifier,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax member } => member.Identifier,
            _ => default,
        };
        if (name.ValueText.Length == 0)
            return null;

        for (var around = call.Parent; around is not null and not TypeDeclarationSyntax and not AnonymousFunctionExpressionSyntax; around = around.Parent)
        {
            switch (around)
            {
                case LocalFunctionStatementSyntax function when function.Identifier.ValueText == name.ValueText && (SyntaxNode?)function.Body is var local:
                    return new(call, name, [local ?? function.ExpressionBody!], null);
                case MethodDeclarationSyntax method when method.Identifier.ValueText == name.ValueText:
                    return new(call, name, [(SyntaxNode?)method.Body ?? method.ExpressionBody!], null);
                case LocalFunctionStatementSyntax or MethodDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }
}
