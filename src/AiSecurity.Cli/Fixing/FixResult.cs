using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Cli.Fixing;

/// <summary>What became of one repository.</summary>
/// <param name="Name">How it is shown.</param>
/// <param name="Root">The folder that file names are relative to.</param>
/// <param name="Changes">What was changed, or would be.</param>
/// <param name="Packages">The packages that projects get.</param>
/// <param name="Unavailable">Packages that fixes would call and that could not be had.</param>
/// <param name="Found">What was reported at first.</param>
/// <param name="Left">What is still reported.</param>
/// <param name="TakenBack">How often a fix of a rule was taken back, because its project did not compile as before.</param>
/// <param name="NotRead">Projects that cannot be fixed, because MSBuild did not load them.</param>
internal sealed record FixResult(
    string Name, string Root, ImmutableArray<FileChange> Changes, ImmutableArray<PackageNeed> Packages, ImmutableArray<NeededPackage> Unavailable, ImmutableArray<Diagnostic> Found, ImmutableArray<Diagnostic> Left,
    IReadOnlyDictionary<string, int> TakenBack, ImmutableArray<string> NotRead);
