namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>What the sources of fix tests share.</summary>
internal static class KeyFixTestSource
{
    public const string UsingsFile = "/0/Usings.cs";

    /// <summary>For tests that look at one statement; those that look at usings write their own.</summary>
    public const string Usings = """
        global using Azure;
        global using Azure.AI.OpenAI;
        global using Azure.Core;
        global using Azure.Identity;
        global using Azure.Search.Documents;
        global using Azure.Search.Documents.Indexes;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using System.ClientModel;
        """;
}
