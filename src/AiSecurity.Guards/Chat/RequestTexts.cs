using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.AI;

namespace AiSecurity.Guards;

/// <summary>The untrusted texts of a request to a model.</summary>
internal sealed class RequestTexts
{
    private RequestTexts(List<string> prompts, List<string> documents)
    {
        Prompts = prompts;
        Documents = documents;
    }

    /// <summary>One for each message of a user.</summary>
    public List<string> Prompts { get; }

    /// <summary>Results of tools, and files in messages.</summary>
    public List<string> Documents { get; }

    public static RequestTexts Of(IEnumerable<ChatMessage> messages)
    {
        var prompts = new List<string>();
        var documents = new List<string>();
        foreach (var message in messages)
        {
            var prompt = new List<string>();
            foreach (var content in message.Contents)
            {
                if (content is not (TextContent or TextReasoningContent))
                    documents.AddRange(ResultText.Of(content));
                else if (message.Role == ChatRole.Tool)
                    documents.AddRange(ResultText.Of(content));
                else if (!IsTrusted(message.Role))
                    prompt.AddRange(ResultText.Of(content));
            }

            // One message may come in several contents: an attack that is cut in two must be whole here, too.
            prompts.Add(string.Join("\n", prompt));
        }

        prompts.RemoveAll(string.IsNullOrWhiteSpace);
        documents.RemoveAll(string.IsNullOrWhiteSpace);
        return new(prompts, documents);
    }

    /// <summary>What the application or the model wrote. A role that nobody knows is a user's.</summary>
    private static bool IsTrusted(ChatRole role) => role == ChatRole.System || role == ChatRole.Assistant || role == new ChatRole("developer");
}
