namespace AiSecurity.Cli.Scanning;

/// <summary>Shows how far a scan has come.</summary>
internal interface IScanProgress
{
    IRepositoryProgress Begin(string repository, int projects);
}
