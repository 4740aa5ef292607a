using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Models.EndUserContextAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Models.EndUserContextFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Models;

/// <summary>AISEC208: the id of the signed-in user.</summary>
public class EndUserContextFixTests
{
    private const string Id = "FindFirst(\"http://schemas.microsoft.com/identity/claims/objectidentifier\")?.Value";

    [Theory]
    [InlineData("ClaimsPrincipal user", "user.")]
    [InlineData("HttpContext context", "context.User.")]
    [InlineData("IHttpContextAccessor accessor", "accessor.HttpContext?.User.")]
    public Task Of_what_is_in_scope(string parameter, string user) => VerifyAsync(
        $"object M(ChatClient client, {parameter}) => client.CompleteChat([], new [|ChatCompletionOptions|] {{ Temperature = 0 }}); object N({parameter}) => M(null!, {parameter.Split(' ')[1]});",
        $"object M(ChatClient client, {parameter}) => client.CompleteChat([], new ChatCompletionOptions {{ Temperature = 0, EndUserId = {user}{Id} }}); object N({parameter}) => M(null!, {parameter.Split(' ')[1]});");

    [Fact]
    public Task Of_a_controller() => VerifyAsync(
        "object M(ChatClient client) { var options = new [|ChatCompletionOptions|](); /* bare */ return client.CompleteChat([], options); }",
        $"object M(ChatClient client) {{ var options = new ChatCompletionOptions() {{ EndUserId = User.{Id} }}; /* bare */ return client.CompleteChat([], options); }}",
        "Microsoft.AspNetCore.Mvc.ControllerBase");

    [Theory]
    [InlineData("object M(ChatClient client) => client.CompleteChat([], new [|ChatCompletionOptions|]());")]
    [InlineData("object M(ChatClient client, ClaimsPrincipal user) => client.[|CompleteChat|]([]);")]
    public Task None_where_nobody_is_known(string member) => Verify.VerifyNoFixAsync(Class(member, null), configure: Web);

    private static Task VerifyAsync(string member, string fixedMember, string? contract = null) => Verify.VerifyFixAsync(Class(member, contract), Class(fixedMember, contract), "AISEC208.user", configure: Web);

    private static void Web(Verify.Test test) => test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true");

    private static string Class(string member, string? contract) =>
        "using System.Security.Claims;\nusing Microsoft.AspNetCore.Http;\nusing OpenAI.Chat;\nclass C" + (contract is null ? "" : " : " + contract) + "\n{\n    " + member + "\n}";
}
