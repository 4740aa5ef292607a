using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>Asks the container for a guard: by a parameter of a handler, or of the constructor.</summary>
internal static class GuardInjection
{
    /// <summary>A parameter of the lambda that is registered as a handler.</summary>
    public static GuardReach? IntoHandler(ReportedPlace place, GuardMember guard, FileEdit edit)
    {
        var lambda = place.Node.Ancestors().OfType<ParenthesizedLambdaExpressionSyntax>().LastOrDefault(candidate => IsHandler(candidate, place));
        if (lambda is null || lambda.ParameterList.Parameters.Any(static parameter => parameter.Type is null) || !IsFree(guard.Name, place))
            return null;

        AddTo(lambda.ParameterList, guard, place, edit);
        return new GuardReach(SyntaxFactory.IdentifierName(guard.Name), FromContainer: true);
    }

    /// <summary>A parameter of the one constructor, which a field keeps where the class has no primary one.</summary>
    public static GuardReach? IntoType(ReportedPlace place, GuardMember guard, FileEdit edit)
    {
        var member = place.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>(static candidate => candidate is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax);
        if (member is not { Parent: ClassDeclarationSyntax type } || member is ConstructorDeclarationSyntax || place.Model.GetDeclaredSymbol(member, place.CancellationToken) is not { IsStatic: false, ContainingType: { IsAbstract: false } symbol }
            || symbol.DeclaringSyntaxReferences.Length > 1 || !IsFree(guard.Name, place) || place.Node.Ancestors().Any(static node => node is AnonymousFunctionExpressionSyntax { } function && function.Modifiers.Any(SyntaxKind.StaticKeyword)))
            return null;

        if (type.ParameterList is { } primary)
        {
            AddTo(primary, guard, place, edit);
            return new GuardReach(SyntaxFactory.IdentifierName(guard.Name), FromContainer: true, ChangedType: symbol);
        }

        var constructors = type.Members.OfType<ConstructorDeclarationSyntax>().Where(static constructor => !constructor.Modifiers.Any(SyntaxKind.StaticKeyword)).ToList();
        if (constructors.Count != 1 || constructors[0] is not { Body: { } body } constructor || constructor.Modifiers.Any(SyntaxKind.PrivateKeyword))
            return null;

        var field = GuardField.NameFor(guard.Name, type);
        if (!IsFree(field, place) && field != guard.Name)
            return null;
        ExpressionSyntax target = field == guard.Name
            ? SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.ThisExpression(), SyntaxFactory.IdentifierName(field))
            : SyntaxFactory.IdentifierName(field);
        AddTo(constructor.ParameterList, guard, place, edit);
        GuardField.Assign(body, SyntaxFactory.ParseStatement($"{target} = {guard.Name};"), edit);
        GuardField.Declare(type, constructor, place.Types.To(guard.Type), field, edit);
        return new GuardReach(SyntaxFactory.IdentifierName(field), FromContainer: true, ChangedType: symbol);
    }

    private static bool IsHandler(ParenthesizedLambdaExpressionSyntax lambda, ReportedPlace place)
    {
        if (lambda.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument || place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is not IMethodSymbol method)
            return false;

        var parameter = CandidateCall.ParameterOf(argument, method);
        return parameter is { Type.Name: "Delegate" } && place.Symbols.RowsOf(method).Any(row => row.Role == Role.Entry && row["handler"] == parameter.Name);
    }

    private static bool IsFree(string name, ReportedPlace place) => place.Model.LookupSymbols(place.Node.SpanStart, name: name).IsEmpty;

    /// <summary>Before what may be left out, and before a cancellation token, which stands last.</summary>
    private static void AddTo(ParameterListSyntax list, GuardMember guard, ReportedPlace place, FileEdit edit)
    {
        var parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(guard.Name)).WithType(place.Types.To(guard.Type).WithTrailingTrivia(SyntaxFactory.Space));
        var index = 0;
        while (index < list.Parameters.Count && !IsLast(list.Parameters[index]))
            index++;
        edit.Change(list, current =>
        {
            var parameters = ((ParameterListSyntax)current).Parameters;
            // In front of the first, the one behind takes the blank.
            var changed = parameters.Count == 0 ? SyntaxFactory.SingletonSeparatedList(parameter)
                : index == 0 ? parameters.Replace(parameters[0], parameters[0].WithoutLeadingTrivia()).Insert(0, parameter.WithLeadingTrivia(parameters[0].GetLeadingTrivia()))
                : SeparatedInsertion.After(parameters, index - 1, parameter);
            return ((ParameterListSyntax)current).WithParameters(changed);
        });
    }

    private static bool IsLast(ParameterSyntax parameter) =>
        parameter.Default is not null || parameter.Modifiers.Any(SyntaxKind.ParamsKeyword) || parameter.Type is IdentifierNameSyntax { Identifier.ValueText: "CancellationToken" } or QualifiedNameSyntax { Right.Identifier.ValueText: "CancellationToken" };
}
