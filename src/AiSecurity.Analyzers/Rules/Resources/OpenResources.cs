using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources;

/// <summary>A description of an AI resource that leaves it open.</summary>
/// <param name="Place">The assignment or argument that opens it; the type of what is created when nothing closes it.</param>
/// <param name="Switch">The member that opens it, or that would close it.</param>
/// <param name="Unset">The type of which nobody sets the member; null when it is set to what opens the resource.</param>
internal sealed record OpenResource(Location Place, string Switch, string? Unset);

/// <summary>Finds the descriptions of AI resources in a file that one kind of switch leaves open.</summary>
internal static class OpenResources
{
    public static IEnumerable<OpenResource> In(AiFile file, Role role, Role resource)
    {
        var values = new ResourceSwitch(file);
        var unset = new UnsetSetting(file);
        var guard = new DevelopmentGuard(file.Compilation.Symbols, file.Model, file.CancellationToken);
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == role && values.ValueAt(site, row) is { } value && values.IsOpen(value, row))
                {
                    if (!guard.Covers(site.Node))
                        yield return new OpenResource((site.Node as AssignmentExpressionSyntax ?? (SyntaxNode)value).GetLocation(), row["value"] ?? site.Member.Name, null);
                }
                else if (row.Role == resource && site.Node is BaseObjectCreationExpressionSyntax creation && unset.Is(creation, row) && !guard.Covers(creation))
                {
                    var place = creation is ObjectCreationExpressionSyntax named ? named.Type.GetLocation() : creation.NewKeyword.GetLocation();
                    var members = row["unless"]!.Split(',');
                    yield return new OpenResource(place, members[members.Length - 1], site.Member.ContainingType.Name);
                }
            }
        }
    }
}
