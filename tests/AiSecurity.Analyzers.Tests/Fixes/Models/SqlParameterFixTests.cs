using System.Diagnostics.CodeAnalysis;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.FlowAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Models.SqlParameterFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Models;

/// <summary>AISEC206: values of SQL text become parameters; everything else that is put into it gets no fix.</summary>
public class SqlParameterFixTests
{
    [Theory]
    [InlineData("""{|AISEC206:$"SELECT * FROM T WHERE A = '{answer}'"|}""", """ "SELECT * FROM T WHERE A = @p0" """, "answer")]
    [InlineData("""{|AISEC206:"SELECT * FROM T WHERE A = '" + answer + "'"|}""", """ "SELECT * FROM T WHERE A = @p0" """, "answer")]
    [InlineData("""{|AISEC206:"SELECT * FROM T WHERE A = " + answer|}""", """ "SELECT * FROM T WHERE A = @p0" """, "answer")]
    [InlineData("""{|AISEC206:$"SELECT * FROM {Table} WHERE A >= {answer} AND B = 'it''s'"|}""", """$"SELECT * FROM {Table} WHERE A >= @p0 AND B = 'it''s'" """, "answer")]
    [InlineData("""{|AISEC206:$"SELECT TOP {number} * FROM T WHERE A LIKE '%{answer}%' ORDER BY A"|}""", """$"SELECT TOP {number} * FROM T WHERE A LIKE @p0 ORDER BY A" """, """ $"%{answer}%" """)]
    [InlineData("""{|AISEC206:"SELECT * FROM T WHERE A LIKE '%" + answer + "' AND B = 1"|}""", """ "SELECT * FROM T WHERE A LIKE @p0 AND B = 1" """, """ $"%{answer}" """)]
    [InlineData("""{|AISEC206:$"SELECT * FROM T WHERE A IN ('a', '{answer}')"|}""", """ "SELECT * FROM T WHERE A IN ('a', @p0)" """, "answer")]
    [InlineData("""{|AISEC206:$@"INSERT INTO T (A, B) VALUES ('{number}-{answer}', 1)"|}""", """ @"INSERT INTO T (A, B) VALUES (@p0, 1)" """, """ $"{number}-{answer}" """)]
    [InlineData("""{|AISEC206:$"SELECT * FROM T WHERE A BETWEEN 1 AND 2 OR B BETWEEN {answer} AND 5 LIMIT 3"|}""", """ "SELECT * FROM T WHERE A BETWEEN 1 AND 2 OR B BETWEEN @p0 AND 5 LIMIT 3" """, "answer")]
    [InlineData("""{|AISEC206:$"UPDATE T SET A =\n {answer.Trim()} WHERE B = 1"|}""", """ "UPDATE T SET A =\n @p0 WHERE B = 1" """, "answer.Trim()")]
    public Task Values(string text, string fixedText, string value) => FixAsync(
        $"""
        using var command = new SqlCommand({text}, connection);
        command.ExecuteNonQuery();
        """,
        $"""
        using var command = new SqlCommand({fixedText.Trim()}, connection);
        command.Parameters.AddWithValue("@p0", {value.Trim()});
        command.ExecuteNonQuery();
        """);

    [Fact]
    public Task Several_values() => FixAsync(
        """
        var command = new SqlCommand({|AISEC206:$"INSERT INTO T VALUES ({number}, '{answer}', {answer.Trim()}, '{answer.ToUpper()}')"|});
        """,
        """
        var command = new SqlCommand($"INSERT INTO T VALUES ({number}, @p0, @p1, @p2)");
        command.Parameters.AddWithValue("@p0", answer);
        command.Parameters.AddWithValue("@p1", answer.Trim());
        command.Parameters.AddWithValue("@p2", answer.ToUpper());
        """);

    [Fact]
    public Task Names_that_are_taken_are_left_alone() => FixAsync(
        """
        var p1 = 1;
        var command = new SqlCommand({|AISEC206:$"SELECT * FROM T WHERE A = @p0 AND B = '{answer}'"|});
        command.Parameters.AddWithValue("@p0", p1);
        """,
        """
        var p1 = 1;
        var command = new SqlCommand("SELECT * FROM T WHERE A = @p0 AND B = @p2");
        command.Parameters.AddWithValue("@p2", answer);
        command.Parameters.AddWithValue("@p0", p1);
        """);

    [Fact]
    public Task Text_that_is_set() => FixAsync(
        """
        var command = new SqlCommand();
        command.CommandText = {|AISEC206:$"SELECT * FROM T WHERE A = '{answer}'"|}; // by name
        command.ExecuteNonQuery();
        var other = new SqlCommand { CommandText = {|AISEC206:$"SELECT * FROM U WHERE A = '{answer}'"|} };
        other.ExecuteNonQuery();
        """,
        """
        var command = new SqlCommand();
        command.CommandText = "SELECT * FROM T WHERE A = @p0"; // by name
        command.Parameters.AddWithValue("@p0", answer);
        command.ExecuteNonQuery();
        var other = new SqlCommand { CommandText = "SELECT * FROM U WHERE A = @p1" };
        other.Parameters.AddWithValue("@p1", answer);
        other.ExecuteNonQuery();
        """);

    [Fact]
    public Task Commands_of_every_database() => FixAsync(
        """
        using var command = database.CreateCommand();
        command.CommandText = {|AISEC206:$"SELECT * FROM T WHERE A = '{answer}'"|};
        command.ExecuteNonQuery();
        """,
        """
        using var command = database.CreateCommand();
        command.CommandText = "SELECT * FROM T WHERE A = @p0";
        var p0 = command.CreateParameter();
        p0.ParameterName = "@p0";
        p0.Value = answer;
        command.Parameters.Add(p0);
        command.ExecuteNonQuery();
        """);

    [Fact]
    public Task Using_statements_and_lines() => FixAsync(
        """
        // Finds the orders.
        using (var command = new SqlCommand(
            {|AISEC206:"SELECT * FROM Orders " +
            "WHERE A = '" + answer + "' " + // the name
            "AND B = 1"|},
            connection))
        {
            // Runs it.
            command.ExecuteNonQuery();
        }
        """,
        """
        // Finds the orders.
        using (var command = new SqlCommand(
            "SELECT * FROM Orders " +
            "WHERE A = @p0 " + // the name
            "AND B = 1",
            connection))
        {
            command.Parameters.AddWithValue("@p0", answer);
            // Runs it.
            command.ExecuteNonQuery();
        }
        """);

    [Fact]
    public Task Raw_strings() => FixAsync(
        """"
        var command = new SqlCommand({|AISEC206:$"""
            SELECT * FROM "Orders"
            WHERE A = '{answer}'
            AND B = 1
            """|});
        """",
        """"
        var command = new SqlCommand("""
            SELECT * FROM "Orders"
            WHERE A = @p0
            AND B = 1
            """);
        command.Parameters.AddWithValue("@p0", answer);
        """");

    [Fact]
    public Task Text_in_a_variable() => FixAsync(
        """
        var sql = $"SELECT * FROM T WHERE A = '{answer}'";
        using var command = new SqlCommand({|AISEC206:sql|}, connection);
        """,
        """
        var sql = "SELECT * FROM T WHERE A = @p0";
        using var command = new SqlCommand(sql, connection);
        command.Parameters.AddWithValue("@p0", answer);
        """);

    [Fact]
    public Task Values_that_may_be_missing() => FixAsync(
        """
        string? first = answer.Length > 1 ? answer : null;
        var command = new SqlCommand({|AISEC206:$"SELECT * FROM T WHERE A = '{first}'"|});
        """,
        """
        string? first = answer.Length > 1 ? answer : null;
        var command = new SqlCommand("SELECT * FROM T WHERE A = @p0");
        command.Parameters.AddWithValue("@p0", first ?? "");
        """);

    [Fact]
    public Task Top_level_statements_and_switches() => Verify.VerifyFixAsync(
        """
        IChatClient client = null!;
        var answer = (await client.GetResponseAsync("Write something.")).Text;

        var command = new SqlCommand({|AISEC206:$"SELECT * FROM T WHERE A = '{answer}'"|});

        switch (args.Length)
        {
            case 1:
                command = new SqlCommand();
                var other = new SqlCommand({|AISEC206:$"SELECT * FROM U WHERE A = '{answer}'"|});
                break;
        }
        """,
        """
        IChatClient client = null!;
        var answer = (await client.GetResponseAsync("Write something.")).Text;

        var command = new SqlCommand("SELECT * FROM T WHERE A = @p0");
        command.Parameters.AddWithValue("@p0", answer);

        switch (args.Length)
        {
            case 1:
                command = new SqlCommand();
                var other = new SqlCommand("SELECT * FROM U WHERE A = @p1");
                other.Parameters.AddWithValue("@p1", answer);
                break;
        }
        """,
        configure: TrustedOutputSource.Configure);

    [Fact]
    public Task Line_endings_stay() => Verify.VerifyFixAsync(
        TrustedOutputSource.Of("var command = new SqlCommand({|AISEC206:$\"SELECT * FROM T WHERE A = '{answer}'\"|});\ncommand.ExecuteNonQuery();").ReplaceLineEndings("\r\n"),
        TrustedOutputSource.Of("var command = new SqlCommand(\"SELECT * FROM T WHERE A = @p0\");\ncommand.Parameters.AddWithValue(\"@p0\", answer);\ncommand.ExecuteNonQuery();").ReplaceLineEndings("\r\n"),
        configure: TrustedOutputSource.Configure);

    [Theory]
    [InlineData("var command = new SqlCommand({|AISEC206:answer|});")]
    [InlineData("""var command = new SqlCommand({|AISEC206:$"SELECT * FROM {answer}"|});""")]
    [InlineData("""var command = new SqlCommand({|AISEC206:$"SELECT {answer} FROM T"|});""")]
    [InlineData("""var command = new SqlCommand({|AISEC206:$"SELECT A, {answer} FROM T"|});""")]
    [InlineData("""var command = new SqlCommand({|AISEC206:"SELECT * FROM T WHERE " + answer|});""")]
    [InlineData("""var command = new SqlCommand({|AISEC206:$"SELECT * FROM T WHERE {column} = '{answer}'"|});""")]
    [InlineData("""var command = new SqlCommand({|AISEC206:$"SELECT * FROM T WHERE A = {answer}_1"|});""")]
    [InlineData("""var command = new SqlCommand({|AISEC206:$"SELECT * FROM T WHERE A = 'a\\{answer}'"|});""")]
    [InlineData("""var command = new SqlCommand({|AISEC206:$"SELECT * FROM T WHERE A = '{answer}"|});""")]
    [InlineData("""var command = new SqlCommand({|AISEC206:string.Format("SELECT * FROM T WHERE A = '{0}'", answer)|});""")]
    [InlineData("""var sql = $"SELECT * FROM T WHERE A = '{answer}'"; answer = ""; var command = new SqlCommand({|AISEC206:sql|});""")]
    [InlineData("""var sql = $"SELECT * FROM T WHERE A = '{answer}'"; Console.WriteLine(sql); var command = new SqlCommand({|AISEC206:sql|});""")]
    [InlineData("""new SqlCommand({|AISEC206:$"SELECT * FROM T WHERE A = '{answer}'"|}, connection).ExecuteNonQuery();""")]
    [InlineData("""var command = new SqlCommand(); foreach (var x in new[] { 1, 2 }) { command.CommandText = {|AISEC206:$"SELECT * FROM T WHERE A = '{answer}'"|}; }""")]
    [InlineData("""var command = new SqlCommand(); command.CommandText = {|AISEC206:$"SELECT * FROM T WHERE A = '{answer}'"|}; command.CommandText = "SELECT 1";""")]
    [InlineData("""var command = new SqlCommand({|AISEC206:$"SELECT * FROM T WHERE A = '{answer}'"|}); command.Parameters.Clear();""")]
    public Task Nothing_is_offered_that_may_be_wrong(string body) => Verify.VerifyNoFixAsync(TrustedOutputSource.Of(body), configure: TrustedOutputSource.Configure);

    private static Task FixAsync([StringSyntax("C#-test")] string body, [StringSyntax("C#-test")] string fixedBody) => Verify.VerifyFixAsync(
        TrustedOutputSource.Of(body), TrustedOutputSource.Of(fixedBody), "AISEC206.sql_parameter", configure: TrustedOutputSource.Configure);
}
