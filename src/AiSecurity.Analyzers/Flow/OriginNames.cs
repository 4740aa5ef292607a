namespace AiSecurity.Analyzers.Flow;

/// <summary>Origins as the catalog writes them.</summary>
internal static class OriginNames
{
    public static Origins Parse(string? names)
    {
        var origins = Origins.None;
        foreach (var name in names?.Split(',') ?? [])
        {
            origins |= name switch
            {
                "user" => Origins.User,
                "local-user" => Origins.LocalUser,
                "local-document" => Origins.LocalDocument,
                "document" => Origins.Document,
                "model" => Origins.Model,
                "tool-argument" => Origins.ToolArgument,
                "response" => Origins.Response,
                "prompt" => Origins.Prompt,
                "secret" => Origins.Secret,
                _ => Origins.None,
            };
        }

        return origins;
    }
}
