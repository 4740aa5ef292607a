using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.CodeFixes.Editing.Guarding;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Data;

/// <summary>AISEC408: the policies of the organization, under the name of the project, which the author then makes right.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UngovernedPipelineFix() : PlaceFix(RuleIds.UngovernedPipeline, "Govern the calls with Microsoft Purview", "purview")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit) => AddedStep.TryAdd(place, Role.Governance, step => ArgumentsOf(step, place), edit);

    /// <summary>A credential, and settings that take a name.</summary>
    private static ArgumentListSyntax? ArgumentsOf(IMethodSymbol step, ReportedPlace place)
    {
        var arguments = SyntaxFactory.SeparatedList<ArgumentSyntax>();
        foreach (var parameter in step.Parameters.Skip(1).Where(static parameter => !parameter.IsOptional))
        {
            if (ValueFor(parameter.Type, place) is not { } value)
                return null;
            arguments = arguments.Add(SyntaxFactory.Argument(value));
        }

        return SyntaxFactory.ArgumentList(arguments).NormalizeWhitespace();
    }

    private static ExpressionSyntax? ValueFor(ITypeSymbol type, ReportedPlace place)
    {
        if (place.Symbols.Is(type, Role.Token))
        {
            var credentials = EntraCredential.At(place.Node.SpanStart, "default", place.Symbols, place.Model, place.Generator, place.CancellationToken);
            return (credentials.FirstOrDefault(static credential => credential.Id == EntraCredential.InScope) ?? credentials.FirstOrDefault())?.Expression;
        }

        var name = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(place.Document.Project.AssemblyName));
        return type is INamedTypeSymbol settings && settings.InstanceConstructors.Any(static constructor => constructor.Parameters.Length == 1 && constructor.Parameters[0].Type.SpecialType == SpecialType.System_String)
            ? (ExpressionSyntax)place.Generator.ObjectCreationExpression(place.Types.To(settings), name)
            : null;
    }
}
