using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Models.EndUsers;

/// <summary>Whether a project tells a service for whom a request is in a place that is not the request's own: a helper, an extension, a step.</summary>
internal sealed class UserNames
{
    private readonly HashSet<string> _called = [];

    private UserNames(AiFile file)
    {
        foreach (var tree in file.Model.Compilation.SyntaxTrees)
        {
            foreach (var node in tree.GetRoot(file.CancellationToken).DescendantNodes())
            {
                if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access })
                    _called.Add(access.Name.Identifier.ValueText);
            }
        }
    }

    /// <summary>Whether one of the members is called anywhere.</summary>
    public static bool AreCalled(string[] members, AiFile file)
    {
        var names = file.Compilation.Once(() => new UserNames(file));
        foreach (var member in members)
        {
            if (names._called.Contains(member))
                return true;
        }

        return false;
    }
}
