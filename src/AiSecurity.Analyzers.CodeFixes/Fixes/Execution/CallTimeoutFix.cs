using System.Linq;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Execution;

/// <summary>AISEC306: passes the token that the function has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CallTimeoutFix() : PlaceFix(RuleIds.CallTimeout, "Pass the cancellation token", "token")
{
    private const string Discard = "_";
    private const string Name = "cancellationToken";

    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        var properties = place.Diagnostic.Properties;
        if (!properties.TryGetValue("token", out var token) || token is null || !properties.TryGetValue("parameter", out var parameter) || parameter is null
            || place.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
            || (token == Discard && !TryName(place, edit, out token)))
            return false;

        // By its name: parameters between may be left out.
        var argument = SyntaxFactory.Argument(SyntaxFactory.NameColon(parameter).WithTrailingTrivia(SyntaxFactory.Space), default, SyntaxFactory.IdentifierName(token));
        edit.Change(call, current =>
        {
            var list = ((InvocationExpressionSyntax)current).ArgumentList;
            var separator = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
            var arguments = list.Arguments.GetWithSeparators();
            if (list.Arguments.Count > 0)
                arguments = arguments.Add(separator);
            return ((InvocationExpressionSyntax)current).WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(arguments.Add(argument))));
        });
        return true;
    }

    /// <summary>Gives the parameter of a lambda that did not want its token a name.</summary>
    private static bool TryName(ReportedPlace place, FileEdit edit, out string name)
    {
        name = Name;
        if (place.Model.LookupSymbols(place.Node.SpanStart, name: Discard).OfType<IParameterSymbol>().FirstOrDefault() is not { DeclaringSyntaxReferences: { Length: 1 } references }
            || references[0].GetSyntax(place.CancellationToken) is not ParameterSyntax parameter || parameter.FirstAncestorOrSelf<LambdaExpressionSyntax>() is not { } lambda
            || !place.Model.LookupSymbols(place.Node.SpanStart, name: Name).IsEmpty
            || lambda.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == Name && token.Parent?.Parent is not NameColonSyntax)
            || lambda.DescendantNodes().Any(static node => node is IdentifierNameSyntax { Identifier.ValueText: Discard }))
            return false;

        edit.Change(parameter, static current => ((ParameterSyntax)current).WithIdentifier(SyntaxFactory.Identifier(Name).WithTriviaFrom(((ParameterSyntax)current).Identifier)));
        return true;
    }
}
