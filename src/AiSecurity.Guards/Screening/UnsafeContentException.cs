using System;

namespace AiSecurity.Guards;

/// <summary>Azure AI Content Safety calls a text unsafe: it must not be shown.</summary>
/// <remarks>Neither the message nor <see cref="Result"/> holds any part of the text.</remarks>
public sealed class UnsafeContentException : Exception
{
    /// <summary>An exception for an answer that is not safe.</summary>
    /// <param name="result">What the service said.</param>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    public UnsafeContentException(ContentSafetyResult result)
        : base("Azure AI Content Safety calls the text unsafe.") => Result = result ?? throw new ArgumentNullException(nameof(result));

    /// <summary>The severities.</summary>
    public ContentSafetyResult Result { get; }
}
