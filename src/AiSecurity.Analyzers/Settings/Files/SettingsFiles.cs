using System;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Settings.Files;

/// <summary>The settings files of a compilation, each read once for all rules. Safe for concurrent use.</summary>
internal sealed class SettingsFiles
{
    private readonly ConcurrentDictionary<AdditionalText, StrongBox<SettingsFile?>> _files = new();

    public static SettingsFile? Read(AiCompilation compilation, AdditionalText file, CancellationToken cancellationToken) =>
        compilation.Once(static () => new SettingsFiles())._files.GetOrAdd(file, key => new StrongBox<SettingsFile?>(SettingsFile.Read(key, cancellationToken))).Value;

    /// <summary>Calls back for each settings file, in the build and while somebody types in it.</summary>
    public static void OnEach(CompilationStartAnalysisContext start, AiCompilation compilation, Action<SettingsFile, AdditionalFileAnalysisContext> analyze) =>
        start.RegisterAdditionalFileAction(context =>
        {
            if (Read(compilation, context.AdditionalFile, context.CancellationToken) is { } file)
                analyze(file, context);
        });
}
