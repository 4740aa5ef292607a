using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>Which bodies that meet neither a source nor a sink can hand text on, by their signature alone.</summary>
internal static class HelperBodies
{
    /// <summary>Whether text can leave the body: in its result, in an argument, or in a member that it writes.</summary>
    public static bool HandsOn(ISymbol owner, DataTypes types) => owner switch
    {
        IFieldSymbol field => Holds(field.Type, types),
        IPropertySymbol property => Holds(property.Type, types),
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.PropertySet } writer => TakesText(writer, types),
        IMethodSymbol { ReturnsVoid: true } or IMethodSymbol { ReturnType: INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 } } => TakesText((IMethodSymbol)owner, types),
        // A test of a text can be an allow-list.
        IMethodSymbol { ReturnType.SpecialType: SpecialType.System_Boolean } test => TakesText(test, types),
        IMethodSymbol method => Holds(ResultOf(method.ReturnType), types),
        _ => true,
    };

    private static bool TakesText(IMethodSymbol method, DataTypes types)
    {
        foreach (var parameter in method.Parameters)
        {
            if (Holds(parameter.Type, types))
                return true;
        }

        return false;
    }

    private static bool Holds(ITypeSymbol type, DataTypes types) => !CleanTypes.Is(type) && !types.IsService(type);

    /// <summary>What a task brings.</summary>
    private static ITypeSymbol ResultOf(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 1, TypeArguments: var arguments } ? arguments[0] : type;
}
