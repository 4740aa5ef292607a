using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Rules.Access.Identities;
using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC106: an AI client that signs in with a secret or a certificate file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LongLivedSecretAnalyzer() : AiRule(AccessRules.LongLivedSecret)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        foreach (var use in TokenUseFinder.Find(file))
        {
            if (ProofOf(use, file) is not { } proof || new DevelopmentGuard(file.Compilation.Symbols, file.Model, file.CancellationToken).Covers(use.Creation.Syntax))
                continue;

            file.Report(Diagnostic.Create(
                AccessRules.LongLivedSecret, use.Creation.Syntax.GetLocation(), [use.Client.GetLocation()], ControlTags.Of(AccessRules.LongLivedSecret), use.Constructor.ContainingType.Name, proof));
        }
    }

    /// <summary>What the credential proves its identity with; null when that does not live long, or AISEC102 speaks of it.</summary>
    private static string? ProofOf(TokenUse use, AiFile file)
    {
        foreach (var row in file.Compilation.Symbols.RowsOf(use.Constructor))
        {
            if (row.Role != Role.LongLivedSecret || new SinkArguments(file.Model, file.CancellationToken).Find(use.Creation, use.Constructor, row.From!) is not { } argument)
                continue;

            // A constant is the path of a file, or a secret that stands in source code.
            var isSecret = IsSecret(file, use.Constructor);
            if (isSecret && ConstantText.Of(argument.Value, new ValueTrace(file.Model, file.CancellationToken), file.CancellationToken).IsWhole)
                return null;
            return isSecret ? "a secret" : "a certificate file";
        }

        return null;
    }

    private static bool IsSecret(AiFile file, ISymbol constructor)
    {
        foreach (var row in file.Compilation.Symbols.RowsOf(constructor))
        {
            if (row.Role == Role.Secret)
                return true;
        }

        return false;
    }
}
