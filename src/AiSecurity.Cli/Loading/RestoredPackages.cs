using System.Collections.Immutable;
using System.Text.Json;

namespace AiSecurity.Cli.Loading;

/// <summary>The packages that NuGet did not find, for each project; from the assets files that it writes even when it fails.</summary>
internal sealed class RestoredPackages
{
    private readonly Dictionary<string, ImmutableSortedSet<string>> _missing = new(StringComparer.Ordinal);

    private RestoredPackages()
    {
    }

    public static async Task<RestoredPackages> ReadAsync(WorkFolder folder, CancellationToken cancellationToken)
    {
        var packages = new RestoredPackages();
        var assets = new DirectoryInfo(folder.File("obj"));
        if (!assets.Exists)
            return packages;

        foreach (var file in assets.EnumerateFiles("project.assets.json", SearchOption.AllDirectories))
        {
            await using var stream = file.OpenRead();
            try
            {
                using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
                var root = document.RootElement;
                if (root.GetProperty("project").GetProperty("restore").GetProperty("projectPath").GetString() is { } project)
                    packages._missing[project] = MissingIn(root);
            }
            catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                // Not what NuGet writes: the project then counts as one without packages, which it is.
            }
        }

        return packages;
    }

    /// <summary>Null when NuGet never got as far as the project.</summary>
    public ImmutableSortedSet<string>? MissingFor(string project) => _missing.GetValueOrDefault(project);

    private static ImmutableSortedSet<string> MissingIn(JsonElement root)
    {
        var resolved = root.GetProperty("targets").EnumerateObject()
            .SelectMany(static target => target.Value.EnumerateObject())
            .Select(static library => library.Name.Split('/')[0])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = ImmutableSortedSet.CreateBuilder<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var framework in root.GetProperty("project").GetProperty("frameworks").EnumerateObject())
        {
            if (framework.Value.TryGetProperty("dependencies", out var dependencies))
                missing.UnionWith(dependencies.EnumerateObject().Select(static dependency => dependency.Name));
        }

        if (root.TryGetProperty("logs", out var logs))
        {
            foreach (var log in logs.EnumerateArray())
            {
                if (log.TryGetProperty("code", out var code) && code.GetString() is "NU1101" or "NU1102" or "NU1103" && log.TryGetProperty("libraryId", out var id))
                    missing.Add(id.GetString() ?? "");
            }
        }

        missing.ExceptWith(resolved);
        missing.Remove("");
        return missing.ToImmutable();
    }
}
