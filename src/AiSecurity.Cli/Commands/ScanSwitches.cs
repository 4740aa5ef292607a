using System.Collections.Immutable;
using System.CommandLine;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Cli.Loading;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Commands;

/// <summary>The options that say what is scanned and how, for every command that scans.</summary>
internal static class ScanSwitches
{
    public static readonly Option<bool> RequireComplete = new("--require-complete") { Description = "The exit code is 3 when a project could not be read completely." };

    private static readonly Option<string[]> Rules = new("--rules") { Description = "Only these rules, as in AISEC101,AISEC2*.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string> Severity = new("--severity") { Description = "Only findings of this severity or above: error, warning or suggestion (the default).", DefaultValueFactory = _ => "suggestion" };
    private static readonly Option<string?> Preset = new("--preset") { Description = "none, recommended or strict, as the property AiSecurityMode; strict switches on the rules that are off. Configuration of the repository wins." };
    private static readonly Option<bool> NoMsBuild = new("--no-msbuild") { Description = "Only read files. Nothing of the repository is executed, as MSBuild would; packages are those that are on the machine." };
    private static readonly Option<bool> NoRestore = new("--no-restore") { Description = "Do not fetch packages." };
    private static readonly Option<int?> Parallel = new("--parallel") { Description = "How many of the paths are worked on at a time." };

    static ScanSwitches()
    {
        Severity.AcceptOnlyFromAmong("error", "warning", "suggestion");
        Preset.AcceptOnlyFromAmong("none", "recommended", "strict");
        Rules.Validators.Add(static result =>
        {
            foreach (var pattern in Patterns(result.GetValueOrDefault<string[]>()))
            {
                if (pattern.Equals(RuleIds.AgentInventory, StringComparison.OrdinalIgnoreCase))
                    result.AddError($"{pattern} reports no mistakes but what there is: use 'aisec inventory'.");
                else if (!RuleSet.All.Any(rule => new ScanOptions { Paths = [], Rules = [pattern] }.Takes(rule.Id)))
                    result.AddError($"There is no rule '{pattern}'. 'aisec rules' lists them.");
            }
        });
        Parallel.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
                result.AddError("--parallel takes a number from 1 on.");
        });
    }

    public static void AddTo(Command command)
    {
        foreach (var option in (Option[])[Rules, Severity, Preset])
            command.Options.Add(option);
        AddLoadingTo(command);
    }

    /// <summary>For commands that do not choose rules.</summary>
    public static void AddLoadingTo(Command command)
    {
        foreach (var option in (Option[])[NoMsBuild, NoRestore, RequireComplete, Parallel])
            command.Options.Add(option);
    }

    /// <summary>Those that say which findings a command looks at.</summary>
    public static void AddFilters(Command command)
    {
        foreach (var option in (Option[])[Rules, Severity, Preset, NoRestore])
            command.Options.Add(option);
    }

    public static ScanOptions ReadFilters(ParseResult parsed, string path) => new()
    {
        Paths = [path],
        Load = new LoadOptions(Restores: !parsed.GetValue(NoRestore), Preset: parsed.GetValue(Preset)),
        Rules = Patterns(parsed.GetValue(Rules)),
        Severity = Enum.Parse<RuleSeverity>(parsed.GetValue(Severity)!, ignoreCase: true),
    };

    public static ScanOptions Read(ParseResult parsed, ImmutableArray<string> paths)
    {
        var options = ReadLoading(parsed, paths);
        return options with
        {
            Load = options.Load with { Preset = parsed.GetValue(Preset) },
            Rules = Patterns(parsed.GetValue(Rules)),
            Severity = Enum.Parse<RuleSeverity>(parsed.GetValue(Severity)!, ignoreCase: true),
        };
    }

    public static ScanOptions ReadLoading(ParseResult parsed, ImmutableArray<string> paths)
    {
        var options = new ScanOptions { Paths = paths, Load = new LoadOptions(UsesMsBuild: !parsed.GetValue(NoMsBuild), Restores: !parsed.GetValue(NoRestore)) };
        return parsed.GetValue(Parallel) is { } parallel ? options with { Parallel = parallel } : options;
    }

    private static ImmutableArray<string> Patterns(string[]? values) =>
        [.. (values ?? []).SelectMany(static value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
