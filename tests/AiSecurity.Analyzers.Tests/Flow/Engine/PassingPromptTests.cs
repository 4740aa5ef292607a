namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Middleware: what passes through it are prompts and answers, whoever wrote them.</summary>
public class PassingPromptTests
{
    private const string Usings = """
        using System.Threading;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.Logging;
        using Microsoft.SemanticKernel;

        """;

    [Theory]
    [InlineData("logger.LogInformation(\"Asking {Message}\", {|AISEC405:messages.Last().Text|});")]
    [InlineData("foreach (var message in messages) logger.LogInformation({|AISEC405:$\"Asking {message.Text}\"|});")]
    [InlineData("logger.LogInformation(\"Asking {Count}\", messages.Count());")]
    [InlineData("logger.LogDebug(\"Asking {Message}\", messages.Last().Text);")]
    [InlineData("logger.LogInformation(\"Asking {Model}\", options?.ModelId);")]
    public Task Clients(string statement) => VerifyAsync($$"""
        sealed class Logging(IChatClient inner, ILogger logger) : DelegatingChatClient(inner)
        {
            public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
            {
                {{statement}}
                return await base.GetResponseAsync(messages, options, cancellationToken);
            }
        }
        """);

    [Fact]
    public Task Answers() => VerifyAsync("""
        sealed class Logging(IChatClient inner, ILogger logger) : DelegatingChatClient(inner)
        {
            public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
            {
                var response = await base.GetResponseAsync(messages, options, cancellationToken);
                logger.LogInformation("Answered {Answer}", {|AISEC405:response.Text|});
                return response;
            }
        }
        """);

    [Fact]
    public Task Functions_in_a_pipeline() => VerifyAsync("""
        static class Pipeline
        {
            public static IChatClient Build(IChatClient client, ILogger logger) => client.AsBuilder().Use(async (messages, options, next, token) =>
            {
                logger.LogInformation("Asking {Message}", {|AISEC405:messages.Last().Text|});
                await next(messages, options, token);
            }).Build();
        }
        """);

    [Fact]
    public Task Filters_of_rendered_prompts() => VerifyAsync("""
        sealed class Filter(ILogger logger) : IPromptRenderFilter
        {
            public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
            {
                await next(context);
                logger.LogInformation("Rendered {Prompt}", {|AISEC405:context.RenderedPrompt|});
            }
        }
        """);

    private static Task VerifyAsync(string source) => FlowVerifier.VerifyAsync(Usings + "// AISEC405\n" + source);
}
