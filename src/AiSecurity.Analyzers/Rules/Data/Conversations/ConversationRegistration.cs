using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Data.Conversations;

/// <summary>Where a container is given one conversation for all.</summary>
internal static class ConversationRegistration
{
    public static IEnumerable<(SyntaxNode Node, string Name, string? Member)> In(AiFile file, ConversationTypes conversations)
    {
        var catalog = file.Compilation.Symbols.Catalog;
        foreach (var body in FlowFactStore.For(file.Compilation, file.Model.Compilation, file.CancellationToken).Shared.Names.Of(file.Model.SyntaxTree))
        {
            if (!body.Uses.Any(use => SingletonTypes.IsRegistration(use.Name, catalog)))
                continue;

            foreach (var call in body.Node.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (call.Expression is not MemberAccessExpressionSyntax { Name: var name } || !SingletonTypes.IsRegistration(name.Identifier.ValueText, catalog))
                    continue;
                if (Registered(call, name, file) is { } type && conversations.KindOf(type) is not null)
                    yield return (name, type.Name, null);
                else if (Implemented(call, name, file) is { } made && HeldIn(made, file, conversations) is { } held)
                    yield return (name, made.Name, held);
            }
        }
    }

    /// <summary>What a type of another project keeps, which that project by itself cannot know to be one for all.</summary>
    private static string? HeldIn(ITypeSymbol type, AiFile file, ConversationTypes conversations)
    {
        var others = ReferencedSources.Of(file.Compilation, file.Model.Compilation);
        foreach (var reference in type.OriginalDefinition.DeclaringSyntaxReferences)
        {
            if (!others.Contains(reference.SyntaxTree) || reference.GetSyntax(file.CancellationToken) is not TypeDeclarationSyntax owner)
                continue;

            var model = others.ModelOf(reference.SyntaxTree);
            foreach (var (declarator, initial) in KeptBy(owner))
            {
                if (model.GetDeclaredSymbol(declarator, file.CancellationToken) is { IsStatic: false } member && conversations.KindOf(member) is { } kind && !SharedConversationAnalyzer.RunsAlone(member.ContainingType)
                    && new ConversationUse(model, member, kind, file.CancellationToken).Grows(owner, initial))
                    return member.Name;
            }
        }

        return null;
    }

    private static IEnumerable<(SyntaxNode Declarator, ExpressionSyntax? Initial)> KeptBy(TypeDeclarationSyntax owner)
    {
        foreach (var member in owner.Members)
        {
            if (member is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors } property && accessors.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }))
                yield return (property, property.Initializer?.Value);
            foreach (var variable in (member as FieldDeclarationSyntax)?.Declaration.Variables ?? default)
                yield return (variable, variable.Initializer?.Value);
        }
    }

    /// <summary>The last type argument, or the type of what is made.</summary>
    private static ITypeSymbol? Implemented(InvocationExpressionSyntax call, SimpleNameSyntax name, AiFile file)
    {
        if (call.ArgumentList.Arguments.SelectMany(static argument => argument.Expression.DescendantNodesAndSelf()).OfType<ObjectCreationExpressionSyntax>().FirstOrDefault() is { } made)
            return file.Model.GetTypeInfo(made, file.CancellationToken).Type;
        return name is GenericNameSyntax { TypeArgumentList.Arguments: { Count: > 0 } types } ? file.Model.GetTypeInfo(types.Last(), file.CancellationToken).Type : null;
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
