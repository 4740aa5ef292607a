using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary><c>new EntraAuthenticationHandler(credential, scope, hosts)</c></summary>
/// <param name="Start">Where the client is made.</param>
/// <param name="Creation">The handler.</param>
/// <param name="Provider">The name of the parameter that it needs for the container; null for none.</param>
internal sealed record EntraHandler(ReportedPlace Start, ExpressionSyntax Creation, string? Provider)
{
    private const string InnerHandlerType = "System.Net.Http.HttpClientHandler";
    private const string ProviderName = "provider";

    public static async Task<EntraHandler?> OfAsync(ReportedPlace start, ClientPipeline client, GuardMember guard, string scope)
    {
        var hosts = HostsOf(client.Start, scope, start.Symbols).ToList();
        var position = client.Start.SpanStart;
        var provider = client.IsRegistered && start.Model.LookupSymbols(position, name: ProviderName).IsEmpty && await RegisteredCredential.OfAsync(start).ConfigureAwait(false) is { } registered
            ? GuardService.Call(ProviderName, registered, start)
            : null;
        if (hosts.Count == 0 || (provider ?? GuardCreation.Credential(position, start)) is not { } credential)
            return null;

        var arguments = new List<SyntaxNode> { credential, start.Generator.LiteralExpression(scope) };
        arguments.AddRange(hosts.Select(host => start.Generator.LiteralExpression(host)));
        return new EntraHandler(start, (ExpressionSyntax)start.Generator.ObjectCreationExpression(start.Types.To(guard.Type), arguments), provider is null ? null : ProviderName);
    }

    /// <summary>What a registration takes.</summary>
    public ExpressionSyntax AsFactory() => Provider is null
        ? (ExpressionSyntax)Start.Generator.ValueReturningLambdaExpression(Creation)
        : (ExpressionSyntax)Start.Generator.ValueReturningLambdaExpression(Provider, Creation);

    /// <summary>Gives the handler to a new client, around the one that it has.</summary>
    public bool TryWrap(BaseObjectCreationExpressionSyntax client, FileEdit edit)
    {
        if (Start.Symbols.FindType(InnerHandlerType) is not { } type || client.ArgumentList?.Arguments is { Count: > 0 } given && given[0].NameColon is not null)
            return false;

        var inner = client.ArgumentList?.Arguments.FirstOrDefault()?.Expression ?? (ExpressionSyntax)Start.Generator.ObjectCreationExpression(Start.Types.To(type));
        var space = SyntaxFactory.Space;
        var assignment = SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName("InnerHandler"), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(space).WithTrailingTrivia(space), inner.WithoutTrivia());
        var initializer = SyntaxFactory.InitializerExpression(
            SyntaxKind.ObjectInitializerExpression,
            SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(space).WithTrailingTrivia(space),
            SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(assignment),
            SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(space));
        var argument = SyntaxFactory.Argument(((ObjectCreationExpressionSyntax)Creation).WithInitializer(initializer));
        edit.Change(client, current => WithFirst((BaseObjectCreationExpressionSyntax)current, argument));
        return true;
    }

    private static BaseObjectCreationExpressionSyntax WithFirst(BaseObjectCreationExpressionSyntax client, ArgumentSyntax argument)
    {
        var list = client.ArgumentList ?? SyntaxFactory.ArgumentList();
        var arguments = list.Arguments.Count == 0 ? SyntaxFactory.SingletonSeparatedList(argument) : list.Arguments.Replace(list.Arguments[0], argument);
        return client is ObjectCreationExpressionSyntax { ArgumentList: null } bare
            // new HttpClient { ... }
            ? bare.WithType(bare.Type.WithoutTrailingTrivia()).WithArgumentList(SyntaxFactory.ArgumentList(arguments).WithTrailingTrivia(bare.Type.GetTrailingTrivia()))
            : client.WithArgumentList(list.WithArguments(arguments));
    }

    /// <summary>The one host that the client is made for, or all of the services that take tokens of that scope.</summary>
    private static IEnumerable<string> HostsOf(ExpressionSyntax client, string scope, AiSymbols symbols)
    {
        var bases = client.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(static assignment => assignment.Left.ToString().EndsWith("BaseAddress", StringComparison.Ordinal)).ToList();
        if (bases.Count == 1 && bases[0].Right is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } address } && address[0].Expression is LiteralExpressionSyntax literal && AiHosts.HostOf(literal.Token.ValueText) is { Length: > 0 } host)
            return [host];

        return symbols.Catalog[Role.Host].Where(row => row["kind"] == "azure" && row["scope"]?.Split(',')[0] == scope && row.Member.StartsWith("*.", StringComparison.Ordinal)).Select(static row => row.Member);
    }
}
