// Discord.Net 3.x, DSharpPlus 4.x and SlackNet: what bots read and answer with.
#nullable enable
namespace Discord
{
    using System.Threading.Tasks;

    public class RequestOptions { }
    public interface IUser { ulong Id { get; } string Username { get; } bool IsBot { get; } }
    public interface IGuildUser : IUser { Task KickAsync(string? reason = null, RequestOptions? options = null); }

    public interface IMessage
    {
        ulong Id { get; }
        string Content { get; }
        string CleanContent { get; }
        IUser Author { get; }
        IMessageChannel Channel { get; }
    }

    public interface IUserMessage : IMessage { }

    public interface IMessageChannel
    {
        ulong Id { get; }
        Task<IUserMessage> SendMessageAsync(string? text = null, bool isTTS = false, RequestOptions? options = null);
    }

    public interface IApplicationCommandInteractionDataOption { string Name { get; } object Value { get; } }
    public interface IComponentInteractionData { string CustomId { get; } string Value { get; } }

    public interface IDiscordInteraction
    {
        Task RespondAsync(string? text = null, bool isTTS = false, bool ephemeral = false, RequestOptions? options = null);
        Task<IUserMessage> FollowupAsync(string? text = null, bool isTTS = false, bool ephemeral = false, RequestOptions? options = null);
    }

    public interface IInteractionContext { IDiscordInteraction Interaction { get; } IMessageChannel Channel { get; } IUser User { get; } }

    public static class MessageExtensions
    {
        public static Task<IUserMessage> ReplyAsync(this IUserMessage msg, string? text = null, bool isTTS = false, RequestOptions? options = null) => throw null!;
    }
}

namespace Discord.WebSocket
{
    using System;
    using System.Collections.Generic;
    using System.Threading.Tasks;

    public abstract class SocketUser : IUser
    {
        public ulong Id => throw null!;
        public string Username => throw null!;
        public bool IsBot => throw null!;
    }

    public interface ISocketMessageChannel : IMessageChannel
    {
        new Task<IUserMessage> SendMessageAsync(string? text = null, bool isTTS = false, RequestOptions? options = null);
    }

    public abstract class SocketMessage : IMessage
    {
        public ulong Id => throw null!;
        public SocketUser Author => throw null!;
        public ISocketMessageChannel Channel => throw null!;
        public string Content { get; private set; } = "";
        public string CleanContent => throw null!;
        IUser IMessage.Author => Author;
        IMessageChannel IMessage.Channel => Channel;
    }

    public class SocketUserMessage : SocketMessage, IUserMessage { }

    public abstract class SocketInteraction : IDiscordInteraction
    {
        public SocketUser User => throw null!;
        public ISocketMessageChannel Channel => throw null!;
        public abstract Task RespondAsync(string? text = null, bool isTTS = false, bool ephemeral = false, RequestOptions? options = null);
        public abstract Task<IUserMessage> FollowupAsync(string? text = null, bool isTTS = false, bool ephemeral = false, RequestOptions? options = null);
    }

    public class SocketSlashCommand : SocketInteraction
    {
        public SocketSlashCommandData Data => throw null!;
        public override Task RespondAsync(string? text = null, bool isTTS = false, bool ephemeral = false, RequestOptions? options = null) => throw null!;
        public override Task<IUserMessage> FollowupAsync(string? text = null, bool isTTS = false, bool ephemeral = false, RequestOptions? options = null) => throw null!;
    }

    public class SocketSlashCommandData { public string Name => throw null!; public IReadOnlyCollection<SocketSlashCommandDataOption> Options => throw null!; }

    public class SocketSlashCommandDataOption : IApplicationCommandInteractionDataOption
    {
        public string Name => throw null!;
        public object Value => throw null!;
    }

    public class SocketMessageComponentData : IComponentInteractionData { public string CustomId => throw null!; public string Value => throw null!; }

    public class DiscordSocketClient
    {
        public event Func<SocketMessage, Task>? MessageReceived { add { } remove { } }
        public event Func<SocketSlashCommand, Task>? SlashCommandExecuted { add { } remove { } }
        public Task StartAsync() => throw null!;
    }
}

namespace Discord.Interactions
{
    using System;
    using System.Threading.Tasks;

    [AttributeUsage(AttributeTargets.Method)]
    public class SlashCommandAttribute : Attribute
    {
        public SlashCommandAttribute(string name, string description) { }
    }

    public abstract class InteractionModuleBase<T>
        where T : class, IInteractionContext
    {
        public T Context => throw null!;
        protected virtual Task RespondAsync(string? text = null, bool isTTS = false, bool ephemeral = false, RequestOptions? options = null) => throw null!;
        protected virtual Task<IUserMessage> FollowupAsync(string? text = null, bool isTTS = false, bool ephemeral = false, RequestOptions? options = null) => throw null!;
        protected virtual Task<IUserMessage> ReplyAsync(string? text = null, bool isTTS = false, RequestOptions? options = null) => throw null!;
    }
}

namespace Discord.Commands
{
    using System;
    using System.Threading.Tasks;

    public interface ICommandContext { IUserMessage Message { get; } IMessageChannel Channel { get; } IUser User { get; } }

    [AttributeUsage(AttributeTargets.Method)]
    public class CommandAttribute : Attribute
    {
        public CommandAttribute(string text) { }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public class RemainderAttribute : Attribute { }

    public abstract class ModuleBase<T>
        where T : class, ICommandContext
    {
        public T Context => throw null!;
        protected virtual Task<IUserMessage> ReplyAsync(string? message = null, bool isTTS = false, RequestOptions? options = null) => throw null!;
    }
}

namespace DSharpPlus.Entities
{
    using System.Threading.Tasks;

    public class DiscordMessage
    {
        public string Content { get; internal set; } = "";
        public DiscordChannel Channel => throw null!;
        public Task<DiscordMessage> RespondAsync(string content) => throw null!;
    }

    public class DiscordChannel { public Task<DiscordMessage> SendMessageAsync(string content) => throw null!; }
}

namespace SlackNet.Events
{
    public class MessageEventBase { public string Text { get; set; } = ""; public string Channel { get; set; } = ""; }
    public class MessageEvent : MessageEventBase { }
}

namespace SlackNet.Interaction
{
    public class SlashCommand { public string Command { get; set; } = ""; public string Text { get; set; } = ""; }
}
