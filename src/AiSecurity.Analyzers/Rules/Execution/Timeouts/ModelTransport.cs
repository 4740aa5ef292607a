using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Timeouts;

/// <summary>Whether an HTTP client whose settings are written somewhere is one for a model.</summary>
internal static class ModelTransport
{
    public static bool Is(SyntaxNode setting, AiFile file) => IsBeside(setting, file) || TypesWith(setting, file).SelectMany(type => WithDerived(type, file)).Any(type => AsksModel(type, file));

    /// <summary>The member around it makes a client of an AI service, or asks one.</summary>
    private static bool IsBeside(SyntaxNode setting, AiFile file)
    {
        var around = setting.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? setting.SyntaxTree.GetRoot(file.CancellationToken);
        // A client with a name is for those who ask for it by that.
        if (RegistrationOf(setting) is { } registration && TypeArgumentOf(registration) is null && NameOf(registration, file) is { } name && !Asks(around, name, registration.ArgumentList.Arguments[0].Expression))
            return false;
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role is Role.Key or Role.TokenUse or Role.ModelCall && row["url"] is null && around.Span.Contains(site.Node.Span))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The type that sets it, or those that the call around names or that ask for the name that it gives: <c>AddHttpClient("model", client => ...)</c>.</summary>
    private static IEnumerable<TypeDeclarationSyntax> TypesWith(SyntaxNode setting, AiFile file)
    {
        if (RegistrationOf(setting) is not { } registration)
            return setting.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } own ? [own] : [];
        if (TypeArgumentOf(registration) is { } typed)
            return Types(file).Where(type => type.Identifier.ValueText == typed);

        return NameOf(registration, file) is { } name ? Types(file).Where(type => Asks(type, name, registration.ArgumentList.Arguments[0].Expression)) : [];
    }

    private static InvocationExpressionSyntax? RegistrationOf(SyntaxNode setting) =>
        setting.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax registration } } ? registration : null;

    private static string? NameOf(InvocationExpressionSyntax registration, AiFile file) =>
        file.Model.GetConstantValue(registration.ArgumentList.Arguments[0].Expression, file.CancellationToken) is { HasValue: true, Value: string name } ? name : null;

    /// <summary>Whether code hands over the name under which a client is registered, elsewhere than there.</summary>
    private static bool Asks(SyntaxNode code, string name, ExpressionSyntax key) =>
        code.DescendantNodes().OfType<ArgumentSyntax>().Any(argument => argument.Expression != key && Means(argument.Expression, name, key));

    /// <summary>A type, and those that derive from it: a base class sends, and they say where.</summary>
    private static IEnumerable<TypeDeclarationSyntax> WithDerived(TypeDeclarationSyntax type, AiFile file)
    {
        var families = FlowFactStore.For(file.Compilation, file.Model.Compilation, file.CancellationToken).Shared.Families;
        return families.IsDerived(type.Identifier.ValueText) ? Types(file).Where(other => families.Of(other.Identifier.ValueText).Contains(type.Identifier.ValueText)) : [type];
    }

    private static string? TypeArgumentOf(InvocationExpressionSyntax call) => ((call.Expression as MemberAccessExpressionSyntax)?.Name ?? call.Expression) is GenericNameSyntax { TypeArgumentList.Arguments: var types }
        ? types.Last() is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : (types.Last() as SimpleNameSyntax)?.Identifier.ValueText
        : null;

    private static IEnumerable<TypeDeclarationSyntax> Types(AiFile file) => file.Model.Compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot(file.CancellationToken).DescendantNodes(static node => node is not MemberDeclarationSyntax || node is BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>());

    private static bool Means(ExpressionSyntax argument, string name, ExpressionSyntax key) => argument switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText == name,
        MemberAccessExpressionSyntax or IdentifierNameSyntax => key is not LiteralExpressionSyntax && argument.ToString() == key.ToString(),
        _ => false,
    };

    private static bool AsksModel(TypeDeclarationSyntax type, AiFile file)
    {
        var catalog = file.Compilation.Symbols.Catalog;
        return ModelBody.IsIn(type, catalog) || type.DescendantNodes().Any(node => node switch
        {
            LiteralExpressionSyntax literal => ModelPath.IsIn(literal.Token.ValueText, catalog),
            InterpolatedStringTextSyntax text => ModelPath.IsIn(text.TextToken.ValueText, catalog),
            _ => false,
        });
    }
}
