using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Agents;

/// <summary>What is wrong with the name of an agent.</summary>
/// <param name="Place">Where.</param>
/// <param name="Form">What a fix writes there: an <c>argument</c>, a <c>member</c> of the options, a member of the agent's <c>own</c> initializer, or another <c>value</c>; null when there is nothing to write.</param>
/// <param name="Member">The parameter or property that takes the name.</param>
/// <param name="IsMissing">Whether there is no name; otherwise it is another each time.</param>
internal sealed record NameFault(Location Place, string? Form, string? Member, bool IsMissing = true)
{
    public static NameFault Missing(SyntaxNode call, string? form, string? member) => new(PlaceOf(call), form, member);

    /// <summary>What of a call or creation says that it makes an agent.</summary>
    public static Location PlaceOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.GetLocation(),
        InvocationExpressionSyntax invocation => invocation.Expression.GetLocation(),
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        _ => call.GetLocation(),
    };

    /// <summary>How messages name what makes the agent.</summary>
    public static string NameOf(CallSite site) => site.Member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? constructor.ContainingType.Name : site.Member.Name;
}
