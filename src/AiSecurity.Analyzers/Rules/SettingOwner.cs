using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules;

/// <summary>The member that a description stands in: one that makes resources of its own speaks of those, and a helper of whatever it is given.</summary>
internal static class SettingOwner
{
    /// <summary>The member around a node; the file for top-level statements.</summary>
    public static SyntaxNode Of(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot();

    /// <summary>Whether a member makes a resource that rows of a role speak of.</summary>
    public static bool Creates(SyntaxNode owner, Role resource, AiFile file)
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == resource && owner.Span.Contains(site.Node.Span))
                    return true;
            }
        }

        return false;
    }
}
