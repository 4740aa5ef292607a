namespace AiSecurity.Cli.Commands;

/// <summary>A file that was asked for and cannot be written or read.</summary>
internal sealed class OutputException(string message) : Exception(message);
