using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary><c>services.AddSingleton(sp => new Service(...))</c> gives the constructor the guard that it now asks for.</summary>
internal static class GuardCallers
{
    /// <summary>The file, in a solution in which the registrations of its type hand the guard over.</summary>
    public static async Task<Document> PassAsync(Document original, Document changed, INamedTypeSymbol type, GuardMember guard, CancellationToken cancellationToken)
    {
        foreach (var file in await WholeCompileCheck.FilesThatNameAsync(original, type, cancellationToken).ConfigureAwait(false))
        {
            var current = changed.Project.Solution.GetDocument(file.Id)!;
            var root = await current.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var edit = new FileEdit();
            ReportedPlace? last = null;
            foreach (var creation in root!.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Where(creation => creation.Type is IdentifierNameSyntax name && name.Identifier.ValueText == type.Name))
            {
                if (await ReportedPlace.CreateAsync(current, creation.Span, cancellationToken).ConfigureAwait(false) is { } place && GuardService.At(place, guard) is { } service && TryPass(creation, service, place, guard, edit))
                    last = place;
            }

            if (last is not null && await CheckedEdit.ApplyAsync(current, last.Symbols, edit, cancellationToken).ConfigureAwait(false) is { } passed)
                changed = passed.Project.Solution.GetDocument(changed.Id)!;
        }

        return changed;
    }

    private static bool TryPass(ObjectCreationExpressionSyntax creation, ExpressionSyntax service, ReportedPlace place, GuardMember guard, FileEdit edit)
    {
        var constructor = place.Model.GetSymbolInfo(creation, place.CancellationToken).CandidateSymbols.OfType<IMethodSymbol>().FirstOrDefault(candidate => candidate.Parameters.Any(parameter => guard.Is(parameter.Type)));
        if (constructor?.Parameters.First(parameter => guard.Is(parameter.Type)) is not { } parameter || creation.ArgumentList is not { } list
            || list.Arguments.Count < parameter.Ordinal || list.Arguments.Any(static argument => argument.NameColon is not null))
            return false;

        var argument = SyntaxFactory.Argument(service);
        edit.Change(list, current => ((ArgumentListSyntax)current).WithArguments(
            parameter.Ordinal == 0 ? ((ArgumentListSyntax)current).Arguments.Insert(0, argument) : SeparatedInsertion.After(((ArgumentListSyntax)current).Arguments, parameter.Ordinal - 1, argument)));
        return true;
    }
}
