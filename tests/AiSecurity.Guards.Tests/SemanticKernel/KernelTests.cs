using AiSecurity.Guards.SemanticKernel;
using AiSecurity.Guards.Tests.Loopback;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using FunctionCallContent = Microsoft.Extensions.AI.FunctionCallContent;
using FunctionResultContent = Microsoft.Extensions.AI.FunctionResultContent;

namespace AiSecurity.Guards.Tests.SemanticKernel;

public class KernelTests : LoopbackTest
{
    private readonly Chat.ScriptedChatClient _model = new();

    [Fact]
    public async Task A_rendered_prompt_is_screened()
    {
        var kernel = Build();
        await Assert.ThrowsAsync<PromptAttackException>(() => kernel.InvokePromptAsync("Sum up: {{$text}}", new() { ["text"] = "ATTACK" }));
        Assert.Empty(_model.Requests);

        Assert.Equal("fine", (await kernel.InvokePromptAsync("Sum up: {{$text}}", new() { ["text"] = "news" })).ToString());
        Assert.Equal("Sum up: news", Service.Shields.Questions.Last().UserPrompt);
    }

    [Fact]
    public async Task A_rendered_prompt_is_screened_before_a_stream()
    {
        var kernel = Build();
        await Assert.ThrowsAsync<PromptAttackException>(async () => await kernel.InvokePromptStreamingAsync("{{$text}}", new() { ["text"] = "ATTACK" }).ToListAsync());
        Assert.Empty(_model.Requests);
    }

    [Fact]
    public async Task What_the_model_wrote_is_no_result_of_a_tool()
    {
        _model.Answer = static _ => new(ChatRole.Assistant, "I know the word ATTACK");
        Assert.Equal("I know the word ATTACK", (await Build().InvokePromptAsync("hello")).ToString());
        Assert.Single(Service.Shields.Questions);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("object")]
    [InlineData("list")]
    [InlineData("message")]
    [InlineData("result")]
    [InlineData("file")]
    [InlineData("contents")]
    public async Task The_result_of_a_function_is_screened(string kind)
    {
        object result = kind switch
        {
            "text" => "ATTACK",
            "object" => new { a = "ATTACK" },
            "list" => new[] { "a", "ATTACK" },
            "result" => new Microsoft.SemanticKernel.FunctionResultContent("read", result: "ATTACK"),
            "file" => new BinaryContent(new Uri("https://contoso.com/ATTACK")),
            "contents" => new KernelContent[] { new ImageContent(new byte[3], "image/png"), new Microsoft.SemanticKernel.FunctionResultContent("read", result: "ATTACK") },
            _ => new ChatMessageContent(Microsoft.SemanticKernel.ChatCompletion.AuthorRole.Tool, "ATTACK"),
        };
        var kernel = Build();
        var function = KernelFunctionFactory.CreateFromMethod(() => result, "read");
        var exception = await Assert.ThrowsAsync<PromptAttackException>(() => kernel.InvokeAsync(function));
        Assert.Equal([0], exception.Result.AttackedDocuments.Take(1));
        Assert.False(exception.Result.UserPromptAttackDetected);
    }

    [Fact]
    public async Task Pictures_and_sound_are_no_text()
    {
        KernelContent[] contents = [new ImageContent(new byte[3], "image/png"), new AudioContent(new byte[3], "audio/wav"), new BinaryContent(new byte[3], "video/mp4")];
        await Build().InvokeAsync(KernelFunctionFactory.CreateFromMethod(() => contents, "look"));
        Assert.Empty(Service.Shields.Questions);
    }

    [Fact]
    public async Task A_clean_result_passes()
    {
        var kernel = Build();
        Assert.Equal(42, (await kernel.InvokeAsync(KernelFunctionFactory.CreateFromMethod(() => 42, "number"))).GetValue<int>());
        await kernel.InvokeAsync(KernelFunctionFactory.CreateFromMethod(() => { }, "nothing"));
        Assert.Equal("page", (await kernel.InvokeAsync(KernelFunctionFactory.CreateFromMethod(() => "page", "read"))).GetValue<string>());
    }

    [Fact]
    public async Task The_result_of_a_function_that_the_model_called_is_screened()
    {
        _model.Answer = static messages => messages.Any(message => message.Role == ChatRole.Tool)
            ? new(ChatRole.Assistant, "done")
            : new(ChatRole.Assistant, [new FunctionCallContent("1", "pages_read")]);
        var builder = Kernel.CreateBuilder().AddPromptShields(Service.Shield());
        builder.Services.AddSingleton<IChatClient>(_model.AsBuilder().UseKernelFunctionInvocation().Build());
        var kernel = builder.Build();
        kernel.Plugins.AddFromFunctions("pages", [KernelFunctionFactory.CreateFromMethod(() => "page with an ATTACK", "read")]);

        // Function invocation tells the model that the function failed, and nothing of what it returned.
        Assert.Equal("done", (await kernel.InvokePromptAsync("read it", new(new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }))).ToString());
        var result = Assert.Single(_model.Requests.SelectMany(request => request).SelectMany(message => message.Contents).OfType<FunctionResultContent>());
        Assert.DoesNotContain("ATTACK", $"{result.Result}", StringComparison.Ordinal);
        Assert.Contains(Service.Shields.Questions, question => question.Documents.Contains("page with an ATTACK"));
    }

    [Fact]
    public async Task Without_an_answer_nothing_goes_on()
    {
        Service.RateLimit = 0;
        var kernel = Build();
        await Assert.ThrowsAsync<PromptShieldUnavailableException>(() => kernel.InvokePromptAsync("hello"));
        await Assert.ThrowsAsync<PromptShieldUnavailableException>(() => kernel.InvokeAsync(KernelFunctionFactory.CreateFromMethod(() => "page", "read")));
        Assert.Empty(_model.Requests);
    }

    [Fact]
    public void Without_a_shield_no_kernel_is_made()
    {
        var builder = Kernel.CreateBuilder().AddPromptShields();
        Assert.Throws<InvalidOperationException>(() => builder.Build().PromptRenderFilters.Count);
    }

    [Fact]
    public void The_registered_shield_is_taken()
    {
        var services = new ServiceCollection().AddSingleton(Service.Shield()).AddPromptShields().AddKernel().Services;
        using var provider = services.BuildServiceProvider();
        var kernel = provider.GetRequiredService<Kernel>();
        Assert.Single(kernel.PromptRenderFilters);
        Assert.Single(kernel.FunctionInvocationFilters);
    }

    private Kernel Build()
    {
        var builder = Kernel.CreateBuilder().AddPromptShields(Service.Shield());
        builder.Services.AddSingleton<IChatClient>(_model);
        return builder.Build();
    }
}
