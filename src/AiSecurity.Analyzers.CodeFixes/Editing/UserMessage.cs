using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>A call that makes a message of instructions, and the call of the same family that makes a message of the user.</summary>
internal sealed class UserMessage
{
    private readonly ReportedPlace _place;
    private readonly ArgumentSyntax _text;
    private readonly IMethodSymbol _method;
    private readonly CatalogRow _row;
    private readonly ArgumentSyntax? _role;

    private UserMessage(ReportedPlace place, ExpressionSyntax call, ArgumentSyntax text, IMethodSymbol method, CatalogRow row, ArgumentSyntax? role)
    {
        _place = place;
        Call = call;
        _text = text;
        _method = method;
        _row = row;
        _role = role;
    }

    /// <summary>The call that makes the message of instructions.</summary>
    public ExpressionSyntax Call { get; }

    /// <summary>The message that an argument is the text of; null when it is no message, or not one of instructions.</summary>
    public static UserMessage? Of(ReportedPlace place, ExpressionSyntax text)
    {
        if (text.Parent is not ArgumentSyntax { Parent.Parent: ExpressionSyntax call } argument
            || MethodOf(call, text, place) is not { } method || CandidateCall.ParameterOf(argument, method) is not { } parameter)
            return null;

        foreach (var row in place.Symbols.RowsOf(method))
        {
            if (row.Role != Role.Message || !Names(row["text"], parameter.Name))
                continue;
            if (row["as"] is "system" or "developer")
                return new UserMessage(place, call, argument, method, row, role: null);

            var role = CandidateCall.ArgumentsOf(call).FirstOrDefault(other => row["role"] is { } name && CandidateCall.ParameterOf(other, method)?.Name == name);
            if (role is not null && place.Model.OperationOf(role.Expression, place.CancellationToken) is { } operation && RoleNames.Of(operation) is "system" or "developer")
                return new UserMessage(place, call, argument, method, row, role);
        }

        return null;
    }

    /// <summary>Makes the whole message one of the user; false when the family has none.</summary>
    public bool TryTurn(FileEdit edit)
    {
        if (_role is not null && UserRole(_role) is { } user)
        {
            edit.Replace(_role.Expression, user);
            return true;
        }

        if (_role is not null || With(_text.Expression) is not { } message)
            return false;
        edit.Replace(Call, message);
        return true;
    }

    /// <summary>The call that makes a message of the user from a text; null when the family has none.</summary>
    public ExpressionSyntax? With(ExpressionSyntax text)
    {
        if (_role is not null)
            return WithUserRole(_role, text);

        foreach (var row in _place.Symbols.Catalog[Role.Message])
        {
            if (row["as"] != "user")
                continue;
            ExpressionSyntax? call = _method.MethodKind == MethodKind.Constructor ? Creation(row, text) : Invocation(row, text);
            if (call is not null)
                return call;
        }

        return null;
    }

    /// <summary>The statement that adds a message of the user to a history whose constructor takes the instructions; null when that is not how it works.</summary>
    public StatementSyntax? AddedTo(ExpressionSyntax history, ExpressionSyntax text)
    {
        foreach (var row in _place.Symbols.Catalog[Role.Message])
        {
            if (row["as"] == "user" && row.TypeName == _row.TypeName && _method.MethodKind == MethodKind.Constructor
                && _method.ContainingType.GetMembers(row.MemberName).OfType<IMethodSymbol>().Any(static method => method is { IsStatic: false, MethodKind: MethodKind.Ordinary }))
                return (StatementSyntax)_place.Generator.ExpressionStatement(_place.Generator.InvocationExpression(_place.Generator.MemberAccessExpression(history, row.MemberName), text));
        }

        return null;
    }

    /// <summary>The method that an argument goes to.</summary>
    /// <remarks>For <c>new(...)</c> in a collection expression Roslyn 4.8 knows the operations inside of it, and no symbol.</remarks>
    private static IMethodSymbol? MethodOf(ExpressionSyntax call, ExpressionSyntax argument, ReportedPlace place)
    {
        if (place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is IMethodSymbol method)
            return method;

        var operation = place.Model.OperationOf(argument, place.CancellationToken);
        while (operation is not null and not IArgumentOperation)
            operation = operation.Parent;
        return (operation?.Parent as IObjectCreationOperation)?.Constructor;
    }

    private ExpressionSyntax? WithUserRole(ArgumentSyntax role, ExpressionSyntax text)
    {
        if (UserRole(role) is not { } expression)
            return null;

        var arguments = CandidateCall.ArgumentsOf(Call).Where(argument => argument == role || argument == _text)
            .Select(argument => argument.WithExpression(argument == role ? expression.WithoutTrivia() : text.WithoutTrivia()).WithoutTrivia());
        return WithArguments(Call, Listed(arguments));
    }

    private ExpressionSyntax? UserRole(ArgumentSyntax role)
    {
        if (_place.Model.GetTypeInfo(role.Expression, _place.CancellationToken).Type is not INamedTypeSymbol type
            || type.GetMembers().FirstOrDefault(static member => member.IsStatic && member.Name.Equals("user", StringComparison.OrdinalIgnoreCase)) is not { } user)
            return null;

        return role.Expression is MemberAccessExpressionSyntax written && _place.Model.GetTypeInfo(written.Expression, _place.CancellationToken).Type is { } owner && SymbolEqualityComparer.Default.Equals(owner, type)
            ? written.WithName(SyntaxFactory.IdentifierName(user.Name))
            : _place.Types.Member(type, user.Name);
    }

    private ExpressionSyntax? Creation(CatalogRow row, ExpressionSyntax text)
    {
        if (row.MemberName != "#ctor" || row.TypeName == _row.TypeName || _place.Symbols.FindType(row.TypeName) is not { } type
            || type.BaseType is not { SpecialType: not SpecialType.System_Object } family || !SymbolEqualityComparer.Default.Equals(family, _method.ContainingType.BaseType))
            return null;

        var name = Call is ObjectCreationExpressionSyntax { Type: QualifiedNameSyntax qualified } && SymbolEqualityComparer.Default.Equals(type.ContainingNamespace, _method.ContainingType.ContainingNamespace)
            ? qualified.WithRight(SyntaxFactory.IdentifierName(type.Name)).WithoutTrivia()
            : _place.Types.To(type);
        return (ExpressionSyntax)_place.Generator.ObjectCreationExpression(name, text.WithoutTrivia());
    }

    private InvocationExpressionSyntax? Invocation(CatalogRow row, ExpressionSyntax text)
    {
        if (Call is not InvocationExpressionSyntax invocation || row.TypeName != _row.TypeName
            || !_method.ContainingType.GetMembers(row.MemberName).OfType<IMethodSymbol>().Any(
                method => method.IsStatic == _method.IsStatic && SymbolEqualityComparer.Default.Equals(method.ReturnType.OriginalDefinition.BaseType, _method.ReturnType.OriginalDefinition.BaseType)))
            return null;

        var name = SyntaxFactory.IdentifierName(row.MemberName);
        ExpressionSyntax? target = invocation.Expression switch
        {
            MemberAccessExpressionSyntax access => access.WithName(name),
            SimpleNameSyntax => name,
            _ => null,
        };
        return target is null ? null : SyntaxFactory.InvocationExpression(target.WithoutTrivia(), Listed([SyntaxFactory.Argument(text.WithoutTrivia())]));
    }

    private static ArgumentListSyntax Listed(IEnumerable<ArgumentSyntax> arguments)
    {
        var list = arguments.ToList();
        var commas = Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), Math.Max(0, list.Count - 1));
        return SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(list, commas));
    }

    private static ExpressionSyntax? WithArguments(ExpressionSyntax call, ArgumentListSyntax arguments) => call.WithoutTrivia() switch
    {
        InvocationExpressionSyntax invocation => invocation.WithArgumentList(arguments),
        ObjectCreationExpressionSyntax creation => creation.WithArgumentList(arguments).WithInitializer(null),
        ImplicitObjectCreationExpressionSyntax creation => creation.WithArgumentList(arguments).WithInitializer(null),
        _ => null,
    };

    private static bool Names(string? list, string name) => list is not null && list.Split(',').Contains(name);
}
