using System;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Puts a convention on a route or an attribute on a method, and takes what opens the endpoint in exchange.</summary>
internal sealed class EndpointEdit(ReportedPlace place, FileEdit edit, Role role, ArgumentListSyntax? arguments)
{
    /// <summary>On the route, the page, or the method that the diagnostic points to.</summary>
    /// <param name="onMethod">Does it for the kinds of methods that are no handlers of pages.</param>
    public bool TryAdd(Func<string?, MethodDeclarationSyntax, bool> onMethod)
    {
        // Which websites belong to the application only its owner knows.
        if (!place.Diagnostic.Properties.TryGetValue(EndpointProperties.Kind, out var kind) || kind == OpenOrigins.Kind)
            return false;
        if (place.Node is not MethodDeclarationSyntax method)
            return TryAddConvention();

        // A handler of a page has no policy of its own.
        return kind == "page" ? method.Parent is ClassDeclarationSyntax page && TryAddAttribute(page) : onMethod(kind, method);
    }

    /// <summary>At the end of the chain of calls on what is mapped.</summary>
    private bool TryAddConvention()
    {
        if (place.Node is not SimpleNameSyntax name || RowFor("convention")?.MemberName is not { } convention || Call(name) is not { } last)
            return false;

        while (last.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == last)
        {
            last = next;
            if (Opens(access.Name.Identifier.ValueText))
            {
                edit.Change(last, current => Renamed((InvocationExpressionSyntax)current, convention));
                return true;
            }
        }

        edit.Change(last, current => Chained((InvocationExpressionSyntax)current, convention));
        return true;
    }

    public bool TryAddAttribute(MemberDeclarationSyntax member)
    {
        if (RowFor("attribute")?.TypeName is not { } typeName || place.Symbols.FindType(typeName) is not { } type)
            return false;

        var opening = member.AttributeLists.SelectMany(static list => list.Attributes).FirstOrDefault(IsOpening);
        if (opening is null && IsOpenedElsewhere(member))
            return false;
        var written = place.Types.To(type);
        var attribute = SyntaxFactory.Attribute(written is IdentifierNameSyntax ? SyntaxFactory.IdentifierName(Short(type.Name)) : (NameSyntax)written, AttributeArguments());
        if (opening is not null)
        {
            edit.Replace(opening, attribute);
            return true;
        }

        edit.Change(member, current => WithAttribute((MemberDeclarationSyntax)current, attribute));
        return true;
    }

    private static string Short(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;

    private static InvocationExpressionSyntax? Call(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } => call,
        InvocationExpressionSyntax call => call,
        _ => null,
    };

    private static MemberDeclarationSyntax WithAttribute(MemberDeclarationSyntax member, AttributeSyntax attribute)
    {
        var endOfLine = SyntaxFactory.EndOfLine(member.SyntaxTree.ToString().Contains("\r\n") || member.ToFullString().Contains("\r\n") ? "\r\n" : "\n");
        var leading = member.GetLeadingTrivia();
        var indentation = leading.Count > 0 && leading.Last() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(last) : SyntaxFactory.TriviaList();
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)).WithTrailingTrivia(endOfLine);
        if (member.AttributeLists.Count > 0)
            return member.WithAttributeLists(member.AttributeLists.Add(list.WithLeadingTrivia(indentation)));

        return member.WithLeadingTrivia(indentation).WithAttributeLists(SyntaxFactory.SingletonList(list.WithLeadingTrivia(leading)));
    }

    private CatalogRow? RowFor(string kind) => place.Symbols.Catalog[role].FirstOrDefault(row => row["as"] == kind);

    private bool Opens(string name) => place.Symbols.Catalog.Index.Members(name).Any(row => row.Role == role && row["good"] == "false");

    private bool IsOpening(AttributeSyntax attribute) =>
        place.Symbols.RowOf(place.Model.GetTypeInfo(attribute, place.CancellationToken).Type, role) is { } row && row["good"] == "false";

    /// <summary>An attribute beside one on the type that opens it would change nothing.</summary>
    private bool IsOpenedElsewhere(MemberDeclarationSyntax member)
    {
        for (var type = (place.Model.GetDeclaredSymbol(member, place.CancellationToken) is { } symbol ? symbol as INamedTypeSymbol ?? symbol.ContainingType : null); type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().Any(attribute => place.Symbols.RowOf(attribute.AttributeClass, role) is { } row && row["good"] == "false"))
                return true;
        }

        return false;
    }

    private AttributeArgumentListSyntax? AttributeArguments() =>
        arguments is null ? null : SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(arguments.Arguments.Select(static argument => SyntaxFactory.AttributeArgument(argument.Expression))));

    private InvocationExpressionSyntax Renamed(InvocationExpressionSyntax call, string convention)
    {
        var access = (MemberAccessExpressionSyntax)call.Expression;
        return call.WithExpression(access.WithName(SyntaxFactory.IdentifierName(convention).WithTriviaFrom(access.Name))).WithArgumentList((arguments ?? SyntaxFactory.ArgumentList()).WithTriviaFrom(call.ArgumentList));
    }

    private InvocationExpressionSyntax Chained(InvocationExpressionSyntax call, string convention)
    {
        var dot = SyntaxFactory.Token(SyntaxKind.DotToken);
        var inner = call.WithoutTrailingTrivia();
        // A chain that has a line for each call goes on so.
        if (call.Expression is MemberAccessExpressionSyntax access && access.Expression.GetTrailingTrivia() is { Count: > 0 } before && before.Last().IsKind(SyntaxKind.EndOfLineTrivia) && access.Expression is InvocationExpressionSyntax)
        {
            inner = inner.WithTrailingTrivia(before.Last());
            dot = dot.WithLeadingTrivia(access.OperatorToken.LeadingTrivia.Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        }

        return SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, inner, dot, SyntaxFactory.IdentifierName(convention)),
            arguments ?? SyntaxFactory.ArgumentList()).WithTrailingTrivia(call.GetTrailingTrivia());
    }
}
