using System;

namespace AiSecurity.Guards;

/// <summary>Prompt Shields found an attack: nothing of it may go to a model. An application may answer it with HTTP 400.</summary>
/// <remarks>Neither the message nor <see cref="Result"/> holds any part of the text.</remarks>
public sealed class PromptAttackException : Exception
{
    /// <summary>An exception for an answer with an attack.</summary>
    /// <param name="result">What the shields said.</param>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    public PromptAttackException(PromptShieldResult result)
        : base(Describe(result ?? throw new ArgumentNullException(nameof(result)))) => Result = result;

    /// <summary>Where the attack was.</summary>
    public PromptShieldResult Result { get; }

    private static string Describe(PromptShieldResult result) => (result.UserPromptAttackDetected, result.AttackedDocuments.Count) switch
    {
        (true, 0) => "Prompt Shields detected an attack in the user prompt.",
        (true, _) => "Prompt Shields detected an attack in the user prompt and in documents.",
        _ => "Prompt Shields detected an attack in documents.",
    };
}
