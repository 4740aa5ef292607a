namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>Members that build pipelines, with a client of an SDK at hand (raw), and one that may be anything (given).</summary>
internal static class PipelineSource
{
    private const string Usings = """
        using Azure.AI.OpenAI;
        using Azure.Core;
        using Microsoft.Agents.AI;
        using Microsoft.Agents.AI.Purview;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;
        using Microsoft.SemanticKernel;
        using ModelContextProtocol.Client;
        using OpenAI.Chat;

        """;

    public static string Of(string members) =>
        Usings + "class C(ChatClient raw, IChatClient given, IServiceCollection services, ILoggerFactory loggers, TokenCredential credential)\n{\n    " + members + "\n    object Use() => (raw, given, services, loggers, credential);\n}";
}
