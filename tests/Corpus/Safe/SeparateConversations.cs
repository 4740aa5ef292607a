using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel.ChatCompletion;

class SeparateConversations
{
    private static readonly List<ChatMessage> Examples = [new(ChatRole.User, "Hello"), new(ChatRole.Assistant, "Good morning")];

    public static void Start(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<Assistants>();
        builder.Services.AddScoped<Assistant>();
        builder.Services.AddScoped<ChatHistory>();
        builder.Build();
    }

    private sealed class Assistants
    {
        private readonly ConcurrentDictionary<string, Assistant> _all = new();

        public Assistant Of(string user) => _all.GetOrAdd(user, _ => new Assistant());
    }

    private sealed class Assistant
    {
        private readonly List<ChatMessage> _messages = [.. Examples];

        public void Hear(string text) => _messages.Add(new ChatMessage(ChatRole.User, text));
    }
}
