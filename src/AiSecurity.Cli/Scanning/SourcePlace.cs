namespace AiSecurity.Cli.Scanning;

/// <summary>A piece of a file. Lines and columns begin at 1.</summary>
/// <param name="File">Relative to the repository's root, with forward slashes.</param>
/// <param name="Line">Of the first character.</param>
/// <param name="Column">Of the first character.</param>
/// <param name="EndLine">Of the end.</param>
/// <param name="EndColumn">Behind the last character.</param>
/// <param name="Code">The first line without its indentation; what may be a secret is masked.</param>
internal sealed record SourcePlace(string File, int Line, int Column, int EndLine, int EndColumn, string Code);
