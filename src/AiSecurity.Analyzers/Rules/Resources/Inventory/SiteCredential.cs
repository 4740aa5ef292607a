using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>Tells what kind of credential a client gets where it is made.</summary>
internal sealed class SiteCredential(AiFile file, ValueTrace trace)
{
    /// <summary>The kind; null where the place takes none, or nobody can tell.</summary>
    public string? Of(InventorySite site)
    {
        var takesNone = false;
        foreach (var row in site.Rows)
        {
            if (row.Role is not (Role.Key or Role.TokenUse))
                continue;
            if (site.Node is AssignmentExpressionSyntax assignment)
                return row.Role == Role.Key ? CredentialKind.Key : OfToken(assignment.Right);
            if (site.Member is not IMethodSymbol method)
                return OfArguments(site.Node);
            if (Argument(site.Node, method, row.From) is { } given)
                return row.Role == Role.Key ? CredentialKind.Key : OfToken(given);
            if (Argument(site.Node, method, row.To) is { } token)
                return OfToken(token);
            takesNone |= row.ToLeavesOut;
        }

        return takesNone || TakesBearer(site) ? CredentialKind.Entra : null;
    }

    /// <summary>Whether a policy puts tokens on its requests.</summary>
    private bool TakesBearer(InventorySite site) => site.RowOf(Role.Key) is not null
        && CandidateCall.ArgumentsOf(site.Node).Any(argument => file.Compilation.Symbols.Is(file.Model.GetTypeInfo(argument.Expression, file.CancellationToken).Type, Role.Bearer));

    private static ExpressionSyntax? Argument(SyntaxNode call, IMethodSymbol method, CatalogSlot? slot)
    {
        foreach (var argument in slot is null ? [] : CandidateCall.ArgumentsOf(call))
        {
            if (CandidateCall.ParameterOf(argument, method) is { } parameter && parameter.Name == slot!.Name && (slot.TypeName is null || MetadataName.Of(parameter.Type) == slot.TypeName)
                && !argument.Expression.IsKind(SyntaxKind.NullLiteralExpression) && !argument.Expression.IsKind(SyntaxKind.DefaultLiteralExpression))
                return argument.Expression;
        }

        return null;
    }

    /// <summary>A managed identity only where it can be nothing else.</summary>
    private string OfToken(ExpressionSyntax token)
    {
        if (ValueOperation.Of(token, file) is not { } operation)
            return CredentialKind.Entra;

        return trace.SourcesOf(operation).All(source => source.Syntax is BaseObjectCreationExpressionSyntax creation && IsManaged(source.Type?.Name ?? NameOf(creation))) ? CredentialKind.ManagedIdentity : CredentialKind.Entra;
    }

    /// <summary>Where the compiler does not know the client, by what its arguments are.</summary>
    private string? OfArguments(SyntaxNode call)
    {
        foreach (var argument in CandidateCall.ArgumentsOf(call))
        {
            var sources = ValueOperation.Of(argument.Expression, file) is { } operation ? trace.SourcesOf(operation).Select(static source => source.Syntax) : [argument.Expression];
            foreach (var creation in sources.OfType<BaseObjectCreationExpressionSyntax>())
            {
                if (NameOf(creation) is not { } name)
                    continue;
                if (Has(name, Role.KeyCredential))
                    return CredentialKind.Key;
                if (IsManaged(name))
                    return CredentialKind.ManagedIdentity;
                if (Has(name, Role.Credential) || file.Compilation.Symbols.Catalog.Index.Constructors(name).Any(static row => row.Role is Role.UnpinnedCredential or Role.WeakCredential or Role.LongLivedSecret or Role.Identity))
                    return CredentialKind.Entra;
            }
        }

        return null;
    }

    private bool IsManaged(string? name) => name is not null && file.Compilation.Symbols.Catalog.Index.Types(name).Any(static row => row.Role == Role.Credential && row["as"] == "managed_identity");

    private bool Has(string name, Role role) => file.Compilation.Symbols.Catalog.Index.Types(name).Any(row => row.Role == role);

    private static string? NameOf(BaseObjectCreationExpressionSyntax creation) => creation is ObjectCreationExpressionSyntax { Type: var type } ? EndpointNames.NameOf(type) : null;
}
