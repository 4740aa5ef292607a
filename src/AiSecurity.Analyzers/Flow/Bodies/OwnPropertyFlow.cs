using System.Collections.Immutable;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Properties of the project's own that run code: their accessors are called as methods are.</summary>
internal sealed class OwnPropertyFlow(BodyContext context, ValueFlow values, PlaceFlow places, OwnCallFlow calls)
{
    /// <summary>Whether reading or writing a property runs code of the project: it has a body, or another type decides.</summary>
    public bool HasBody(IPropertySymbol property)
    {
        if (property.IsAbstract || property.ContainingType.TypeKind == TypeKind.Interface || property.IsVirtual || property.IsOverride)
            return true;
        if (property.DeclaringSyntaxReferences.Length == 0)
            return false;

        return property.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) switch
        {
            PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax { ExpressionBody: not null } => true,
            BasePropertyDeclarationSyntax { AccessorList.Accessors: var accessors } => HasBody(accessors),
            _ => false,
        };
    }

    private static bool HasBody(SyntaxList<AccessorDeclarationSyntax> accessors)
    {
        foreach (var accessor in accessors)
        {
            if (accessor.Body is not null || accessor.ExpressionBody is not null)
                return true;
        }

        return false;
    }

    public FlowValue Read(IPropertyReferenceOperation property, ImmutableArray<GivenValue> index)
    {
        var held = places.ReadMember(property.Property, property.Instance, values);
        if (property.Property.GetMethod?.OriginalDefinition is not { } getter)
            return held;

        var receiver = property.Instance is { Type: { } type } and not IInstanceReferenceOperation && context.Compilation.DataTypes.IsData(type) ? held : FlowValue.Clean;
        var result = FlowValue.Of(calls.Record(getter, null, property.Syntax, receiver, index));
        // What the getter makes of data, its facts say; what an interface holds, nobody does.
        return property.Instance is null or IInstanceReferenceOperation && !property.Property.IsAbstract && !property.Property.IsVirtual ? result : result.Join(held);
    }

    public void Write(IPropertyReferenceOperation property, FlowValue value)
    {
        if (property.Property.SetMethod?.OriginalDefinition is { } setter)
            calls.Record(setter, null, property.Syntax, FlowValue.Clean, ImmutableArray.Create((setter.Parameters.Length - 1, context.State.Effective(value))));
    }
}
