using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Identities;

/// <summary>Whether a credential is one of several, among which the program chooses: a chain, a conditional expression, the branches of an <c>if</c> or a <c>switch</c>.</summary>
internal sealed class CredentialChoice(AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>Whether another one is there that works without a person.</summary>
    public bool HasUnattendedAlternative(SyntaxNode credential)
    {
        for (var (child, parent) = (credential, credential.Parent); parent is not null and not MemberDeclarationSyntax; (child, parent) = (parent, parent.Parent))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var branch = parent switch
            {
                ConditionalExpressionSyntax or SwitchExpressionSyntax or SwitchStatementSyntax or IfStatementSyntax { Else: not null } => child,
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } => child,
                BaseObjectCreationExpressionSyntax when IsToken(parent) => credential,
                _ => null,
            };
            if (branch is not null && Holds(parent, branch))
                return true;
        }

        return false;
    }

    private bool Holds(SyntaxNode scope, SyntaxNode without)
    {
        foreach (var node in scope.DescendantNodes(node => node != without))
        {
            if (node != without && node is BaseObjectCreationExpressionSyntax && IsToken(node) && !IsWeak(node))
                return true;
        }

        return false;
    }

    private bool IsToken(SyntaxNode creation) => symbols.Is(model.GetTypeInfo(creation, cancellationToken).Type, Role.Token);

    private bool IsWeak(SyntaxNode creation)
    {
        if (model.GetSymbolInfo(creation, cancellationToken).Symbol is not { } constructor)
            return false;

        foreach (var row in symbols.RowsOf(constructor))
        {
            if (row.Role == Role.WeakCredential)
                return true;
        }

        return false;
    }
}
