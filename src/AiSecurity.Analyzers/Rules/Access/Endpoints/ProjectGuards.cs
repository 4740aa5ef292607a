using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>What an application does for all of its endpoints.</summary>
internal sealed class ProjectGuards
{
    private ProjectGuards()
    {
    }

    /// <summary>A fallback policy, which an endpoint that allows anonymous callers steps out of.</summary>
    public bool HasFallback { get; private set; }

    /// <summary>Middleware that can turn callers away, whatever an endpoint says.</summary>
    public bool HasMiddleware { get; private set; }

    /// <summary>A filter or convention for actions and pages.</summary>
    public bool HasMvcFilter { get; private set; }

    public static ProjectGuards Of(Role role, ProjectView view)
    {
        var guards = new ProjectGuards();
        // The defaults of a solution stand in a project of their own.
        foreach (var tree in view.Trees.Concat(view.Others?.Trees ?? []))
        {
            var names = view.NamesOf(tree);
            foreach (var site in names.Sites)
            {
                if (site.Role is not (Role.Authorization or Role.RateLimit))
                    continue;
                if (view.RowOf(site, Role.Authorization) is { } authorization && authorization["kind"] == "middleware")
                    guards.HasMiddleware |= site.Node is InvocationExpressionSyntax call && EndpointAccess.Guards(call, role, view) && !view.IsDevelopment(call);
                if (view.RowOf(site, role) is not { } row || row["kind"] is not ("everywhere" or "mvc") || IsNull(site.Node) || view.IsDevelopment(site.Node))
                    continue;
                guards.HasFallback |= row["kind"] == "everywhere";
                guards.HasMvcFilter |= row["kind"] == "mvc";
            }

            guards.HasMvcFilter |= names.Filters.Any(filter => EndpointAccess.Guards(filter, role, view) && !view.IsDevelopment(filter));
        }

        return guards;
    }

    private static bool IsNull(SyntaxNode site) => site is AssignmentExpressionSyntax { Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } or DefaultExpressionSyntax };
}
