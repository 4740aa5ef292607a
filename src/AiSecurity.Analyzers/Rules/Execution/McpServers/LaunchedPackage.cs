using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.McpServers;

/// <summary>A package or an image that a command fetches and runs, in whatever version is the newest.</summary>
/// <param name="Name">The package, as the source writes it.</param>
/// <param name="Place">The argument.</param>
internal sealed record LaunchedPackage(string Name, ExpressionSyntax Place)
{
    private static readonly HashSet<string> NodeRunners = ["npx", "bunx", "pnpx"];
    private static readonly HashSet<string> PythonRunners = ["uvx"];
    private static readonly HashSet<string> Containers = ["docker", "podman"];

    /// <summary>Options of <c>docker run</c> that have no value behind them; all others that begin with a hyphen have.</summary>
    private static readonly HashSet<string> Flags = ["-i", "-t", "-it", "-ti", "-d", "--rm", "--init", "--interactive", "--tty", "--detach", "--privileged", "--read-only", "--no-healthcheck", "-P", "-q", "--quiet"];

    /// <summary>What a command with constant arguments fetches without a version; null when it does not, or nobody can tell.</summary>
    public static LaunchedPackage? Of(string command, IReadOnlyList<(string? Text, ExpressionSyntax Place)> arguments)
    {
        var program = NameOf(command);
        // cmd /c npx ...
        if (program is "cmd" && arguments.Count > 1 && arguments[0].Text is "/c" or "/C" && arguments[1].Text is { } inner)
            (program, arguments) = (NameOf(inner), arguments.Skip(2).ToList());

        if (NodeRunners.Contains(program))
            return OfRunner(arguments, "--package", static name => name.IndexOf('@', 1) is var at && (at < 0 || !char.IsDigit(At(name, at + 1))));
        if (PythonRunners.Contains(program))
            return OfRunner(arguments, "--from", IsUnpinnedPython);
        if (program == "dnx")
            return arguments.Any(static argument => argument.Text is "--version") ? null : OfRunner(arguments, "--source", static name => name.IndexOf('@') < 0);
        return Containers.Contains(program) ? OfContainer(arguments) : null;
    }

    private static LaunchedPackage? OfRunner(IReadOnlyList<(string? Text, ExpressionSyntax Place)> arguments, string option, Func<string, bool> isUnpinned)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            var (text, place) = arguments[index];
            if (text is null)
                return null;
            if (text.StartsWith(option + "=", StringComparison.Ordinal))
                return Judge(text.Substring(option.Length + 1), place);
            if (text == option || (text == "-p" && option == "--package"))
                return index + 1 < arguments.Count && arguments[index + 1].Text is { } named ? Judge(named, arguments[index + 1].Place) : null;
            if (!text.StartsWith("-", StringComparison.Ordinal))
                return Judge(text, place);
        }

        return null;

        LaunchedPackage? Judge(string name, ExpressionSyntax place) => name.Length > 1 && name[0] is not ('.' or '/' or '~') && isUnpinned(name) ? new LaunchedPackage(name, place) : null;
    }

    private static bool IsUnpinnedPython(string name) => name.StartsWith("git+", StringComparison.Ordinal)
        ? name.LastIndexOf('@') <= name.IndexOf("//", StringComparison.Ordinal) + 2
        : name.IndexOf("==", StringComparison.Ordinal) < 0 && (name.IndexOf('@') is var at && (at < 0 || !char.IsDigit(At(name, at + 1))));

    private static LaunchedPackage? OfContainer(IReadOnlyList<(string? Text, ExpressionSyntax Place)> arguments)
    {
        if (arguments.Count < 2 || arguments[0].Text != "run")
            return null;

        for (var index = 1; index < arguments.Count; index++)
        {
            var (text, place) = arguments[index];
            if (text is null)
                return null;
            if (text.StartsWith("-", StringComparison.Ordinal))
            {
                if (!Flags.Contains(text) && text.IndexOf('=') < 0)
                    index++;
                continue;
            }

            var tag = text.LastIndexOf(':');
            var isTagged = tag > text.LastIndexOf('/') && !text.EndsWith(":latest", StringComparison.Ordinal);
            return isTagged || text.IndexOf("@sha256:", StringComparison.Ordinal) >= 0 ? null : new LaunchedPackage(text, place);
        }

        return null;
    }

    /// <summary><c>npx</c> of <c>C:\tools\npx.cmd</c>.</summary>
    private static string NameOf(string command)
    {
        var name = command.Substring(command.LastIndexOfAny(['/', '\\']) + 1).ToLowerInvariant();
        return name.EndsWith(".cmd", StringComparison.Ordinal) || name.EndsWith(".exe", StringComparison.Ordinal) ? name.Substring(0, name.Length - 4) : name;
    }

    private static char At(string text, int index) => index < text.Length ? text[index] : ' ';
}
