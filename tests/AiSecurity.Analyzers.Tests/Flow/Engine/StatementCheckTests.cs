namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Checks of SQL that the application has written by itself, with lists of words and tables.</summary>
public class StatementCheckTests
{
    private const string Sql = "db.CommandText = answer;";
    private const string Reported = "db.CommandText = {|AISEC206:answer|};";

    [Theory]
    [InlineData("if (!IsReadOnlySelect(answer)) return; " + Sql)]
    [InlineData("DemandReadOnly(answer); " + Sql)]
    [InlineData("SqlGuard.Check(answer); " + Sql)]
    [InlineData("if (ContainsUnsafeSql(answer)) return; " + Sql)]
    [InlineData("if (!(await validator.InspectAsync(answer)).IsValid) return; " + Sql)]
    [InlineData("if (!validator.IsSelect(answer)) throw new InvalidOperationException(); " + Sql)]
    public Task Guard(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("IsReadOnlySelect(answer); " + Reported)]
    [InlineData("if (IsReadOnlySelect(answer)) return; " + Reported)]
    [InlineData("if (!IsReadOnlySelect(\"SELECT 1\")) return; " + Reported)]
    [InlineData(Reported + " DemandReadOnly(answer);")]
    [InlineData("if (!Words.IsMatch(answer)) return; " + Reported)]
    [InlineData("if (!StartsWell(answer)) return; " + Reported)]
    [InlineData("LogReadOnly(answer); " + Reported)]
    [InlineData("if (!IsReadOnlySelect(answer)) return; System.IO.File.Delete({|AISEC206:answer|});")]
    public Task Guard_nothing(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => Endpoint.VerifyFilesAsync(
        $$"""
        public class Reports(IChatClient client, ISqlValidator validator, System.Data.Common.DbCommand db)
        {
            private static readonly Regex Words = new(@"^\s*select\b");
            public async Task Run() { var answer = (await client.GetResponseAsync("Hello")).Text; {{body}} await Task.Yield(); _ = validator; }
            private static bool IsReadOnlySelect(string t) => t.StartsWith("select ") && !t.Contains(";");
            private static bool StartsWell(string t) => t.StartsWith("select ") && !t.Contains(";");
            private static bool ContainsUnsafeSql(string t) => t.Contains("drop");
            private static void DemandReadOnly(string t) { if (!IsReadOnlySelect(t)) throw new InvalidOperationException(); }
            private static void LogReadOnly(string t) => Console.WriteLine(t.Length);
        }
        """,
        """
        public record Verdict(bool IsValid);
        public interface ISqlValidator { Task<Verdict> InspectAsync(string t); bool IsSelect(string t); }
        public class SqlValidator : ISqlValidator { public Task<Verdict> InspectAsync(string t) => Task.FromResult(new Verdict(!t.Contains("drop"))); public bool IsSelect(string t) => t.StartsWith("select"); }
        public static class SqlGuard { public static void Check(string t) { if (t.Contains("drop")) throw new InvalidOperationException(); } }
        """);
}
