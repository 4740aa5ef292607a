using System.Linq;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>A call that maps endpoints.</summary>
internal sealed record Mapping(InvocationExpressionSyntax Call, string Name, string Kind)
{
    /// <summary>What answers the requests: the last argument, unless arguments are named.</summary>
    public ExpressionSyntax? Handler
    {
        get
        {
            var arguments = Call.ArgumentList.Arguments;
            var named = arguments.FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText is "handler" or "requestDelegate");
            return (named ?? arguments.LastOrDefault())?.Expression;
        }
    }

    /// <summary>The hub or service that a generic call maps.</summary>
    public ITypeSymbol? TypeArgument(ProjectView view) =>
        EndpointMethods.NameIn(Call) is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments } ? view.ModelOf(Call).GetTypeInfo(arguments[0], view.CancellationToken).Type : null;
}
