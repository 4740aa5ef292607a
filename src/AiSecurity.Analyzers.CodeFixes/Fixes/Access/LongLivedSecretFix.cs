using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Access;

/// <summary>AISEC106: puts a managed identity where a secret signs in; a workload identity where its options are in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class LongLivedSecretFix() : ChoiceFix(RuleIds.LongLivedSecret)
{
    private protected override ImmutableArray<FixChoice> ChoicesAt(ReportedPlace place) =>
        Credentials(place).Select(static credential => new FixChoice(credential.Title, credential.Id)).ToImmutableArray();

    private protected override bool TryAdd(ReportedPlace place, FixChoice choice, FileEdit edit) =>
        Credentials(place).FirstOrDefault(credential => credential.Id == choice.Name) is { } replacement && CredentialReplacement.TryAdd(place, replacement, edit);

    private static IEnumerable<EntraCredential> Credentials(ReportedPlace place) => Federated(place).Concat(CredentialReplacement.At(place));

    /// <summary>Credentials whose options are in scope: somebody has set them up already.</summary>
    private static IEnumerable<EntraCredential> Federated(ReportedPlace place)
    {
        foreach (var row in place.Symbols.Catalog[Role.Identity])
        {
            if (row["value"] is not { } parameter || place.Symbols.FindType(row.TypeName) is not { } type
                || type.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).FirstOrDefault(candidate => candidate.Name == parameter) is not { } options)
                continue;

            foreach (var symbol in place.Model.LookupSymbols(place.Node.SpanStart))
            {
                if (ScopedSymbols.TypeOf(symbol) is { } found && SymbolEqualityComparer.Default.Equals(found.WithNullableAnnotation(NullableAnnotation.None), options.Type.WithNullableAnnotation(NullableAnnotation.None))
                    && ScopedSymbols.IsUsable(symbol, place.Node.SpanStart, place.Model, place.CancellationToken))
                {
                    yield return new EntraCredential($"Use {type.Name}", "workload_identity", type, (ExpressionSyntax)place.Generator.ObjectCreationExpression(place.Types.To(type), SyntaxFactory.IdentifierName(symbol.Name)));
                    break;
                }
            }
        }
    }
}
