namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>The pieces of a text, from its beginning: once a host is written, what follows it cannot choose where a request goes.</summary>
internal sealed class UrlPieces
{
    private string? _start = "";
    private bool _isHostFixed;

    /// <summary>All pieces together.</summary>
    public FlowValue Value { get; private set; } = FlowValue.Clean;

    /// <summary>Adds a piece, with its text when it is constant.</summary>
    public void Add(string? constant, FlowValue value)
    {
        Value = Value.Join(_isHostFixed ? value.With(Guards.Url) : value);
        if (constant is null)
        {
            _start = null;
            return;
        }

        // After an address that is kept in a setting, a slash is enough.
        _isHostFixed |= _start is null ? UrlStart.EndsHost(constant) : UrlStart.FixesHost(_start += constant);
    }
}
