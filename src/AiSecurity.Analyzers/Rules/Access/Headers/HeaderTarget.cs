using System;
using System.Collections.Generic;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Headers;

/// <summary>Where the request or client goes whose header is set, as far as its own address tells.</summary>
internal sealed class HeaderTarget(AiFile file, ValueTrace trace)
{
    /// <summary>The addresses of the object that a header is set on; empty when none is in sight.</summary>
    public List<IOperation> AddressesOf(IOperation call)
    {
        var addresses = new List<IOperation>();
        if (OwnerOf(call) is not { } owner)
            return addresses;

        foreach (var source in trace.SourcesOf(owner))
        {
            if (source is IObjectCreationOperation creation)
                AddArguments(creation, addresses);
        }

        if (ValueTrace.ReadSymbol(owner) is { } symbol)
        {
            AddAssignments(call, symbol, addresses);
            AddRequests(call, symbol, addresses);
        }

        return addresses;
    }

    /// <summary>The request or client: <c>request</c> in <c>request.Headers.Add(...)</c> and <c>client.DefaultRequestHeaders.Authorization = new(...)</c>.</summary>
    private static IOperation? OwnerOf(IOperation call)
    {
        var current = call switch
        {
            IInvocationOperation { Instance: { } instance } => instance,
            // An extension method: request.AddHeader(...).
            IInvocationOperation { Arguments: { Length: > 0 } arguments } => arguments[0].Value,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } => target.Instance,
            _ => AssignedMember(call)?.Instance,
        };

        current = ValueTrace.Unwrap(current);
        while (current is IPropertyReferenceOperation { Instance: { } instance, Property: { DeclaringSyntaxReferences.IsEmpty: true, Type.Name: var type } } && type.EndsWith("Headers", StringComparison.Ordinal))
            current = ValueTrace.Unwrap(instance);
        return current;
    }

    private static IPropertyReferenceOperation? AssignedMember(IOperation value)
    {
        var parent = value.Parent;
        while (parent is IConversionOperation or IConditionalOperation)
            parent = parent.Parent;
        return (parent as ISimpleAssignmentOperation)?.Target as IPropertyReferenceOperation;
    }

    private static void AddArguments(IObjectCreationOperation creation, List<IOperation> addresses)
    {
        foreach (var argument in creation.Arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: var name } && IsAddress(name))
                addresses.Add(argument.Value);
        }

        if (creation.Initializer is not { } initializer)
            return;
        foreach (var member in initializer.Initializers)
        {
            if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } assignment && IsAddress(name))
                addresses.Add(assignment.Value);
        }
    }

    private void AddAssignments(IOperation call, ISymbol owner, List<IOperation> addresses)
    {
        foreach (var node in ScopeOf(call).DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "BaseAddress" or "RequestUri" } access } assignment
                && SymbolEqualityComparer.Default.Equals(file.Model.GetSymbolInfo(access.Expression, file.CancellationToken).Symbol, owner)
                && file.Model.OperationOf(assignment.Right, file.CancellationToken) is { } address)
                addresses.Add(address);
        }
    }

    /// <summary>The addresses that a client is sent to.</summary>
    private void AddRequests(IOperation call, ISymbol owner, List<IOperation> addresses)
    {
        var scope = ScopeOf(call);
        foreach (var site in file.Scan.CallSites)
        {
            if (!scope.Span.Contains(site.Node.SpanStart) || !IsRequest(site) || file.Model.OperationOf(site.Node, file.CancellationToken) is not IInvocationOperation send
                || !SymbolEqualityComparer.Default.Equals(ValueTrace.ReadSymbol(send.Instance ?? (send.Arguments.IsEmpty ? null : send.Arguments[0].Value)), owner))
                continue;
            foreach (var argument in send.Arguments)
            {
                if (argument.Parameter is { Name: var name } && IsAddress(name))
                    addresses.Add(argument.Value);
            }
        }
    }

    private static bool IsRequest(CallSite site)
    {
        foreach (var row in site.Rows)
        {
            if (row.Role is Role.HttpSend or Role.Download)
                return true;
        }

        return false;
    }

    private static SyntaxNode ScopeOf(IOperation call) => call.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? call.Syntax.SyntaxTree.GetRoot(CancellationToken.None);

    private static bool IsAddress(string name) =>
        name.EndsWith("uri", StringComparison.OrdinalIgnoreCase) || name.EndsWith("url", StringComparison.OrdinalIgnoreCase) || name is "BaseAddress" or "resource" or "address";
}
