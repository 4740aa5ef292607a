// What asks somebody at the machine: names and parameters as the sources of the libraries have them.
#nullable enable
namespace Sharprompt
{
    using System;
    using System.Collections.Generic;

    public class InputOptions<T> { public string Message { get; set; } = ""; }

    public static class Prompt
    {
        public static T Input<T>(InputOptions<T> options) => throw null!;
        public static T Input<T>(Action<InputOptions<T>> configure) => throw null!;
        public static T Input<T>(string message, object? defaultValue = default, string? placeholder = default) => throw null!;
        public static IEnumerable<T> List<T>(string message, int minimum = 1, int maximum = int.MaxValue) => throw null!;
        public static T Select<T>(string message, IEnumerable<T>? items = default, int pageSize = int.MaxValue) => throw null!;
        public static T Bind<T>() where T : new() => throw null!;
    }
}

namespace System
{
    public static class ReadLine { public static string Read(string prompt = "", string @default = "") => throw null!; }
}

namespace PrettyPrompt
{
    using System.Threading.Tasks;

    public class PromptResult { public string Text => throw null!; public bool IsSuccess => throw null!; }

    public sealed class Prompt { public Task<PromptResult> ReadLineAsync() => throw null!; }
}

namespace McMaster.Extensions.CommandLineUtils
{
    public static class Prompt
    {
        public static string? GetString(string prompt, string? defaultValue = null, System.ConsoleColor? promptColor = null, System.ConsoleColor? promptBgColor = null) => throw null!;
        public static bool GetYesNo(string prompt, bool defaultAnswer, System.ConsoleColor? promptColor = null, System.ConsoleColor? promptBgColor = null) => throw null!;
    }
}
