namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>Settings of agents and of what they execute, for the tests of the rules about them.</summary>
internal static class AgentSource
{
    public const string Usings = """
        using Azure.AI.Agents.Persistent;
        using Microsoft.Agents.AI.LocalCodeAct;
        using Microsoft.Agents.AI.Tools.Shell;
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Hosting;
        using Microsoft.SemanticKernel.Plugins.Core.CodeInterpreter;
        using OpenAI.Responses;

        """;

    public static string Class(string member) => "class C\n{\n" + member + "\n}\n";
}
