using System.Diagnostics;
using AiSecurity.Analyzers.Tests.Robustness.Inputs;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>Takes lines out of an input for as long as it fails with the same cause.</summary>
internal static class Minimizer
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static async Task<FuzzFailure> MinimizeAsync(FuzzFailure failure, FuzzOptions options)
    {
        var clock = Stopwatch.StartNew();
        foreach (var without in new Func<FuzzInput, FuzzInput>[] { input => input with { Files = [], Options = "" }, input => input with { Options = "" }, input => input with { Files = [] } })
            failure = await AgainAsync(failure, without(failure.Input), options) ?? failure;

        var lines = failure.Input.Source.Split('\n').ToList();
        for (var size = lines.Count / 2; size >= 1; size = size > 1 ? size / 2 : 0)
        {
            for (var at = 0; at + size <= lines.Count && clock.Elapsed < Limit;)
            {
                var fewer = lines.Take(at).Concat(lines.Skip(at + size)).ToList();
                if (await AgainAsync(failure, failure.Input with { Source = string.Join('\n', fewer) }, options) is { } same)
                    (failure, lines) = (same, fewer);
                else
                    at += size;
            }
        }

        return failure;
    }

    private static async Task<FuzzFailure?> AgainAsync(FuzzFailure failure, FuzzInput input, FuzzOptions options) =>
        (await FuzzRun.RunAsync([input], options))[0].Failure is { } again && again.Cause == failure.Cause ? again : null;
}
