namespace AiSecurity.Guards;

/// <summary>How a <see cref="PromptShield"/> asks Azure AI Content Safety.</summary>
public sealed class PromptShieldOptions : ContentSafetyOptions
{
    /// <summary>Options with their defaults: 10 seconds, 2 retries, 500 characters of overlap, at most 500,000 characters and 4 requests at once.</summary>
    public PromptShieldOptions()
    {
    }
}
