using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Pipelines;

/// <summary>A call that tells a container what to hand out.</summary>
/// <param name="Call">The call.</param>
/// <param name="Service">The type that is asked for; empty for clients that a member of the SDK registers, and for what is not written.</param>
/// <param name="Pipeline">The pipeline that such a member begins; null for others.</param>
/// <param name="Key">The key that is asked for, too.</param>
internal sealed record ServiceRegistration(InvocationExpressionSyntax Call, string Service, string? Pipeline, string Key)
{
    /// <summary>What a call registers; null when it registers nothing.</summary>
    public static ServiceRegistration? Of(InvocationExpressionSyntax call, AiCatalog catalog)
    {
        if (SimpleNames.Of(call.Expression) is not { } name)
            return null;

        foreach (var row in catalog.Index.Members(name))
        {
            if (row.Role != Role.Registration && !(row.Role == Role.PipelineStart && row["kind"] == "container"))
                continue;
            var key = row["key"] is null ? ServiceKeys.None : ServiceKeys.Of(call.ArgumentList.Arguments is { Count: > 0 } arguments ? arguments[0].Expression : null);
            return new ServiceRegistration(call, ServiceOf(call), row.Role == Role.PipelineStart ? row["covers"] : null, key);
        }

        return null;
    }

    /// <summary>All registrations of a project, in the order of its bodies.</summary>
    public static IReadOnlyList<ServiceRegistration> AllOf(CompilationNames names, AiCatalog catalog) =>
    [
        .. names.All.Where(body => body.Uses.Any(use => IsNamed(use.Name, catalog)))
            .SelectMany(static body => body.Node.DescendantNodes().OfType<InvocationExpressionSyntax>()).Distinct()
            .Select(call => Of(call, catalog)).OfType<ServiceRegistration>(),
    ];

    /// <summary>Whether clients of that type and pipeline come from it; where the type is not written, its key may be that of any.</summary>
    public bool Makes(string service, string pipeline) => Pipeline is not null ? Pipeline == pipeline : Service == service || (Service.Length == 0 && Key != ServiceKeys.None);

    /// <summary>The type argument of a call: the first of two is what is asked for.</summary>
    public static string ServiceOf(InvocationExpressionSyntax call) =>
        ((call.Expression as MemberAccessExpressionSyntax)?.Name ?? call.Expression) is GenericNameSyntax { TypeArgumentList.Arguments: { Count: > 0 } types } ? SimpleNames.Of(types[0]) ?? "" : "";

    private static bool IsNamed(string name, AiCatalog catalog) => catalog.Index.Members(name).Any(static row => row.Role is Role.Registration or Role.PipelineStart);
}
