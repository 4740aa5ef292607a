using System.Collections.Immutable;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>Asks a prompt shield before the model gets a text, at the call or in the pipeline of the client.</summary>
public abstract class ShieldFix : GuardFix
{
    private protected ShieldFix(string id, string title, bool areDocuments)
        : base(id, "shield") =>
        Choices = ImmutableArray.Create(
            GuardChoice.AtPlace(title, "shield", (place, guard) => ShieldEdit.Of(place, place.Node, guard, areDocuments)),
            GuardChoice.InPipeline("Shield the pipeline of the chat client"));

    private protected sealed override ImmutableArray<GuardChoice> Choices { get; }
}
