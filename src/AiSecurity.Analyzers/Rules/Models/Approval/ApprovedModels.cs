using System;
using System.Collections.Immutable;

namespace AiSecurity.Analyzers.Rules.Models.Approval;

/// <summary>The models and deployments that a project approves of.</summary>
internal sealed class ApprovedModels(ImmutableArray<string> names)
{
    public bool IsEmpty => names.IsEmpty;

    public bool Has(string model)
    {
        foreach (var name in names)
        {
            if (name.EndsWith("*", StringComparison.Ordinal)
                ? model.StartsWith(name.Substring(0, name.Length - 1), StringComparison.OrdinalIgnoreCase)
                : model.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
