namespace AiSecurity.Cli.Scanning;

/// <summary>How much of a project could be seen.</summary>
internal enum Reading
{
    /// <summary>MSBuild loaded it and all its packages are there.</summary>
    Complete,

    /// <summary>Some packages are missing: what is called of them is judged by names.</summary>
    Names,

    /// <summary>MSBuild did not load it: the files in its folder were read, without packages.</summary>
    Source,

    /// <summary>Nothing could be read.</summary>
    None,
}
