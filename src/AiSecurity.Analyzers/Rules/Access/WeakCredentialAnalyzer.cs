using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Access.Identities;
using AiSecurity.Analyzers.Settings;
using AiSecurity.Analyzers.Settings.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC105: a program that signs in as a person.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeakCredentialAnalyzer() : AiRule(AccessRules.WeakCredential)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Register(CompilationStartAnalysisContext start, AiCompilation compilation)
    {
        base.Register(start, compilation);
        SettingsFiles.OnEach(start, compilation, (file, context) =>
        {
            foreach (var password in PasswordSettings.In(file, compilation.Symbols.Catalog))
                context.ReportDiagnostic(Diagnostic.Create(AccessRules.WeakCredential, file.LocationOf(password), ControlTags.Of(AccessRules.WeakCredential), password.LastName, Reason("password")));
        });
    }

    private protected override void Analyze(AiFile file)
    {
        foreach (var site in file.Scan.CallSites)
        {
            if (KindOf(site) is { } kind && IsWrongHere(site, kind, file))
                file.Report(Diagnostic.Create(AccessRules.WeakCredential, site.Node.GetLocation(), ControlTags.Of(AccessRules.WeakCredential), NameOf(site.Member), Reason(kind)));
        }
    }

    private static string? KindOf(CallSite site)
    {
        foreach (var row in site.Rows)
        {
            if (row.Role == Role.WeakCredential)
                return row["kind"];
        }

        return null;
    }

    /// <summary>A password is wrong everywhere; a person who signs in, only where there is none.</summary>
    private static bool IsWrongHere(CallSite site, string kind, AiFile file)
    {
        if (new DevelopmentGuard(file.Compilation.Symbols, file.Model, file.CancellationToken).Covers(site.Node))
            return false;

        return kind == "password"
            || (!IsForAdministration(site.Node, file) && ServerProject.Is(file.Compilation, file.Model.Compilation, file.CancellationToken)
                && !new CredentialChoice(file.Compilation.Symbols, file.Model, file.CancellationToken).HasUnattendedAlternative(site.Node));
    }

    /// <summary>Who sets up what the server runs on is a person, also where the command is part of the server.</summary>
    private static bool IsForAdministration(SyntaxNode credential, AiFile file) => credential.Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax client }
        && file.Compilation.Symbols.Is(file.Model.GetTypeInfo(client, file.CancellationToken).Type, Role.Administration);

    private static string Reason(string kind) => kind switch
    {
        "password" => "signs in with a password alone, which multifactor authentication and Conditional Access forbid or have to be switched off for",
        "interactive" => "waits for a person to sign in, and nobody sits in front of a server",
        _ => "signs in as the developer whose tools are on the machine, with that person's rights and no identity of its own",
    };

    private static string NameOf(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? member.ContainingType.Name : member.Name;
}
