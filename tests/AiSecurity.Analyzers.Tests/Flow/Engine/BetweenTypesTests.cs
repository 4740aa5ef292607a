using AiSecurity.Analyzers.Tests.Rules.Access;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Types that come from outside by a base type of the project's own.</summary>
public class BetweenTypesTests
{
    private const string Usings = "using Microsoft.AspNetCore.Mvc;\nusing Microsoft.AspNetCore.SignalR;\nusing Microsoft.Extensions.AI;\n";

    [Theory]
    [InlineData("public abstract class ApiBase : ControllerBase;", "ApiBase")]
    [InlineData("[ApiController] public abstract class ApiBase;", "ApiBase")]
    [InlineData("public abstract class ApiBase : ControllerBase; public abstract class Second : ApiBase;", "Second")]
    [InlineData("public abstract class HubBase : Hub;", "HubBase")]
    public Task Parameters(string types, string parent) => FlowVerifier.VerifyAsync(
        Usings + types + $$"""
        public class ChatController(IChatClient client) : {{parent}}
        {
            public async Task<string> AskAsync(string question) => (await client.{|AISEC201:GetResponseAsync(question)|}).Text;
        }
        """);

    [Theory]
    [InlineData("public abstract class ApiBase : ControllerBase;", "ApiBase")]
    public Task In_another_file(string types, string parent) => FlowVerifier.VerifyAsync(
        Usings + $$"""
        public class ChatController(IChatClient client) : {{parent}}
        {
            public async Task<string> AskAsync(string question) => (await client.{|AISEC201:GetResponseAsync(question)|}).Text;
        }
        """,
        configure: test => test.TestState.Sources.Add(Usings + types));

    [Theory]
    [InlineData("ApiControllerBase", "Microsoft.AspNetCore.Mvc.ControllerBase")]
    [InlineData("ContosoController", "Microsoft.AspNetCore.Mvc.ControllerBase")]
    [InlineData("ContosoHub", "Microsoft.AspNetCore.SignalR.Hub")]
    public Task Of_a_library(string name, string parent) => FlowVerifier.VerifyAsync(
        Usings + $$"""
        public class Chat(IChatClient client) : Contoso.{{name}}
        {
            public async Task<string> AskAsync(string question) => (await client.{|AISEC201:GetResponseAsync(question)|}).Text;
        }
        """,
        configure: test => test.TestState.AdditionalReferences.Add(LibraryReference.Of($"namespace Contoso {{ public abstract class {name} : {parent} {{ }} }}")));

    [Fact]
    public Task Types_that_only_sound_like_it() => FlowVerifier.VerifyAsync(Usings + """
        public abstract class GitHub;
        public class Issues(IChatClient client) : GitHub { public async Task<string> AskAsync(string question) => (await client.GetResponseAsync(question)).Text; }
        """);
}
