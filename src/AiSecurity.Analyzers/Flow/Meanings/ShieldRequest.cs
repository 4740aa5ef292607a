using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Bodies;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Requests to the shield's REST operation that the application makes by itself.</summary>
internal static class ShieldRequest
{
    private static readonly HashSet<string> LooksAtStatus = ["EnsureSuccessStatusCode", "IsSuccessStatusCode", "StatusCode"];

    /// <summary>Whether a call sends a request, in a body that names the shield's operation.</summary>
    public static bool Asks(IInvocationOperation call, BodyContext context)
    {
        if (!context.AsksShieldService)
            return false;

        foreach (var row in context.Symbols.RowsOf(call.TargetMethod))
        {
            if (row.Role == Role.HttpSend)
                return true;
        }

        return IsHelper(call, context);
    }

    /// <summary><c>PostAsync("text:shieldPrompt", payload)</c>: a method of the project sends what it is given to the operation that it is given, and looks after the status.</summary>
    public static bool IsHelper(IInvocationOperation call, BodyContext context) => context.IsOwn(call.TargetMethod)
        && call.Arguments.Any(static argument => Operations.ConstantText(argument.Value) is { } operation && operation.IndexOf(FileNames.ShieldOperation, System.StringComparison.Ordinal) >= 0);

    /// <summary>Whether the body itself reads the response and never looks at its status; a response that goes elsewhere may be looked at there.</summary>
    public static bool IgnoresStatus(IInvocationOperation call)
    {
        SyntaxNode request = call.Syntax;
        while (request.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax)
            request = request.Parent;
        if (request.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var read })
            return !LooksAtStatus.Contains(read);
        if (request.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var response } } || request.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } body)
            return false;

        foreach (var name in body.DescendantNodes())
        {
            if (name is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == response
                && (name.Parent is not MemberAccessExpressionSyntax access || access.Expression != name || LooksAtStatus.Contains(access.Name.Identifier.ValueText)))
                return false;
        }

        return true;
    }

    /// <summary>The text that is sent: the request or its content.</summary>
    public static FlowValue TextOf(IInvocationOperation call, ValueFlow values)
    {
        var text = FlowValue.Clean;
        foreach (var argument in call.Arguments)
            text = text.Join(values.Evaluate(argument.Value));
        return text;
    }
}
