using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Settings.Files;

/// <summary>A file that an application reads its settings from, as one of the additional files.</summary>
internal sealed class SettingsFile
{
    /// <summary>Larger files, in characters, are no settings that somebody wrote.</summary>
    private const int MaxLength = 1_000_000;

    private readonly SourceText _text;

    private SettingsFile(string path, SourceText text, ImmutableArray<SettingValue> values)
    {
        Path = path;
        _text = text;
        Values = values;
    }

    public string Path { get; }

    /// <summary>All texts in it, in the order in which they stand there.</summary>
    public ImmutableArray<SettingValue> Values { get; }

    public Location LocationOf(SettingValue value) => Location.Create(Path, value.Span, _text.Lines.GetLinePositionSpan(value.Span));

    /// <summary>The file's values; null when it is no settings file, is too long or does not parse.</summary>
    public static SettingsFile? Read(AdditionalText file, CancellationToken cancellationToken)
    {
        if (ReaderFor(file.Path) is not { } read || file.GetText(cancellationToken) is not { Length: <= MaxLength } text)
            return null;

        cancellationToken.ThrowIfCancellationRequested();
        return read(text.ToString()) is { } values ? new SettingsFile(file.Path, text, values) : null;
    }

    private static Func<string, ImmutableArray<SettingValue>?>? ReaderFor(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        if (IsUserSecrets(path))
            return null;
        if (Is(name, "appsettings", ".json") || Is(name, "secrets", ".json") || Is(name, "local.settings", ".json") || Is(name, "launchSettings", ".json")
            || Is(name, "runtimeconfig.template", ".json"))
            return JsonSettings.Read;
        if (name.Equals(".env", StringComparison.OrdinalIgnoreCase) || name.StartsWith(".env.", StringComparison.OrdinalIgnoreCase))
            return EnvironmentSettings.Read;

        return Is(name, "", ".config") && !Is(name, "nuget", ".config") && !Is(name, "packages", ".config") ? XmlSettings.Read : null;
    }

    private static bool Is(string name, string start, string end) =>
        name.StartsWith(start, StringComparison.OrdinalIgnoreCase) && name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file is the store outside the project that <c>dotnet user-secrets</c> writes to.</summary>
    private static bool IsUserSecrets(string path) =>
        path.IndexOf("/usersecrets/", StringComparison.OrdinalIgnoreCase) >= 0 || path.IndexOf("\\usersecrets\\", StringComparison.OrdinalIgnoreCase) >= 0;
}
