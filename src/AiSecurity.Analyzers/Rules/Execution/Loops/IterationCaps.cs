using System;
using System.Globalization;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Execution.Loops;

/// <summary>Caps on the rounds of an agent that are as good as none.</summary>
internal static class IterationCaps
{
    /// <summary>The property of a diagnostic that holds a number for a fix.</summary>
    public const string LimitProperty = "limit";

    /// <summary>The property of a diagnostic about a loop that waits for a run: what comes after it needs a run that has ended.</summary>
    public const string WaitProperty = "wait";

    /// <summary>What a fix counts to, when the option allows as many.</summary>
    private const int UsualRounds = 25;

    public static int Limit(AnalyzerOptions options, SyntaxTree tree) => AiOptions.MaxIterations.ReadNumber(options, tree, RuleIds.UnboundedLoop);

    public static string Rounds(int limit) => Math.Min(limit, UsualRounds).ToString(CultureInfo.InvariantCulture);

    public static void Report(AiFile file)
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role != Role.IterationLimit || WrittenSetting.At(site, row, file) is not { } setting)
                    continue;

                var limit = Limit(file.Compilation.Options, file.Model.SyntaxTree);
                if (Least(setting, file) is not { } cap || cap <= limit)
                    continue;

                var good = int.TryParse(row["good"], NumberStyles.None, CultureInfo.InvariantCulture, out var usual) ? Math.Min(limit, usual) : limit;
                var properties = ControlTags.Of(ExecutionRules.UnboundedLoop).SetItem(LimitProperty, good.ToString(CultureInfo.InvariantCulture));
                var fault = cap == int.MaxValue ? "takes the limit away from how often a model is asked for one request" : "lets a model be asked more than " + limit.ToString(CultureInfo.InvariantCulture) + " times for one request";
                file.Report(Diagnostic.Create(ExecutionRules.UnboundedLoop, setting.Node.GetLocation(), properties, setting.Name, fault, "set a number that the task really needs"));
            }
        }
    }

    /// <summary>The smallest number that the setting can be; null when one of them is not known.</summary>
    private static int? Least(WrittenSetting setting, AiFile file)
    {
        if (file.Model.OperationOf(setting.Value, file.CancellationToken) is not { } operation)
            return null;

        int? least = null;
        foreach (var source in new ValueTrace(file.Model, file.CancellationToken).SourcesOf(operation))
        {
            if (source.ConstantValue is not { HasValue: true, Value: int number })
                return null;
            least = Math.Min(least ?? number, number);
        }

        return least;
    }
}
