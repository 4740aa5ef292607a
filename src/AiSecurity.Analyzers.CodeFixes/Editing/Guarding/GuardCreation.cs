using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>Creates a guard: its endpoint from a setting, its credential from Microsoft Entra ID.</summary>
internal static class GuardCreation
{
    private const string UriType = "System.Uri";

    /// <summary>A variable of a top-level program, or of the method that a program starts with.</summary>
    public static GuardReach? InProgram(ReportedPlace place, GuardMember guard)
    {
        var statement = place.Node.AncestorsAndSelf().OfType<StatementSyntax>().LastOrDefault(static candidate => candidate.Parent is GlobalStatementSyntax or BlockSyntax { Parent: MethodDeclarationSyntax { Identifier.ValueText: "Main" } });
        if (statement is null or LocalFunctionStatementSyntax || !place.Model.LookupSymbols(place.Node.SpanStart, name: guard.Name).IsEmpty
            || !guard.Type.InstanceConstructors.Any(constructor => constructor.Parameters.Length == 2 && constructor.Parameters[0].Type.Name == "Uri" && place.Symbols.Is(constructor.Parameters[1].Type, Role.Token))
            || Endpoint(guard, statement.SpanStart, place) is not { } endpoint || Credential(statement.SpanStart, place) is not { } credential)
            return null;

        var creation = (ExpressionSyntax)place.Generator.ObjectCreationExpression(place.Types.To(guard.Type), endpoint, credential);
        var declaration = (StatementSyntax)place.Generator.LocalDeclarationStatement(guard.Name, creation).NormalizeWhitespace();
        return new GuardReach(SyntaxFactory.IdentifierName(guard.Name), declaration, statement);
    }

    /// <summary><c>new Uri(configuration["Section:Endpoint"] ?? throw ...)</c></summary>
    public static ExpressionSyntax? Endpoint(GuardMember guard, int position, ReportedPlace place)
    {
        if (place.Symbols.FindType(UriType) is not { } uri || guard.Row["setting"] is not { } setting
            || SettingRead.At(position, setting, place.Symbols, place.Model, place.Generator, place.CancellationToken) is not { } read)
            return null;

        return (ExpressionSyntax)place.Generator.ObjectCreationExpression(place.Types.To(uri), read.Expression);
    }

    /// <summary>One in scope before a new one.</summary>
    public static ExpressionSyntax? Credential(int position, ReportedPlace place)
    {
        var preferred = AiOptions.Credential.Read(place.Document.Project.AnalyzerOptions, place.Model.SyntaxTree, RuleIds.KeyHeader);
        var offered = EntraCredential.At(position, preferred, place.Symbols, place.Model, place.Generator, place.CancellationToken);
        return (offered.FirstOrDefault(static credential => credential.Id == EntraCredential.InScope) ?? offered.FirstOrDefault())?.Expression;
    }
}
