using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Rules.Models;

namespace AiSecurity.Analyzers.Rules.Execution.Downloads;

/// <summary>What is loaded or executed at a call site, when nobody looks at it before.</summary>
internal static class LoadedValue
{
    public static IEnumerable<SinkArgument> Of(CallSite site, AiFile file, bool models)
    {
        foreach (var row in site.Rows)
        {
            var isCode = row.Role == Role.CodeLoad || (row.Role == Role.Sink && row["kind"] == "code");
            if ((!isCode && !(models && row.Role == Role.ModelLoad)) || row["value"] is not { } names || names == "*" || file.Model.OperationOf(site.Node, file.CancellationToken) is not { } operation)
                continue;

            foreach (var name in names.Split(','))
            {
                if (new SinkArguments(file.Model, file.CancellationToken).Find(operation, site.Member, new CatalogSlot(name, null, null)) is { } loaded
                    && !new VerifiedModel(file).Is(loaded.Value, site.Node) && !new DevelopmentGuard(file.Compilation.Symbols, file.Model, file.CancellationToken).Covers(site.Node))
                    yield return loaded;
            }
        }
    }

    public static string NameOf(CallSite site) => site.Member.Name == ".ctor" ? site.Member.ContainingType.Name : site.Member.Name;
}
