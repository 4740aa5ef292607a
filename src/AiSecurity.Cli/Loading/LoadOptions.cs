namespace AiSecurity.Cli.Loading;

/// <summary>How repositories are loaded.</summary>
/// <param name="UsesMsBuild">False: nothing of the repository is executed, project files are only read.</param>
/// <param name="Restores">Whether packages are fetched.</param>
/// <param name="Preset">none, recommended or strict; null for what each project says itself.</param>
internal sealed record LoadOptions(bool UsesMsBuild = true, bool Restores = true, string? Preset = null);
