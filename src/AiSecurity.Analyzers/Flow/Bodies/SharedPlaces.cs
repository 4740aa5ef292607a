using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Places that other bodies write too: members of the project, and variables of a body around this one.</summary>
internal sealed class SharedPlaces(BodyContext context)
{
    /// <summary>Whether a place holds an object that other bodies have as well: a member, or something of a body around this one.</summary>
    public bool Has(object place) => place switch
    {
        IFieldSymbol or IPropertySymbol => true,
        MemberPlace member => Has(member.Owner),
        ISymbol symbol => IsForeign(symbol),
        _ => false,
    };

    /// <summary>Whether a variable belongs to a body around this one.</summary>
    public bool IsForeign(ISymbol symbol) =>
        symbol is ILocalSymbol or IParameterSymbol && !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, context.Facts.Owner);

    /// <summary>What a member holds that this body has not written.</summary>
    public FlowValue ReadOwn(ISymbol member, IOperation? instance)
    {
        if (!context.IsOwn(member) || TypeOf(member) is not { } type || context.Compilation.DataTypes.IsService(type))
            return FlowValue.Clean;
        if (context.State.Values.TryGetValue(member, out var written))
            return written;

        var value = FlowValue.Of(FlowNode.Member(member));
        if (member is IPropertySymbol && BoundOrigins(member) is var origins and not Origins.None && member.DeclaringSyntaxReferences is { Length: > 0 } references)
            value = value.Join(context.Source(references[0].GetSyntax(context.CancellationToken), origins));
        // Data that a caller filled in elsewhere arrives as the object that its method is called on.
        return instance is not null && context.Facts.Owner is IMethodSymbol { IsStatic: false } owner && context.Compilation.DataTypes.IsData(owner.ContainingType)
            ? value.Join(FlowValue.Of(FlowNode.Receiver(owner)).Member(member))
            : value;
    }

    public static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IEventSymbol member => member.Type,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    /// <summary>A property that the framework fills from the request.</summary>
    private Origins BoundOrigins(ISymbol property)
    {
        var origins = Origins.None;
        foreach (var attribute in property.GetAttributes())
        {
            if (context.Symbols.RowOf(attribute.AttributeClass, Role.Entry) is { } row)
                origins |= OriginNames.Parse(row["origin"]);
        }

        return origins;
    }
}
