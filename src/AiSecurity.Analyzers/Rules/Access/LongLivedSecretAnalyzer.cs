using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Identities;
using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Settings;
using AiSecurity.Analyzers.Settings.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC106: an AI client that signs in with a secret or a certificate file, and a store of an AI feature that is opened with a key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LongLivedSecretAnalyzer() : AiRule(AccessRules.LongLivedSecret)
{
    private const string AccountKey = "opens a store of an AI feature with the key of its account";

    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Register(CompilationStartAnalysisContext start, AiCompilation compilation)
    {
        base.Register(start, compilation);
        SettingsFiles.OnEach(start, compilation, (file, context) =>
        {
            foreach (var value in file.Values)
            {
                if (KeyedStoreSetting.SubjectOf(value, file, compilation.Symbols.Catalog) is { } subject)
                    context.ReportDiagnostic(Diagnostic.Create(AccessRules.LongLivedSecret, file.LocationOf(value), ControlTags.Of(AccessRules.LongLivedSecret), subject, AccountKey));
            }
        });
    }

    private protected override void Analyze(AiFile file)
    {
        FindKeyedStores(file);
        foreach (var use in TokenUseFinder.Find(file))
        {
            if (ProofOf(use, file) is not { } proof || new DevelopmentGuard(file.Compilation.Symbols, file.Model, file.CancellationToken).Covers(use.Creation.Syntax))
                continue;

            file.Report(Diagnostic.Create(
                AccessRules.LongLivedSecret, use.Creation.Syntax.GetLocation(), [use.Client.GetLocation()], ControlTags.Of(AccessRules.LongLivedSecret), use.Constructor.ContainingType.Name, proof));
        }
    }

    /// <summary>Options that choose the key of an account for a store of an AI feature.</summary>
    private static void FindKeyedStores(AiFile file)
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.LongLivedSecret && site.Node is AssignmentExpressionSyntax { Right: var choice } assignment && WrittenSetting.IsBad(choice, row, file)
                    && !new DevelopmentGuard(file.Compilation.Symbols, file.Model, file.CancellationToken).Covers(assignment))
                    file.Report(Diagnostic.Create(AccessRules.LongLivedSecret, assignment.GetLocation(), ControlTags.Of(AccessRules.LongLivedSecret), site.Member.Name, AccountKey));
            }
        }
    }

    /// <summary>What the credential proves its identity with; null when that does not live long, or AISEC102 speaks of it.</summary>
    private static string? ProofOf(TokenUse use, AiFile file)
    {
        foreach (var row in file.Compilation.Symbols.RowsOf(use.Constructor))
        {
            if (row.Role != Role.LongLivedSecret || row.From is null || new SinkArguments(file.Model, file.CancellationToken).Find(use.Creation, use.Constructor, row.From) is not { } argument)
                continue;

            // A constant is the path of a file, or a secret that stands in source code.
            var isSecret = IsSecret(file, use.Constructor);
            if (isSecret && ConstantText.Of(argument.Value, new ValueTrace(file.Model, file.CancellationToken), file.CancellationToken).IsWhole)
                return null;
            return isSecret ? "signs an AI client in with a secret" : "signs an AI client in with a certificate file";
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
