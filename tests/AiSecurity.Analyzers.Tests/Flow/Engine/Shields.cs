using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.FlowAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>A shield that tests declare themselves, so that they hold whatever the built-in catalog knows.</summary>
internal static class Shields
{
    public const string Field = "private static readonly AiSecurity.Guards.PromptShield Shield = new();\n";

    private const string Source = """
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        namespace AiSecurity.Guards
        {
            public sealed class PromptShield
            {
                public Task EnsureSafeAsync(string userPrompt, IEnumerable<string>? documents = null, CancellationToken cancellationToken = default) => Task.CompletedTask;
                public Task<PromptShieldResult> AnalyzeAsync(string userPrompt, IEnumerable<string>? documents = null, CancellationToken cancellationToken = default) => Task.FromResult(new PromptShieldResult());
            }

            public sealed class PromptShieldResult
            {
                public bool IsAttack { get; init; }
            }
        }
        """;

    private const string Catalog = """
        shield M:AiSecurity.Guards.PromptShield.EnsureSafeAsync text=userPrompt documents=documents signals=exception
        shield M:AiSecurity.Guards.PromptShield.AnalyzeAsync text=userPrompt documents=documents signals=result
        verdict P:AiSecurity.Guards.PromptShieldResult.IsAttack good=false
        """;

    public static void Add(Verify.Test test) => Add(test, "");

    public static void Add(Verify.Test test, string rows)
    {
        test.AddSource("/0/Shields.cs", Source);
        test.AddAdditionalFile("/0/AiSecurity.catalog.txt", Catalog + "\n" + rows);
    }

    /// <summary>The body of an endpoint with a shield in the field <c>Shield</c>.</summary>
    public static Task VerifyAsync(string body, string members = "", string rows = "") => Endpoint.VerifyAsync(body, Field + members, test => Add(test, rows));
}
