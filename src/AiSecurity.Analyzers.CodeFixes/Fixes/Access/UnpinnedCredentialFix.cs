using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Access;

/// <summary>AISEC107: names the credential of production, or the environment variable that will.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UnpinnedCredentialFix() : ChoiceFix(RuleIds.UnpinnedCredential)
{
    private static readonly FixChoice ByEnvironment = new("Use a managed identity outside development", "by_environment");
    private static readonly FixChoice ByVariable = new("Let an environment variable name the credential", "by_variable");

    private protected override ImmutableArray<FixChoice> ChoicesAt(ReportedPlace place) =>
        place.Diagnostic.Properties.ContainsKey(UnpinnedCredentialAnalyzer.Pinnable) ? ImmutableArray.Create(ByEnvironment, ByVariable) : ImmutableArray<FixChoice>.Empty;

    private protected override bool TryAdd(ReportedPlace place, FixChoice choice, FileEdit edit) =>
        place.Node is BaseObjectCreationExpressionSyntax creation && place.Model.GetTypeInfo(creation, place.CancellationToken).Type is INamedTypeSymbol type
        && (choice == ByEnvironment ? AddChoice(place, creation, type, edit) : AddVariable(place, creation, type, edit));

    /// <summary><c>environment.IsDevelopment() ? new DefaultAzureCredential() : new ManagedIdentityCredential(...)</c></summary>
    private static bool AddChoice(ReportedPlace place, BaseObjectCreationExpressionSyntax creation, INamedTypeSymbol type, FileEdit edit)
    {
        if (HostEnvironment.TestAt(place) is not { } test || CredentialReplacement.At(place).FirstOrDefault(static credential => credential.Id == "managed_identity") is not { } managed)
            return false;

        var developer = creation is ImplicitObjectCreationExpressionSyntax || HasWhen(place, creation)
            ? (ExpressionSyntax)place.Generator.ObjectCreationExpression(place.Types.To(type))
            : creation.WithoutTrivia();
        ExpressionSyntax conditional = (ConditionalExpressionSyntax)place.Generator.ConditionalExpression(test, developer, managed.Expression);
        if (creation.Parent is not (ArgumentSyntax or EqualsValueClauseSyntax or AssignmentExpressionSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax))
            conditional = SyntaxFactory.ParenthesizedExpression(conditional);
        return CredentialReplacement.TryAdd(place, conditional, BaseOf(type, place), edit);
    }

    /// <summary><c>new DefaultAzureCredential(DefaultAzureCredential.DefaultEnvironmentVariableName)</c></summary>
    private static bool AddVariable(ReportedPlace place, BaseObjectCreationExpressionSyntax creation, INamedTypeSymbol type, FileEdit edit)
    {
        if (creation.ArgumentList is { Arguments.Count: > 0 } && !HasWhen(place, creation))
            return false;

        foreach (var row in RowsOf(place, creation))
        {
            if (row["argument"] is not { } name || !place.Symbols.Exists(name))
                continue;

            // Named as the author names it, in full or not at all.
            var named = (creation as ObjectCreationExpressionSyntax)?.Type.WithoutTrivia();
            var constant = name.Substring(name.LastIndexOf('.') + 1);
            var argument = named is QualifiedNameSyntax or AliasQualifiedNameSyntax
                ? SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.ParseExpression(named.ToString()), SyntaxFactory.IdentifierName(constant))
                : place.Types.Member(type, constant);
            var arguments = SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(argument)));
            ExpressionSyntax pinned = named is null
                ? SyntaxFactory.ImplicitObjectCreationExpression(arguments, null)
                : SyntaxFactory.ObjectCreationExpression(SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space), named, arguments, null);
            return CredentialReplacement.TryAdd(place, pinned, type, edit);
        }

        return false;
    }

    /// <summary>Whether the only argument is the one that makes the credential ask a person.</summary>
    private static bool HasWhen(ReportedPlace place, BaseObjectCreationExpressionSyntax creation) =>
        creation.ArgumentList is { Arguments: { Count: 1 } arguments } && place.Model.GetSymbolInfo(creation, place.CancellationToken).Symbol is IMethodSymbol constructor
        && RowsOf(place, creation).Any(row => row["when"]?.StartsWith(CandidateCall.ParameterOf(arguments[0], constructor)?.Name + ":", System.StringComparison.Ordinal) == true);

    private static ImmutableArray<CatalogRow> RowsOf(ReportedPlace place, SyntaxNode creation) =>
        place.Model.GetSymbolInfo(creation, place.CancellationToken).Symbol is { } constructor ? place.Symbols.RowsOf(constructor).RemoveAll(static row => row.Role != Role.UnpinnedCredential) : ImmutableArray<CatalogRow>.Empty;

    /// <summary>The type that both credentials are.</summary>
    private static ITypeSymbol BaseOf(INamedTypeSymbol type, ReportedPlace place) =>
        place.Symbols.RowOf(type, Role.Token) is { } row && place.Symbols.FindType(row.TypeName) is { } token ? token : type;
}
