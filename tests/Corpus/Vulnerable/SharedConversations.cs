using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel.ChatCompletion;

class SharedConversations
{
    private static readonly ChatHistory History = new("Be kind."); //! AISEC403

    public static void Start(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<Assistant>();
        builder.Services.AddSingleton<ChatHistory>(); //! AISEC403
        builder.Build();
    }

    public int Count(string text)
    {
        History.AddUserMessage(text);
        return History.Count;
    }

    private sealed class Assistant
    {
        public List<ChatMessage> Messages { get; } = []; //! AISEC403

        public void Hear(string text) => Messages.Add(new ChatMessage(ChatRole.User, text));
    }
}
