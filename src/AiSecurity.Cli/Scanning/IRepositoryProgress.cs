namespace AiSecurity.Cli.Scanning;

/// <summary>How far one repository has come. Disposed when it is done.</summary>
internal interface IRepositoryProgress : IProgress<string>, IDisposable
{
    /// <summary>One more project was analysed.</summary>
    void Advance();
}
