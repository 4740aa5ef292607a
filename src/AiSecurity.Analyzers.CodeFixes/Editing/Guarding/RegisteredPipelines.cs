using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>The pipelines behind the clients that the container gives away: all of them, since nobody can tell which one a service gets.</summary>
internal static class RegisteredPipelines
{
    /// <summary>Null when one of the clients has none.</summary>
    public static async Task<IReadOnlyList<ClientPipeline>?> OfAsync(ReportedPlace call, ITypeSymbol? client, List<ClientPipeline> all)
    {
        var found = all.Where(static pipeline => pipeline.IsRegistered).ToList();
        foreach (var document in call.Document.Project.Documents)
        {
            var root = await document.GetSyntaxRootAsync(call.CancellationToken).ConfigureAwait(false);
            SemanticModel? model = null;
            foreach (var registration in root!.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsRegistration))
            {
                model ??= await document.GetSemanticModelAsync(call.CancellationToken).ConfigureAwait(false);
                // Behind an interface of the same name in the same library, whichever project of the solution has compiled it.
                if (model!.GetSymbolInfo(registration, call.CancellationToken).Symbol is not IMethodSymbol { TypeArguments: { Length: > 0 } types } || types[0].ToDisplayString() != client?.ToDisplayString())
                    continue;

                var inside = all.Where(pipeline => pipeline.Makes(registration)).ToList();
                if (inside.Count == 0)
                    return null;
                found.AddRange(inside);
            }
        }

        return found.Count > 0 ? found.Distinct().ToList() : null;
    }

    /// <summary><c>services.AddSingleton&lt;IChatClient&gt;(...)</c></summary>
    private static bool IsRegistration(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddSingleton" or "AddScoped" or "AddTransient" or "AddKeyedSingleton" or "AddKeyedScoped" or "AddKeyedTransient" or "TryAddSingleton" or "TryAddScoped" or "TryAddTransient" };
}
