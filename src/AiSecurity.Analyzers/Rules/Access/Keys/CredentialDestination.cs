using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>Where a key credential goes that no AI client in sight takes.</summary>
internal static class CredentialDestination
{
    /// <summary>Whether it goes to members of other libraries only, such as Event Grid's or Maps' clients.</summary>
    public static bool IsForeign(IOperation credential, AiSymbols symbols)
    {
        switch (ParentOf(credential))
        {
            case IArgumentOperation argument:
                return IsForeignMember(argument, symbols);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return IsForeign(declarator.Symbol, credential, symbols);
            default:
                return false;
        }
    }

    private static bool IsForeign(ILocalSymbol local, IOperation credential, AiSymbols symbols)
    {
        var root = credential;
        while (root.Parent is not null)
            root = root.Parent;

        var uses = 0;
        foreach (var operation in root.Descendants())
        {
            if (operation is not ILocalReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Local, local))
                continue;
            if (ParentOf(reference) is not IArgumentOperation argument || !IsForeignMember(argument, symbols))
                return false;
            uses++;
        }

        return uses > 0;
    }

    private static IOperation? ParentOf(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation or IConditionalOperation)
            parent = parent.Parent;
        return parent;
    }

    private static bool IsForeignMember(IArgumentOperation argument, AiSymbols symbols)
    {
        var member = argument.Parent switch
        {
            IObjectCreationOperation creation => creation.Constructor,
            IInvocationOperation invocation => (ISymbol)invocation.TargetMethod,
            _ => null,
        };
        // A container or a list takes anything: only a parameter for credentials says whose key it is.
        return member is { DeclaringSyntaxReferences.IsEmpty: true } && symbols.RowsOf(member).IsEmpty
            && argument.Parameter is { OriginalDefinition.Type: var type } && symbols.Is(type, Role.KeyCredential);
    }
}
