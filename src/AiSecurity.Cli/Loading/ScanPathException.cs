namespace AiSecurity.Cli.Loading;

/// <summary>A path on the command line that nothing can be scanned at.</summary>
internal sealed class ScanPathException(string message) : Exception(message);
