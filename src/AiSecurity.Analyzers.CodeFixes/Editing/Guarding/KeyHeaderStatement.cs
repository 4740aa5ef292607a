using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>A statement that does nothing but put a key into headers.</summary>
/// <param name="Statement">All of it.</param>
/// <param name="Owner">What has the headers: a client, or a request.</param>
/// <param name="Key">The key.</param>
internal sealed record KeyHeaderStatement(StatementSyntax Statement, ExpressionSyntax Owner, ExpressionSyntax Key)
{
    public static KeyHeaderStatement? Of(ReportedPlace place) => place.Node switch
    {
        // client.DefaultRequestHeaders.Add("api-key", key);
        InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement, Expression: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax headers }, ArgumentList.Arguments: { Count: 2 } arguments } =>
            new(statement, headers.Expression, arguments[1].Expression),
        // client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        BaseObjectCreationExpressionSyntax { Parent: AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement, Left: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax headers } }, ArgumentList.Arguments: { Count: 2 } arguments } =>
            new(statement, headers.Expression, arguments[1].Expression),
        _ => null,
    };
}
