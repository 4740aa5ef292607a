using System;

namespace AiSecurity.Guards;

/// <summary>A model file is not the one that was expected: it must not be loaded.</summary>
public sealed class ModelIntegrityException : Exception
{
    /// <summary>An exception for a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expectedSha256">The digest that it should have.</param>
    /// <param name="actualSha256">The digest that it has.</param>
    public ModelIntegrityException(string path, string expectedSha256, string actualSha256)
        : base($"The model file '{path}' has the SHA-256 digest {actualSha256}, not {expectedSha256}.")
    {
        Path = path;
        ExpectedSha256 = expectedSha256;
        ActualSha256 = actualSha256;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The digest that it should have: 64 lower-case hexadecimal digits.</summary>
    public string ExpectedSha256 { get; }

    /// <summary>The digest that it has: 64 lower-case hexadecimal digits.</summary>
    public string ActualSha256 { get; }
}
