using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Loops;

/// <summary>A method or local function, with the calls in it that may go to another one of its type.</summary>
/// <param name="Node">The declaration.</param>
/// <param name="Body">The block or expression.</param>
/// <param name="Type">Name of the type around it.</param>
/// <param name="Name">Its name.</param>
internal sealed record OwnFunction(SyntaxNode Node, SyntaxNode Body, string Type, string Name)
{
    private List<InvocationExpressionSyntax>? _calls;

    /// <summary>Its place among all.</summary>
    public int Order { get; set; }

    /// <summary>What is called for a failure, or for each piece of data that is there, starts no round of its own.</summary>
    public IReadOnlyList<InvocationExpressionSyntax> Calls => _calls ??= [.. Body.DescendantNodesAndSelf(static node => node is not LocalFunctionStatementSyntax).OfType<InvocationExpressionSyntax>()
        .Where(call => NameIn(call) is not null && !call.Ancestors().TakeWhile(around => around != Node).Any(static around => around is CatchClauseSyntax or CommonForEachStatementSyntax))];

    public static IEnumerable<OwnFunction> In(BodyNames body)
    {
        if (body.Node is MethodDeclarationSyntax method && (method.Body ?? (SyntaxNode?)method.ExpressionBody?.Expression) is { } own)
            yield return new OwnFunction(method, own, body.Type, body.Name);
        if (body.LocalFunctions.Count == 0)
            yield break;

        foreach (var function in body.Node.DescendantNodes().OfType<LocalFunctionStatementSyntax>())
        {
            if ((function.Body ?? (SyntaxNode?)function.ExpressionBody?.Expression) is { } inner)
                yield return new OwnFunction(function, inner, body.Type, function.Identifier.ValueText);
        }
    }

    /// <summary>What is called on the object itself or on a type; null for everything else.</summary>
    public static SimpleNameSyntax? NameIn(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or SimpleNameSyntax, Name: var member } => member,
        _ => null,
    };

    public bool Equals(OwnFunction? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Node.GetHashCode();
}
