using System.Collections.Generic;
using System.Text;
using Microsoft.Extensions.AI;

namespace AiSecurity.Guards;

/// <summary>The updates of a stream that are held back, and the text by which they are judged.</summary>
internal sealed class StreamWindow(int length)
{
    private readonly List<ChatResponseUpdate> _held = [];
    private readonly StringBuilder _text = new();

    /// <summary>The end of the window before: it gives this one its context, and shows what was cut at the border.</summary>
    private string _before = "";

    /// <summary>What is to be screened now; empty when nothing new has text.</summary>
    public string Text => _text.Length == 0 ? "" : _before + _text;

    /// <summary>Whether the held updates should be judged: when there is enough text, or none at all.</summary>
    public bool IsFull => _text.Length >= length || _text.Length == 0;

    public void Add(ChatResponseUpdate update)
    {
        _held.Add(update);
        _text.Append(TextOf(update.Contents));
    }

    /// <summary>The updates that were held back; they must have been judged.</summary>
    public ChatResponseUpdate[] Release()
    {
        if (_text.Length > 0)
            _before = Surrogates.Tail(_before + _text, length / 4);
        _text.Clear();
        ChatResponseUpdate[] released = [.. _held];
        _held.Clear();
        return released;
    }

    public static string TextOf(IEnumerable<AIContent> contents)
    {
        var text = new StringBuilder();
        foreach (var content in contents)
        {
            var part = content switch
            {
                TextContent written => written.Text,
                TextReasoningContent thought => thought.Text,
                _ => "",
            };
            text.Append(part);
        }

        return text.ToString();
    }
}
