using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Identities;

/// <summary>Finds the text of a token for an AI service that a field of the whole program keeps, with nobody looking at when it expires.</summary>
internal sealed class KeptToken(AiFile file)
{
    private readonly ValueTrace _trace = new(file.Model, file.CancellationToken);

    /// <summary>Where a token that is requested at a place is put into such a field.</summary>
    public IEnumerable<SyntaxNode> FieldsOf(CallSite request)
    {
        if (request.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || LooksAtExpiry(type) || !IsForAi(request))
            yield break;

        foreach (var node in type.DescendantNodes())
        {
            var (target, value) = node switch
            {
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.CoalesceAssignmentExpression } assignment =>
                    (file.Model.GetSymbolInfo(assignment.Left, file.CancellationToken).Symbol, assignment.Right),
                VariableDeclaratorSyntax { Initializer.Value: var initial, Parent.Parent: FieldDeclarationSyntax } declarator => (file.Model.GetDeclaredSymbol(declarator, file.CancellationToken), initial),
                _ => (null, null),
            };
            if (value is not null && IsText(target) && IsTokenOf(value, request.Node) && IsKept(target))
                yield return node is VariableDeclaratorSyntax ? value : node;
        }
    }

    private static bool LooksAtExpiry(TypeDeclarationSyntax type)
    {
        foreach (var node in type.DescendantNodes())
        {
            if (node is SimpleNameSyntax { Identifier.ValueText: var name } && (name.IndexOf("expir", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("RefreshOn", StringComparison.OrdinalIgnoreCase) >= 0))
                return true;
        }

        return false;
    }

    private static bool IsText(ISymbol? target) => target is IFieldSymbol { Type.SpecialType: SpecialType.System_String } or IPropertySymbol { Type.SpecialType: SpecialType.System_String };

    /// <summary>Whether one object for all has a field, or the type itself.</summary>
    private bool IsKept(ISymbol? target) =>
        target is not null && (target.IsStatic || SingletonTypes.Contains(file.Compilation, file.Model.Compilation, target.ContainingType.Name, file.CancellationToken));

    private bool IsTokenOf(ExpressionSyntax value, SyntaxNode request)
    {
        if (file.Model.OperationOf(value, file.CancellationToken) is not { } operation)
            return false;

        foreach (var source in _trace.SourcesOf(operation))
        {
            if (source is not IPropertyReferenceOperation { Instance: { } token, Property: { Type.SpecialType: SpecialType.System_String } })
                continue;
            foreach (var origin in _trace.SourcesOf(token))
            {
                if (origin.Syntax == request)
                    return true;
            }
        }

        return false;
    }

    private bool IsForAi(CallSite request)
    {
        if (file.Model.OperationOf(request.Node, file.CancellationToken) is not { } operation)
            return false;

        foreach (var row in request.Rows)
        {
            if (row.Role != Role.TokenRequest || new SinkArguments(file.Model, file.CancellationToken).Find(operation, request.Member, new CatalogSlot(row["value"]!, null, null)) is not { } argument)
                continue;
            foreach (var source in _trace.SourcesOf(argument.Value))
            {
                foreach (var part in source.DescendantsAndSelf())
                {
                    if (IsAudience(part))
                        return true;
                }
            }
        }

        return false;
    }

    private bool IsAudience(IOperation part)
    {
        foreach (var source in part is ILocalReferenceOperation or IFieldReferenceOperation ? _trace.SourcesOf(part) : ImmutableArray.Create(part))
        {
            if (source.ConstantValue is not { HasValue: true, Value: string scope })
                continue;
            foreach (var row in file.Compilation.Symbols.Catalog[Role.TokenAudience])
            {
                if (scope.IndexOf("//" + row.Member, StringComparison.OrdinalIgnoreCase) >= 0)
                    return true;
            }
        }

        return false;
    }
}
