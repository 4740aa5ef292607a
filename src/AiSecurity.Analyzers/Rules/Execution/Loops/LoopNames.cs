using System.Collections.Generic;

namespace AiSecurity.Analyzers.Rules.Execution.Loops;

/// <summary>Names that tell what a value in repeated code depends on.</summary>
internal static class LoopNames
{
    /// <summary>Types whose members answer by what they are given and by nothing else.</summary>
    public static readonly HashSet<string> PureTypes = ["String", "Regex", "Match", "Enum", "Math", "Object", "Convert", "JsonSerializer", "JsonDocument", "JsonElement", "JsonNode", "Path", "Array", "Char", "StringComparer", "Nullable", "CancellationToken", "Guid", "Tuple"];

    public static readonly HashSet<string> Clocks = ["Now", "UtcNow", "Today", "Elapsed", "ElapsedMilliseconds", "ElapsedTicks", "TickCount", "TickCount64", "GetUtcNow", "GetElapsedTime", "GetTimestamp"];

    public static readonly HashSet<string> Sizes = ["Count", "Length", "LongLength", "LongCount", "GetTokenCount", "CountTokens"];
}
