using System.Collections.Immutable;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>Recognises code that takes a key or a token, whichever is configured: the other path already does the right thing.</summary>
internal sealed class KeySwitch(AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
{
    private const int MaxNodes = 400;

    private const int MaxDepth = 3;

    /// <summary>Whether a branch beside the one that holds the key or its client, or that calls the method around it, uses a token credential.</summary>
    public bool IsKeyBranch(KeyUse use) =>
        IsKeyBranch(use.Node, MaxDepth) || use.Sinks.TrueForAll(sink => sink.Operation.Syntax.SyntaxTree == model.SyntaxTree && IsKeyBranch(sink.Operation.Syntax, MaxDepth));

    private bool IsKeyBranch(SyntaxNode node, int depth)
    {
        for (var child = node; child.Parent is { } parent; child = parent)
        {
            if (OtherBranchHasToken(parent, child))
                return true;
            if (parent is LocalFunctionStatementSyntax or MethodDeclarationSyntax && depth > 0 && CallersAreKeyBranches(parent, depth))
                return true;
            if (parent is MemberDeclarationSyntax and not GlobalStatementSyntax)
                return false;
        }

        return false;
    }

    /// <summary><c>return useKey ? CreateWithKey() : CreateWithToken();</c>: the choice stands with the callers.</summary>
    private bool CallersAreKeyBranches(SyntaxNode declaration, int depth)
    {
        var name = (declaration as MethodDeclarationSyntax)?.Identifier.ValueText ?? ((LocalFunctionStatementSyntax)declaration).Identifier.ValueText;
        var method = model.GetDeclaredSymbol(declaration, cancellationToken);
        var scope = (SyntaxNode?)declaration.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() ?? declaration.SyntaxTree.GetRoot(cancellationToken);
        foreach (var node in scope.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax invocation && NameOf(invocation) == name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(invocation, cancellationToken).Symbol, method)
                && IsKeyBranch(invocation, depth - 1))
                return true;
        }

        return false;
    }

    private static string? NameOf(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    private bool OtherBranchHasToken(SyntaxNode parent, SyntaxNode child)
    {
        switch (parent)
        {
            case ConditionalExpressionSyntax conditional:
                return child == conditional.WhenTrue ? HasToken(conditional.WhenFalse) : child == conditional.WhenFalse && HasToken(conditional.WhenTrue);
            case IfStatementSyntax { Else: { } otherwise } branch when child == branch.Statement:
                return HasToken(otherwise.Statement);
            case IfStatementSyntax branch when child == branch.Statement:
                return Leaves(branch.Statement) && FollowingHasToken(branch);
            case ElseClauseSyntax { Parent: IfStatementSyntax branch }:
                return HasToken(branch.Statement);
            case SwitchExpressionSyntax switched:
                foreach (var arm in switched.Arms)
                {
                    if (arm != child && HasToken(arm.Expression))
                        return true;
                }

                return false;
            case SwitchStatementSyntax switched:
                foreach (var section in switched.Sections)
                {
                    if (section != child && HasToken(section))
                        return true;
                }

                return false;
            case BlockSyntax block when child is StatementSyntax statement:
                return PrecedingLeavesWithToken(block.Statements, statement);
            default:
                return false;
        }
    }

    /// <summary><c>if (key is null) return new Client(endpoint, token); return new Client(endpoint, key);</c></summary>
    private bool PrecedingLeavesWithToken(SyntaxList<StatementSyntax> statements, StatementSyntax statement)
    {
        foreach (var preceding in statements)
        {
            if (preceding == statement)
                return false;
            if (preceding is IfStatementSyntax branch && Leaves(branch.Statement) && HasToken(branch.Statement))
                return true;
        }

        return false;
    }

    private bool FollowingHasToken(IfStatementSyntax branch)
    {
        if (branch.Parent is not BlockSyntax block)
            return false;

        foreach (var statement in block.Statements)
        {
            if (statement.SpanStart > branch.SpanStart && HasToken(statement))
                return true;
        }

        return false;
    }

    private static bool Leaves(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax => true,
        BlockSyntax { Statements: { Count: > 0 } statements } => Leaves(statements.Last()),
        _ => false,
    };

    private bool HasToken(SyntaxNode branch) => HasToken(branch, MaxDepth);

    private bool HasToken(SyntaxNode branch, int depth)
    {
        var visited = 0;
        foreach (var node in branch.DescendantNodesAndSelf())
        {
            if (++visited > MaxNodes)
                return false;
            if (node is not (BaseObjectCreationExpressionSyntax or IdentifierNameSyntax or InvocationExpressionSyntax))
                continue;
            if (symbols.Is(model.GetTypeInfo(node, cancellationToken).Type, Role.Token))
                return true;
            if (depth > 0 && node is InvocationExpressionSyntax && DeclarationHere(model.GetSymbolInfo(node, cancellationToken).Symbol) is { } called && called != branch && HasToken(called, depth - 1))
                return true;
        }

        return false;
    }

    private SyntaxNode? DeclarationHere(ISymbol? method)
    {
        foreach (var reference in method?.DeclaringSyntaxReferences ?? ImmutableArray<SyntaxReference>.Empty)
        {
            if (reference.SyntaxTree == model.SyntaxTree && reference.GetSyntax(cancellationToken) is MethodDeclarationSyntax or LocalFunctionStatementSyntax)
                return reference.GetSyntax(cancellationToken);
        }

        return null;
    }
}
