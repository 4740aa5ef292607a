using System;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>Asks a prompt shield right before the model gets a text.</summary>
public abstract class ShieldFix : GuardFix
{
    private readonly bool _areDocuments;

    private protected ShieldFix(string id, string title, bool areDocuments)
        : base(id, title, "shield", "shield") => _areDocuments = areDocuments;

    private protected sealed override Task<Document?> ApplyAsync(ReportedPlace place, GuardMember guard, Func<Document, Task<bool>> isBetter) =>
        GuardEdit.ApplyAsync(place, guard, ShieldEdit.Of(place, place.Node, guard, _areDocuments), isBetter);
}
