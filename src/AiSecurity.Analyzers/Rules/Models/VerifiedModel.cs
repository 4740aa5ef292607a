using System;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Models;

/// <summary>Whether somebody looks at a model before it is loaded: at the value itself, or in the type that loads it.</summary>
internal sealed class VerifiedModel(AiFile file)
{
    /// <summary>How the application's own checks are called.</summary>
    private static readonly string[] CheckWords = ["Verif", "Checksum", "Sha256", "Integrity", "Signature", "Digest"];

    public bool Is(IOperation model, SyntaxNode load)
    {
        foreach (var source in new ValueTrace(file.Model, file.CancellationToken).SourcesOf(model))
        {
            if (!IsChecked(source))
                return IsCheckedIn(load);
        }

        return true;
    }

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

    /// <summary>A digest or a signature, and a part of the program itself: which file it is about is not asked.</summary>
    private bool IsCheckedIn(SyntaxNode load)
    {
        SyntaxNode scope = load.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? load.SyntaxTree.GetRoot(file.CancellationToken);
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.ModelCheck && row["kind"] is null && scope.Span.Contains(site.Node.Span))
                    return true;
            }
        }

        foreach (var node in scope.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax { Expression: var called } && EndpointNames.NameOf(called) is { } name && SoundsLikeCheck(name) && IsOwn(node))
                return true;
        }

        return false;
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
