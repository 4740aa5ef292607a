using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Authorization = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.EndpointAuthorizationAnalyzer>;
using Limit = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.EndpointLimitAnalyzer>;

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

    /// <summary>Checks AISEC109.</summary>
    public static Task VerifyAsync(string source, SdkSet set = SdkSet.Stubs, Action<Authorization.Test>? configure = null, params string[] others) => Authorization.VerifyAsync(source, set, test =>
    {
        AddSources(test.TestState.Sources, others);
        configure?.Invoke(test);
    });

    /// <summary>Checks AISEC112.</summary>
    public static Task VerifyLimitAsync(string source, SdkSet set = SdkSet.Stubs, params string[] others) => Limit.VerifyAsync(source, set, test => AddSources(test.TestState.Sources, others));

    private static void AddSources(SourceFileList sources, string[] others)
    {
        for (var index = 0; index < others.Length; index++)
            sources.Add(($"/0/Other{index}.cs", others[index]));
    }
}
