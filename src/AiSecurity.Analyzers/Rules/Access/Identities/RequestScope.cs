using System.Collections.Generic;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Identities;

/// <summary>Whether code runs again for every request: in a loop, an endpoint's handler, an action, a hub's method or a function.</summary>
internal sealed class RequestScope(AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
{
    public bool Holds(SyntaxNode node)
    {
        if (DependsOnCaller(node))
            return false;

        for (var (child, parent) = (node, node.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (parent)
            {
                // Made when it is missing, and kept.
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression }:
                    return false;
                case ForStatementSyntax loop when child == loop.Statement:
                case CommonForEachStatementSyntax each when child == each.Statement:
                case WhileStatementSyntax or DoStatementSyntax:
                    return true;
                case AnonymousFunctionExpressionSyntax function:
                    return IsHandler(function);
                case LocalFunctionStatementSyntax:
                    return false;
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return model.GetDeclaredSymbol(parent, cancellationToken) is IMethodSymbol method && EntryPoints.AnswerOf(method, symbols) is not null;
            }
        }

        return false;
    }

    /// <summary>Whether what is created differs from caller to caller.</summary>
    private bool DependsOnCaller(SyntaxNode node)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<SyntaxNode>();
        pending.Push(node);
        while (pending.Count > 0)
        {
            foreach (var inner in pending.Pop().DescendantNodesAndSelf())
            {
                if (inner is not IdentifierNameSyntax)
                    continue;

                switch (model.GetSymbolInfo(inner, cancellationToken).Symbol)
                {
                    case IParameterSymbol:
                        return true;
                    case ILocalSymbol local when seen.Add(local):
                        if (InitializerOf(local) is not { } initializer)
                            return true;
                        pending.Push(initializer);
                        break;
                }
            }
        }

        return false;
    }

    private ExpressionSyntax? InitializerOf(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences is { Length: 1 } declarations && declarations[0].GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: var value } ? value : null;

    private bool IsHandler(AnonymousFunctionExpressionSyntax function)
    {
        if (function.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument)
            return false;

        var info = model.GetSymbolInfo(call, cancellationToken);
        if ((info.Symbol ?? CandidateCall.Resolve(call, info, model, cancellationToken)) is not IMethodSymbol method)
            return false;
        foreach (var row in symbols.RowsOf(method))
        {
            if (row.Role == Role.Entry && row["handler"] is { } handler && CandidateCall.ParameterOf(argument, method)?.Name == handler)
                return true;
        }

        return false;
    }
}
