using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Tells when an argument that nobody touched has come to mean something else, because the new overload has another parameter in its place.</summary>
internal static class ParameterCheck
{
    public static async Task<bool> ShiftsAsync(Document original, Document changed, FileEdit edit, CancellationToken cancellationToken)
    {
        var before = await original.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var after = await changed.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var root = await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (call, changedArgument, marker) in edit.Calls)
        {
            if (root!.GetAnnotatedNodes(marker).FirstOrDefault() is not { } now)
                continue;

            var kept = NamesOf(now, after!, cancellationToken);
            foreach (var pair in NamesOf(call, before!, cancellationToken, changedArgument))
            {
                if (kept.TryGetValue(pair.Key, out var name) && name != pair.Value)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Parameter names by the text of the argument.</summary>
    private static Dictionary<string, string> NamesOf(SyntaxNode call, SemanticModel model, CancellationToken cancellationToken, SyntaxNode? without = null)
    {
        var names = new Dictionary<string, string>();
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method)
            return names;

        foreach (var argument in CandidateCall.ArgumentsOf(call))
        {
            if (argument != without && CandidateCall.ParameterOf(argument, method) is { } parameter)
                names[argument.Expression.ToString()] = parameter.Name;
        }

        return names;
    }
}
