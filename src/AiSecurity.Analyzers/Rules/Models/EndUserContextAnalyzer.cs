using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Rules.Execution.Limits;
using AiSecurity.Analyzers.Rules.Models.EndUsers;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Models;

/// <summary>AISEC208: requests for many users that do not say for which one each is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndUserContextAnalyzer() : AiRule(ModelRules.EndUserContext)
{
    private const string Member = "member";

    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options) && !AiOptions.IsWorkerProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        var unset = new UnsetSetting(file);
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role != Role.EndUser || OptionsOf(site, row, unset, file) is not { } options)
                    continue;

                var members = options["unless"]!.Split(',');
                if (!ServerProject.Is(file.Compilation, file.Model.Compilation, file.CancellationToken) || SharedLimit.Exists(members, file) || UserNames.AreCalled(members, file))
                    return;

                Report(site.Node, options, members[0], file);
                break;
            }
        }
    }

    /// <summary>The row about the options that lack it, or that are left out; null where they have it, may get it, or the version of the SDK has no place for it.</summary>
    private static CatalogRow? OptionsOf(CallSite site, CatalogRow row, UnsetSetting unset, AiFile file)
    {
        if (row["needs"] is { } needed && !file.Compilation.Symbols.Exists(needed))
            return null;
        if (site.Node is BaseObjectCreationExpressionSyntax creation)
            return row["unless"] is not null && unset.Is(creation, row) ? row : null;
        if (row["value"] is not { } name || site.Member is not IMethodSymbol method || !IsLeftOut(site, name, file))
            return null;

        // An overload without such a parameter has one beside it that takes them; one with another type there is no request for the model.
        var overloads = method.Parameters.Any(parameter => parameter.Name == name) ? [method] : method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>();
        return file.Compilation.Symbols.Catalog[Role.EndUser].FirstOrDefault(options => options["unless"] is not null
            && overloads.Any(overload => overload.Parameters.Any(parameter => parameter.Name == name && options.TypeName == MetadataName.Of(parameter.Type))));
    }

    private static bool IsLeftOut(CallSite site, string parameter, AiFile file) =>
        // A call that does not bind, or sends nothing yet, may still get them.
        site.Node is InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } && file.Model.OperationOf(site.Node, file.CancellationToken) is IInvocationOperation call
        && (new SinkArguments(file.Model, file.CancellationToken).Find(call, site.Member, new CatalogSlot(parameter, null, null)) is not { } argument || argument.Value.ConstantValue is { HasValue: true, Value: null });

    private static void Report(SyntaxNode node, CatalogRow options, string member, AiFile file)
    {
        var place = node switch
        {
            ObjectCreationExpressionSyntax creation => creation.Type,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
            _ => node,
        };
        var advice = options["as"] is { } better && file.Compilation.Symbols.Exists(better) ? $"call '{better.Substring(better.LastIndexOf('.') + 1)}', or set '{member}'" : $"set '{member}'";
        file.Report(Diagnostic.Create(ModelRules.EndUserContext, place.GetLocation(), ControlTags.Of(ModelRules.EndUserContext).SetItem(Member, node is BaseObjectCreationExpressionSyntax ? member : null), place is SimpleNameSyntax name ? name.Identifier.ValueText : options.SimpleTypeName, advice));
    }
}
