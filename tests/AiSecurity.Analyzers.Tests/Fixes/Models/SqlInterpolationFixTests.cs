using System.Diagnostics.CodeAnalysis;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.FlowAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Models.SqlInterpolationFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Models;

/// <summary>AISEC206: SQL of Entity Framework Core that is given as an interpolated string.</summary>
public class SqlInterpolationFixTests
{
    [Theory]
    [InlineData("""var found = rows.FromSqlRaw({|AISEC206:$"SELECT * FROM T WHERE A = {answer}"|});""", """var found = rows.FromSql($"SELECT * FROM T WHERE A = {answer}");""")]
    [InlineData("""var found = rows.FromSqlRaw({|AISEC206:$"SELECT * FROM T WHERE A = '{answer}' AND B LIKE '%{answer}%'"|});""", """var found = rows.FromSql($"SELECT * FROM T WHERE A = {answer} AND B LIKE {$"%{answer}%"}");""")]
    [InlineData("""var found = rows.FromSqlRaw<Row>({|AISEC206:"SELECT * FROM T WHERE A = '" + answer + "'"|}); // by name""", """var found = rows.FromSql<Row>($"SELECT * FROM T WHERE A = {answer}"); // by name""")]
    [InlineData("""await facade.ExecuteSqlRawAsync({|AISEC206:$@"DELETE FROM T WHERE A = '{answer}' AND B = '{{'"|}, cancellationToken);""", """await facade.ExecuteSqlInterpolatedAsync($@"DELETE FROM T WHERE A = {answer} AND B = '{{'", cancellationToken);""")]
    [InlineData("""var found = RelationalQueryableExtensions.FromSqlRaw(rows, {|AISEC206:$"SELECT * FROM T WHERE A = {answer}"|});""", """var found = RelationalQueryableExtensions.FromSql(rows, $"SELECT * FROM T WHERE A = {answer}");""")]
    public Task Values(string body, string fixedBody) => FixAsync(body, fixedBody);

    [Theory]
    [InlineData("""var found = rows.FromSqlRaw({|AISEC206:answer|});""")]
    [InlineData("""var found = rows.FromSqlRaw({|AISEC206:$"SELECT * FROM {answer}"|});""")]
    [InlineData("""var found = rows.FromSqlRaw({|AISEC206:$"SELECT TOP {number} * FROM T WHERE A = {answer}"|});""")]
    [InlineData("""var found = rows.FromSqlRaw({|AISEC206:$"SELECT * FROM T WHERE A = {answer} AND B = {{0}}"|}, number);""")]
    [InlineData("""await facade.ExecuteSqlRawAsync({|AISEC206:$"DELETE FROM T WHERE A = {answer} AND B = {{0}}"|}, new object[] { 1 }, cancellationToken);""")]
    [InlineData("""using var command = new SqlCommand({|AISEC206:$"SELECT * FROM T WHERE A = {answer}"|});""")]
    public Task Nothing_is_offered_that_may_be_wrong(string body) => Verify.VerifyNoFixAsync(TrustedOutputSource.Of(body), configure: TrustedOutputSource.Configure);

    private static Task FixAsync([StringSyntax("C#-test")] string body, [StringSyntax("C#-test")] string fixedBody) => Verify.VerifyFixAsync(
        TrustedOutputSource.Of(body), TrustedOutputSource.Of(fixedBody), "AISEC206.sql_interpolation", configure: TrustedOutputSource.Configure);
}
