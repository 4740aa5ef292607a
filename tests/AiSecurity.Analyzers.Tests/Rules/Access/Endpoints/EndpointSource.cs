using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.EndpointAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access.Endpoints;

/// <summary>Small applications with a model, for the tests of one of the two rules.</summary>
internal static class EndpointSource
{
    public const string Usings = """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.RateLimiting;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    /// <summary>A handler that asks a model.</summary>
    public const string Ask = "async (IChatClient chat, string q) => (await chat.GetResponseAsync(q)).Text";

    /// <summary>Top-level statements between the builder and the start.</summary>
    public static string Program(string statements, string services = "") => Usings + $$"""
        var builder = WebApplication.CreateBuilder(args);
        {{services}}
        var app = builder.Build();
        {{statements}}
        app.Run();

        """;

    /// <summary>Checks one rule, the other switched off.</summary>
    public static Task VerifyAsync(string source, string rule = "AISEC109", SdkSet set = SdkSet.Stubs, Action<Verify.Test>? configure = null, params string[] others) => Verify.VerifyAsync(Marked(source, rule), set, test =>
    {
        test.DisabledDiagnostics.Add(rule == "AISEC109" ? "AISEC112" : "AISEC109");
        for (var index = 0; index < others.Length; index++)
            test.AddSource($"/0/Other{index}.cs", Marked(others[index], rule));
        configure?.Invoke(test);
    });

    /// <summary>The analyzer has two rules: the mark says which.</summary>
    private static string Marked(string source, string rule) => source.Replace("[|", "{|" + rule + ":", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal);
}
