using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Cli.Fixing;
using AiSecurity.Cli.Scanning;
using Microsoft.CodeAnalysis;
using RuleSet = AiSecurity.Cli.Scanning.RuleSet;

namespace AiSecurity.Cli.Reports;

/// <summary>What fixing has done and left, on the error stream: the diff of a dry run has the other one.</summary>
internal static class FixReport
{
    /// <summary>Their fixes make a key needless, and leave it valid.</summary>
    private static readonly string[] KeyRules = [RuleIds.KeyCredential, RuleIds.HardCodedKey, RuleIds.KeyHeader, RuleIds.KeyedGrounding];

    public static void Write(TextWriter output, FixResult result, bool isDryRun, bool takesGuards)
    {
        var would = isDryRun ? "would be " : "";
        var (found, left) = (Count(result.Found), Count(result.Left));
        foreach (var (rule, count) in found)
        {
            var rest = left.GetValueOrDefault(rule);
            var info = RuleSet.Find(rule)!;
            output.WriteLine($"{rule}: {Math.Max(0, count - rest)} {would}fixed, {rest} left{Reason(info, rest, result, takesGuards)}  {info.Title}");
        }

        foreach (var need in result.Packages)
            output.WriteLine($"{RelativePath.Of(result.Root, need.Project)}: {need.Package.Id} {would}added");
        foreach (var project in result.NotRead)
            output.WriteLine($"{RelativePath.Of(result.Root, project)}: not fixed, because MSBuild did not load it; 'aisec scan' says why");
        output.WriteLine(result.Changes.IsEmpty ? "Nothing to change." : $"{result.Changes.Length} {(result.Changes.Length == 1 ? "file" : "files")} {would}changed.");
        if (found.Keys.Any(rule => KeyRules.Contains(rule) && found[rule] > left.GetValueOrDefault(rule)))
            output.WriteLine("By hand: give the application's identity a user role on each service, then revoke the keys.");
        if (result.Packages.Any(static need => need.Package.IsGuard))
            output.WriteLine("By hand: set up the guards, as docs/guards.md says; they stop everything until they reach their service.");
    }

    private static SortedDictionary<string, int> Count(IEnumerable<Diagnostic> diagnostics)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var diagnostic in diagnostics)
            counts[diagnostic.Id] = counts.GetValueOrDefault(diagnostic.Id) + 1;
        return counts;
    }

    private static string Reason(RuleInfo rule, int rest, FixResult result, bool takesGuards)
    {
        if (rest == 0)
            return ".";
        if (!rule.IsFixable)
            return " (the rule has no fix).";
        if (!takesGuards && NeededPackage.All.Any(package => package.IsGuard && package.Rules.Contains(rule.Id)))
            return " (--guards adds the package that most fixes of this rule call).";
        if (result.Unavailable.FirstOrDefault(package => package.Rules.Contains(rule.Id)) is { } unavailable)
            return $" (its fix calls {unavailable.Id}, which could not be restored).";
        return result.TakenBack.TryGetValue(rule.Id, out var count) ? $" ({count} taken back, because the project did not compile as before)." : " (no edit of these is certain to be right).";
    }
}
