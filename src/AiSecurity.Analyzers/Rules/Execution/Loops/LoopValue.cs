namespace AiSecurity.Analyzers.Rules.Execution.Loops;

/// <summary>What a value in repeated code depends on; of several the greatest counts.</summary>
internal enum LoopValue
{
    /// <summary>Nothing that changes by itself: constants, texts, what was there before, the state of the application.</summary>
    None,

    /// <summary>What a model answers, or the run of one.</summary>
    Model,

    /// <summary>Something that nobody here can tell.</summary>
    Unknown,

    /// <summary>A count, a size or a time: sooner or later it ends the repetition.</summary>
    Bound,
}
