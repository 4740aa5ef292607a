using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>How a place gets at a guard.</summary>
/// <param name="Expression">Names it there.</param>
/// <param name="Declaration">The statement that creates it, to stand before <paramref name="Anchor"/>; null when none is needed.</param>
/// <param name="Anchor">The statement around the place that stands in the body of the program.</param>
/// <param name="FromContainer">Whether the container must know it.</param>
/// <param name="ChangedType">The type whose constructor has got a parameter.</param>
internal sealed record GuardReach(ExpressionSyntax Expression, StatementSyntax? Declaration = null, StatementSyntax? Anchor = null, bool FromContainer = false, INamedTypeSymbol? ChangedType = null)
{
    /// <summary>One in scope, else one from the container, else a new one in a program that has no container; null when there is no way.</summary>
    public static GuardReach? Of(ReportedPlace place, GuardMember guard, FileEdit edit) =>
        InScope(place, guard) ?? GuardInjection.IntoHandler(place, guard, edit) ?? GuardInjection.IntoType(place, guard, edit) ?? GuardCreation.InProgram(place, guard);

    /// <summary>One in scope, else one from the provider that is at hand, else a new one in a program that has no container; no constructor and no handler gets a parameter.</summary>
    public static GuardReach? Here(ReportedPlace place, GuardMember guard) =>
        InScope(place, guard) ?? (GuardService.At(place, guard) is { } service ? new GuardReach(service, FromContainer: true) : GuardCreation.InProgram(place, guard));

    /// <summary>Puts statements that use it before another one, and its declaration where the program's variables stand.</summary>
    public bool TryInsert(StatementSyntax before, IReadOnlyList<StatementSyntax> inserted, FileEdit edit)
    {
        if (Declaration is not null && Anchor == before)
            return StatementInsertion.TryAddBefore(before, [Declaration, .. inserted], edit);
        return (Declaration is null || StatementInsertion.TryAddBefore(Anchor!, [Declaration], edit)) && StatementInsertion.TryAddBefore(before, inserted, edit);
    }

    private static GuardReach? InScope(ReportedPlace place, GuardMember guard)
    {
        ISymbol? best = null;
        foreach (var symbol in place.Model.LookupSymbols(place.Node.SpanStart))
        {
            var type = ScopedSymbols.TypeOf(symbol);
            if (type is not null && guard.Is(type) && !ScopedSymbols.MayBeNull(symbol, type, place.Model, place.CancellationToken)
                && ScopedSymbols.IsUsable(symbol, place.Node.SpanStart, place.Model, place.CancellationToken) && (best is null || ScopedSymbols.Rank(symbol) < ScopedSymbols.Rank(best)))
                best = symbol;
        }

        return best is null ? null : new GuardReach(SyntaxFactory.IdentifierName(best.Name));
    }
}
