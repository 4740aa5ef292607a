using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Models;

/// <summary>Whether somebody looks at a model before it is loaded: at the value itself, in what hands it over, or in the type that loads it.</summary>
internal sealed class VerifiedModel(AiFile file)
{
    /// <summary>How the application's own checks are called.</summary>
    private static readonly string[] CheckWords = ["Verif", "Checksum", "Sha256", "Integrity", "Signature", "Digest"];

    /// <summary>Own methods between a load and the check.</summary>
    private const int MaxCalls = 3;

    /// <summary>How deep methods were looked into: calls of calls are many, and none is asked twice.</summary>
    private readonly Dictionary<ISymbol, int> _seen = new(SymbolEqualityComparer.Default);

    public bool Is(IOperation model, SyntaxNode load)
    {
        if (IsHandedToCheck(model.Syntax, load))
            return true;
        foreach (var source in new ValueTrace(file.Model, file.CancellationToken).SourcesOf(model))
        {
            if (!IsChecked(source))
                return IsCheckedIn(load, RelatedMembers.Of(load, isKept: Operations.Unwrap(model) is IMemberReferenceOperation || source is IMemberReferenceOperation));
        }

        return true;
    }

    /// <summary>Whether a model lies in the folder of the program itself: <c>Path.Combine(AppContext.BaseDirectory, "model.onnx")</c>.</summary>
    public bool IsShipped(IOperation model) => IsShipped(model, MaxCalls);

    private bool IsShipped(IOperation value, int depth) => new ValueTrace(file.Model, file.CancellationToken).SourcesOf(value).All(source => source switch
    {
        IPropertyReferenceOperation { Property: var folder } => file.Compilation.Symbols.RowsOf(folder).Any(static row => row.Role == Role.ModelCheck && row["kind"] == "shipped"),
        IInvocationOperation { TargetMethod: { Name: "Combine" or "Join" or "GetFullPath" or "GetDirectoryName", ContainingType.Name: nameof(System.IO.Path) }, Arguments: { IsEmpty: false } arguments } when depth > 0 =>
            IsShipped(arguments[0] is { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer.ElementValues: { IsEmpty: false } elements } } ? elements[0] : arguments[0].Value, depth - 1),
        // Parameters that say where the model lies.
        IObjectCreationOperation { Constructor: { } made, Arguments: { IsEmpty: false } given } when depth > 0 && file.Compilation.Symbols.RowsOf(made).Any(static row => row.Role == Role.ModelCheck && row["kind"] == "location") => IsShipped(given[0].Value, depth - 1),
        _ => false,
    });

    private bool IsChecked(IOperation source)
    {
        // A resource file of the project is a part of the program.
        if (source is IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "Resources" } })
            return true;
        if (source is not IInvocationOperation call)
            return false;

        foreach (var row in file.Compilation.Symbols.RowsOf(call.TargetMethod))
        {
            if (row.Role == Role.ModelCheck)
                return true;
        }

        return false;
    }

    /// <summary>Whether an own method that checks gets what the member loads, or hands it over: <c>if (!FileHash.Matches(path, sum)) throw</c>.</summary>
    private bool IsHandedToCheck(SyntaxNode model, SyntaxNode load)
    {
        var names = new HashSet<string>(model.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText));
        SyntaxNode scope = load.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? load.SyntaxTree.GetRoot(file.CancellationToken);
        foreach (var call in scope.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if ((IsGiven(call) || MakesIt(call))
                && file.Model.GetSymbolInfo(call, file.CancellationToken).Symbol is IMethodSymbol method && Checks(method, MaxCalls))
                return true;
        }

        return false;

        bool IsGiven(InvocationExpressionSyntax call) => call.SpanStart < load.SpanStart && !call.Span.Contains(load.Span)
            && call.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax given && names.Contains(given.Identifier.ValueText));

        // var path = await store.EnsureAsync(name);
        bool MakesIt(InvocationExpressionSyntax call) => model.Span.Contains(call.Span)
            || (call.FirstAncestorOrSelf<EqualsValueClauseSyntax>() is { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name } } && names.Contains(name));
    }

    /// <summary>Whether a method of the project makes a digest or asks for a signature, itself or through others.</summary>
    private bool Checks(IMethodSymbol method, int depth)
    {
        if (_seen.TryGetValue(method.OriginalDefinition, out var deepest) && deepest >= depth)
            return false;
        _seen[method.OriginalDefinition] = depth;

        foreach (var reference in method.OriginalDefinition.DeclaringSyntaxReferences)
        {
            var model = file.Model.Compilation.ContainsSyntaxTree(reference.SyntaxTree) ? file.Model.Compilation.LateModelOf(reference.SyntaxTree) : null;
            foreach (var call in reference.GetSyntax(file.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (EndpointNames.NameOf(call.Expression) is not { } name)
                    continue;
                if (file.Compilation.Symbols.Catalog.Index.Members(name).Any(static row => row.Role == Role.ModelCheck && row["kind"] is null))
                    return true;
                if (depth > 0 && model?.GetSymbolInfo(call, file.CancellationToken).Symbol is IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false } own && Checks(own, depth - 1))
                    return true;
            }
        }

        return false;
    }

    /// <summary>A digest or a signature, and a part of the program itself: which file it is about is not asked.</summary>
    private bool IsCheckedIn(SyntaxNode load, RelatedMembers related)
    {
        var type = load.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var scope = type ?? load.SyntaxTree.GetRoot(file.CancellationToken);
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.ModelCheck && row["kind"] is null && scope.Span.Contains(site.Node.Span) && site.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() == type && related.Contain(site.Node))
                    return true;
            }
        }

        foreach (var node in scope.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax { Expression: var called } && EndpointNames.NameOf(called) is { } name && SoundsLikeCheck(name) && node.FirstAncestorOrSelf<TypeDeclarationSyntax>() == type && related.Contain(node) && IsOwn(node) && !IsAboutAnother(node, load))
                return true;
        }

        return false;
    }

    /// <summary>Whether a check hands back a model of its own, and neither gets this one nor is what is loaded: <c>var other = cache.EnsureVerified(url, sum);</c></summary>
    private static bool IsAboutAnother(SyntaxNode check, SyntaxNode load)
    {
        if (check.Ancestors().TakeWhile(static outer => outer is not StatementSyntax).OfType<EqualsValueClauseSyntax>().FirstOrDefault()?.Parent is not VariableDeclaratorSyntax { Identifier.ValueText: var kept })
            return false;

        var loaded = new HashSet<string>(load.DescendantNodes().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText));
        return !loaded.Contains(kept) && !((InvocationExpressionSyntax)check).ArgumentList.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => loaded.Contains(name.Identifier.ValueText));
    }

    private static bool SoundsLikeCheck(string name)
    {
        foreach (var word in CheckWords)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }

    private bool IsOwn(SyntaxNode call) => file.Model.GetSymbolInfo(call, file.CancellationToken).Symbol is { DeclaringSyntaxReferences.IsEmpty: false };
}
