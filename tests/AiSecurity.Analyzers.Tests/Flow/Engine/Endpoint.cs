using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.FlowAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>One endpoint with the text of a user, and one model call that is given an expression.</summary>
internal static class Endpoint
{
    public const string Usings = """
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Immutable;
        using System.Diagnostics.CodeAnalysis;
        using System.Globalization;
        using System.Net;
        using System.Runtime.CompilerServices;
        using System.Text;
        using System.Text.Encodings.Web;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.RegularExpressions;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Extensions.AI;

        """;

    private const string Types = """
        public record Request(string Text, int Number);
        public record Two(string First, string Second);
        public class Data
        {
            public string Text { get; set; } = "";
            public string Other { get; set; } = "";
            public int Number { get; set; }
            public Data? Inner { get; set; }
            public List<string> Lines { get; } = new();
        }
        public struct Plain { public string Text; public string Other; }
        public enum Tone { Formal, Friendly }
        """;

    /// <summary>The expression carries the user's text to the model.</summary>
    public static Task ReportsAsync(string statements, string expression, string members = "", Action<Verify.Test>? configure = null) =>
        VerifyAsync($"{statements}\nawait client.{{|AISEC201:GetResponseAsync({expression})|}};", members, configure);

    /// <summary>The expression carries nothing of the user.</summary>
    public static Task IsQuietAsync(string statements, string expression, string members = "", Action<Verify.Test>? configure = null) =>
        VerifyAsync($"{statements}\nawait client.GetResponseAsync({expression});", members, configure);

    /// <summary>The body of the endpoint as it stands.</summary>
    public static Task VerifyAsync(string body, string members = "", Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Source(body, members), configure: configure);

    public static string Source(string body, string members = "") => Usings + $$"""
        public static class App
        {
            private static readonly HashSet<string> Allowed = new() { "weather", "news" };

            public static void Map(WebApplication app) => app.MapPost("/chat", async (string text, int number, Guid id, Tone tone, IChatClient client) =>
            {
        {{body}}
            });

            private static void Work() => Console.WriteLine();
        {{members}}
        }

        """ + Types;

    /// <summary>Whole files.</summary>
    public static Task VerifyFilesAsync(params string[] files) => VerifyFilesAsync(_ => { }, files);

    /// <summary>Whole files whose endpoints answer with what the model wrote; that nobody checked it (AISEC207) is not what they are about.</summary>
    public static Task VerifyAnsweringFilesAsync(params string[] files) => VerifyFilesAsync(IgnoreUncheckedOutput, files);

    public static void IgnoreUncheckedOutput(Verify.Test test) => test.DisabledDiagnostics.Add("AISEC207");

    private static Task VerifyFilesAsync(Action<Verify.Test> configure, string[] files) => Verify.VerifyAsync(
        Usings + files[0],
        configure: test =>
        {
            for (var i = 1; i < files.Length; i++)
                test.AddSource($"/0/File{i}.cs", Usings + files[i]);
            configure(test);
        });
}
