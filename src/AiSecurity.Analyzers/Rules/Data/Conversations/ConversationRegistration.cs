using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Data.Conversations;

/// <summary>Where a container is given one conversation for all.</summary>
internal static class ConversationRegistration
{
    public static IEnumerable<(SyntaxNode Node, string Name)> In(AiFile file, ConversationTypes conversations)
    {
        var catalog = file.Compilation.Symbols.Catalog;
        foreach (var body in FlowFactStore.For(file.Compilation, file.Model.Compilation, file.CancellationToken).Shared.Names.Of(file.Model.SyntaxTree))
        {
            if (!body.Uses.Any(use => SingletonTypes.IsRegistration(use.Name, catalog)))
                continue;

            foreach (var call in body.Node.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (call.Expression is MemberAccessExpressionSyntax { Name: var name } && SingletonTypes.IsRegistration(name.Identifier.ValueText, catalog) && Registered(call, name, file) is { } type && conversations.KindOf(type) is not null)
                    yield return (name, type.Name);
            }
        }
    }

    /// <summary>The type argument, or the type of what is given or made.</summary>
    private static ITypeSymbol? Registered(InvocationExpressionSyntax call, SimpleNameSyntax name, AiFile file)
    {
        if (name is GenericNameSyntax { TypeArgumentList.Arguments: { Count: > 0 } types })
            return file.Model.GetTypeInfo(types[0], file.CancellationToken).Type;
        if (file.Model.GetSymbolInfo(call, file.CancellationToken).Symbol is IMethodSymbol { TypeArguments: { Length: > 0 } inferred })
            return inferred[0];

        return call.ArgumentList.Arguments.FirstOrDefault()?.Expression is BaseObjectCreationExpressionSyntax made ? file.Model.GetTypeInfo(made, file.CancellationToken).Type : null;
    }
}
