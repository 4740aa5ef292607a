using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Agents and clients of the project that stand in for a model and ask none: they echo, count, or answer from a table.</summary>
internal static class OwnAgents
{
    /// <summary>Whether a call, also of an extension method, goes to one of them.</summary>
    public static bool AnswersItself(IOperation operation, FlowCompilation compilation)
    {
        if (operation is not IInvocationOperation call)
            return false;

        var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        return receiver is not null && Operations.Unwrap(receiver).Type is INamedTypeSymbol type && AnswersItself(type, compilation);
    }

    /// <summary>Whether a type of the project holds nothing that could ask a model, and calls none.</summary>
    private static bool AnswersItself(INamedTypeSymbol type, FlowCompilation compilation)
    {
        if (type is not { TypeKind: TypeKind.Class, IsSealed: true, DeclaringSyntaxReferences.IsEmpty: false } || type.BaseType is { DeclaringSyntaxReferences.IsEmpty: false })
            return false;

        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsConst: false } field && MayAsk(field.Type))
                return false;
            if (member is not IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
                continue;
            foreach (var parameter in constructor.Parameters)
            {
                if (MayAsk(parameter.Type))
                    return false;
            }
        }

        foreach (var body in compilation.Names.All)
        {
            if (body.Type == type.Name && (body.Kinds & (NameKind.Model | NameKind.Request)) != 0)
                return false;
        }

        return true;
    }

    /// <summary>Text, numbers, collections of them and loggers ask nobody.</summary>
    private static bool MayAsk(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Delegate)
            return true;
        if (type is IArrayTypeSymbol array)
            return MayAsk(array.ElementType);
        if (type is INamedTypeSymbol { TypeArguments.IsEmpty: false } generic && generic.Name is not "ILogger")
        {
            foreach (var argument in generic.TypeArguments)
            {
                if (MayAsk(argument))
                    return true;
            }
        }

        return type.Name is not ("ILogger" or "ILoggerFactory") && !IsOfSystem(type.ContainingNamespace);
    }

    private static bool IsOfSystem(INamespaceSymbol? space)
    {
        // System.Net.Http reaches everybody.
        if (space is { Name: "Http" })
            return false;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space is { Name: "System" };
    }
}
