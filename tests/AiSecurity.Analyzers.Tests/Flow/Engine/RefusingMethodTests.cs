namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Own methods that throw for what they do not want, of whatever kind the check is.</summary>
public class RefusingMethodTests
{
    private const string Sql = "db.CommandText = \"SELECT * FROM \" + answer;";
    private const string SqlReported = "db.CommandText = {|AISEC206:\"SELECT * FROM \" + answer|};";

    [Theory]
    [InlineData("EnsureKnown(answer); " + Sql)]
    [InlineData("await EnsureKnownAsync(answer); " + Sql)]
    [InlineData("Outer(answer); " + Sql)]
    [InlineData("ByExpression(answer); " + Sql)]
    [InlineData("checks.Demand(answer); " + Sql)]
    [InlineData("EnsureInside(answer); await System.IO.File.ReadAllTextAsync(System.IO.Path.Combine(Root, answer));")]
    [InlineData("EnsureKnown(answer); var copy = answer; db.CommandText = \"SELECT * FROM \" + copy;")]
    public Task Guard(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("EnsureKnown(\"a\"); " + SqlReported)]
    [InlineData(SqlReported + " EnsureKnown(answer);")]
    [InlineData("_ = EnsureKnownAsync(answer); " + SqlReported)]
    [InlineData("EnsureShort(answer); " + SqlReported)]
    [InlineData("EnsureSometimes(answer, answer.Length > 3); " + SqlReported)]
    [InlineData("EnsureUnknown(answer); " + SqlReported)]
    [InlineData("Swallow(answer); " + SqlReported)]
    [InlineData("try { EnsureKnown(answer); } catch (ArgumentException) { } " + SqlReported)]
    [InlineData("EnsureInside(answer); " + SqlReported)]
    public Task Guard_nothing(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => Endpoint.VerifyFilesAsync(
        $$"""
        public class Reports(IChatClient client, IChecks checks, System.Data.Common.DbCommand db)
        {
            private const string Root = "/data/";
            private static readonly string[] Tables = ["orders", "items"];
            public async Task Run() { var answer = (await client.GetResponseAsync("Hello")).Text; {{body}} }
            private static void EnsureKnown(string t) { if (!Tables.Contains(t)) throw new ArgumentException("a"); }
            private static async Task EnsureKnownAsync(string t) { await Task.Yield(); if (!Tables.Contains(t)) throw new ArgumentException("a"); }
            private static void Outer(string t) => EnsureKnown(t);
            private static void ByExpression(string t) => _ = Tables.Contains(t) ? t : throw new ArgumentException("a");
            private static void EnsureInside(string t) { var full = System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, t)); if (!full.StartsWith(Root)) throw new ArgumentException("a"); }
            private static void EnsureShort(string t) { if (t.Length > 10) throw new ArgumentException("a"); }
            private static void EnsureSometimes(string t, bool now) { if (now && !Tables.Contains(t)) throw new ArgumentException("a"); }
            private static void EnsureUnknown(string t) { if (Tables.Contains(t)) throw new ArgumentException("a"); }
            private static void Swallow(string t) { try { EnsureKnown(t); } catch (ArgumentException) { } }
        }
        """,
        """
        public interface IChecks { void Demand(string t); }
        public class Checks : IChecks { private static readonly HashSet<string> Known = ["orders"]; public void Demand(string t) { if (!Known.Contains(t)) throw new ArgumentException("a"); } }
        """);
}
