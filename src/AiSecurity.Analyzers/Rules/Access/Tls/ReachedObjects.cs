using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Tls;

/// <summary>The objects that AI clients of a file are made from: options, transports, HTTP clients, handlers, and what these are made from.</summary>
internal sealed class ReachedObjects(AiFile file, ValueTrace trace)
{
    private const int MaxSteps = 300;

    private readonly HashSet<SyntaxNode> _creations = [];
    private readonly HashSet<ISymbol> _symbols = new(SymbolEqualityComparer.Default);
    private readonly Stack<IOperation> _pending = new();

    public void AddClients()
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.Key && file.Model.OperationOf(site.Node, file.CancellationToken) is { } operation)
                    Push(operation);
                else if (row.Role == Role.HttpSend && file.Model.OperationOf(site.Node, file.CancellationToken) is IInvocationOperation send
                    && (send.Instance ?? (send.Arguments.IsEmpty ? null : send.Arguments[0].Value)) is { } client && GoesToAi(send))
                    _pending.Push(client);
            }
        }

        for (var step = 0; _pending.Count > 0 && step < MaxSteps; step++)
            Follow(_pending.Pop());
    }

    /// <summary>Whether an assignment is to a member of one of these objects, or of something inside it.</summary>
    public bool Holds(AssignmentExpressionSyntax assignment)
    {
        for (var node = assignment.Parent; node is not null and not StatementSyntax; node = node.Parent)
        {
            if (_creations.Contains(node))
                return true;
        }

        var target = assignment.Left;
        while (target is MemberAccessExpressionSyntax access)
        {
            target = access.Expression;
            if (file.Model.GetSymbolInfo(target, file.CancellationToken).Symbol is { } symbol && _symbols.Contains(symbol))
                return true;
        }

        return false;
    }

    private bool GoesToAi(IInvocationOperation send)
    {
        foreach (var address in new Headers.HeaderTarget(file, trace).AddressesOf(send))
        {
            if (Endpoint.Of(address, file.Compilation.Symbols, trace, file.CancellationToken) is { Kind: HostKind.Azure or HostKind.Gateway or HostKind.Other } or { IsNamedAzure: true, Kind: HostKind.Unknown })
                return true;
        }

        return false;
    }

    private void Follow(IOperation value)
    {
        file.CancellationToken.ThrowIfCancellationRequested();
        var visited = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        if (ValueTrace.ReadSymbol(value) is { } read)
            visited.Add(read);
        foreach (var source in trace.SourcesOf(value))
        {
            if (source is IObjectCreationOperation or IInvocationOperation && _creations.Add(source.Syntax))
                Push(source);
        }

        foreach (var symbol in visited)
        {
            if (_symbols.Add(symbol) && symbol is ILocalSymbol or IFieldSymbol or IPropertySymbol)
                PushAssigned(value, symbol);
        }
    }

    private void Push(IOperation operation)
    {
        _creations.Add(operation.Syntax);
        foreach (var child in operation.ChildOperations)
        {
            switch (child)
            {
                case IArgumentOperation argument:
                    _pending.Push(argument.Value);
                    break;
                case IObjectOrCollectionInitializerOperation initializer:
                    foreach (var member in initializer.Initializers)
                    {
                        if (member is ISimpleAssignmentOperation assignment)
                            _pending.Push(assignment.Value);
                    }

                    break;
            }
        }
    }

    /// <summary>What is assigned to members of a variable: <c>options.Transport = ...</c>.</summary>
    private void PushAssigned(IOperation use, ISymbol symbol)
    {
        var scope = (SyntaxNode?)use.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? use.Syntax.SyntaxTree.GetRoot(file.CancellationToken);
        foreach (var node in scope.DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } } access } assignment
                && SymbolEqualityComparer.Default.Equals(file.Model.GetSymbolInfo(access.Expression, file.CancellationToken).Symbol, symbol)
                && file.Model.OperationOf(assignment.Right, file.CancellationToken) is { } assigned)
                _pending.Push(assigned);
        }
    }
}
