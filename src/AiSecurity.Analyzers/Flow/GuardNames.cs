namespace AiSecurity.Analyzers.Flow;

/// <summary>Guards as the catalog writes them.</summary>
internal static class GuardNames
{
    /// <summary>The guards of a comma-separated list; a shield when nothing is written.</summary>
    public static Guards Parse(string? names)
    {
        if (names is null)
            return Guards.Shield;

        var guards = Guards.None;
        foreach (var name in names.Split(','))
        {
            guards |= name switch
            {
                "shield" => Guards.Shield,
                "allow-list" => Guards.AllowList,
                "sandbox" => Guards.Sandbox,
                "html" => Guards.Html,
                "path" => Guards.Path,
                "url" => Guards.Url,
                "pattern" => Guards.Pattern,
                "query" => Guards.Query,
                "screened" => Guards.Screened,
                "redacted" => Guards.Redacted,
                "web" => Guards.Web,
                _ => Guards.None,
            };
        }

        return guards;
    }
}
