using System.Collections.Generic;
using System.Linq;

namespace AiSecurity.Guards;

/// <summary>What Prompt Shields say of a prompt and its documents.</summary>
/// <remarks>The service answers with one boolean for each text: no severity, no category, no reason. Instances do not change and are safe for several threads.</remarks>
public sealed class PromptShieldResult
{
    /// <summary>An answer, also for the tests of an application.</summary>
    /// <param name="userPromptAttackDetected">Whether the user prompt is an attack.</param>
    /// <param name="attackedDocuments">The positions of the documents that hold an attack; null for none.</param>
    public PromptShieldResult(bool userPromptAttackDetected, IEnumerable<int>? attackedDocuments = null)
    {
        UserPromptAttackDetected = userPromptAttackDetected;
        AttackedDocuments = [.. (attackedDocuments ?? []).Distinct().OrderBy(static index => index)];
    }

    /// <summary>Whether there is an attack anywhere: in the user prompt or in a document. When it is true, nothing may go to the model.</summary>
    public bool AttackDetected => UserPromptAttackDetected || AttackedDocuments.Count > 0;

    /// <summary>Whether the user prompt tries to make the model leave its instructions.</summary>
    public bool UserPromptAttackDetected { get; }

    /// <summary>The positions, from 0 and in order, of the documents with hidden instructions.</summary>
    public IReadOnlyList<int> AttackedDocuments { get; }
}
