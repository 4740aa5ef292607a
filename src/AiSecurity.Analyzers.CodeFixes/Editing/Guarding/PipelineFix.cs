using System;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>Puts a guard into the pipeline of the client that calls the model.</summary>
public abstract class PipelineFix : GuardFix
{
    private protected PipelineFix(string id, string title, string guards)
        : base(id, title, "pipeline", guards)
    {
    }

    private protected sealed override Task<Document?> ApplyAsync(ReportedPlace place, GuardMember guard, Func<Document, Task<bool>> isBetter) => PipelineEdit.ApplyAsync(place, guard, isBetter);
}
