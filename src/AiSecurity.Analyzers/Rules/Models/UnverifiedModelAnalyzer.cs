using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Models;

/// <summary>AISEC209: model files that are loaded as they are found.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnverifiedModelAnalyzer() : AiRule(ModelRules.UnverifiedModel)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.ModelLoad && ModelOf(site, row, file) is { } model && new VerifiedModel(file) is var verified && !verified.Is(model.Value, site.Node))
                {
                    Report(model.Syntax?.Expression ?? site.Node, verified.IsShipped(model.Value), site.Member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? site.Member.ContainingType.Name : site.Member.Name, file);
                    break;
                }
            }
        }

        foreach (var (model, loader) in MissingModels.In(file))
        {
            if (file.Model.OperationOf(model.Expression, file.CancellationToken) is { } value && new VerifiedModel(file) is var verified && !verified.Is(value, model))
                Report(model.Expression, verified.IsShipped(value), loader, file);
        }
    }

    /// <summary>What comes with the program is as good as the program: a digest only helps against what happened before.</summary>
    private static void Report(SyntaxNode model, bool isShipped, string loader, AiFile file) =>
        file.Report(Diagnostic.Create(ModelRules.UnverifiedModel, model.GetLocation(), isShipped ? DiagnosticSeverity.Info : ModelRules.UnverifiedModel.DefaultSeverity, null, ControlTags.Of(ModelRules.UnverifiedModel), loader, GuardPackage.Hint("digest", file.Compilation.Symbols)));

    /// <summary>The path, bytes or stream that the overload takes; null for one that takes a model which is loaded already.</summary>
    private static SinkArgument? ModelOf(CallSite site, CatalogRow row, AiFile file)
    {
        if (file.Model.OperationOf(site.Node, file.CancellationToken) is not { } operation)
            return null;

        foreach (var name in row["value"]!.Split(','))
        {
            if (new SinkArguments(file.Model, file.CancellationToken).Find(operation, site.Member, new CatalogSlot(name, null, null)) is { } model)
                return model;
        }

        return null;
    }
}
