namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>Code that signs in, for the tests of the rules about credentials.</summary>
internal static class IdentitySource
{
    public const string Usings = """
        using System.ClientModel.Primitives;
        using System.ClientModel;
        using System.Collections.Concurrent;
        using System.Security.Cryptography.X509Certificates;
        using Azure.AI.OpenAI;
        using Azure.Core;
        using Azure.Identity;
        using Azure.Search.Documents;
        using Azure.Security.KeyVault.Secrets;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Identity.Client;
        using Microsoft.SemanticKernel;
        #pragma warning disable CS0618

        """;

    public static string Class(string member) => "class C\n{\n" + member + "\n}\n";
}
