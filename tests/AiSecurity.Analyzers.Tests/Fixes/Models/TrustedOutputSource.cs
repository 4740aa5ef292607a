using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Testing;

namespace AiSecurity.Analyzers.Tests.Fixes.Models;

/// <summary>A method that has an answer of a model, and databases and pages at hand.</summary>
internal static class TrustedOutputSource
{
    /// <summary>The parts of SqlClient and Entity Framework Core that the fixes look at.</summary>
    private const string Databases = """
        namespace Microsoft.Data.SqlClient
        {
            public class SqlConnection : IDisposable { public void Dispose() { } }
            public class SqlParameterCollection { public object AddWithValue(string parameterName, object value) => value; public void Clear() { } }
            public class SqlCommand : IDisposable
            {
                public SqlCommand() { }
                public SqlCommand(string cmdText) { }
                public SqlCommand(string cmdText, SqlConnection connection) { }
                public SqlParameterCollection Parameters { get; } = new();
                public string CommandText { get; set; } = "";
                public int ExecuteNonQuery() => 0;
                public void Dispose() { }
            }
        }
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbSet<T> { }
            public class DatabaseFacade { }
            public static class RelationalQueryableExtensions
            {
                public static IQueryable<T> FromSqlRaw<T>(this DbSet<T> source, string sql, params object[] parameters) => throw null!;
                public static IQueryable<T> FromSql<T>(this DbSet<T> source, FormattableString sql) => throw null!;
            }
            public static class RelationalDatabaseFacadeExtensions
            {
                public static Task<int> ExecuteSqlRawAsync(this DatabaseFacade facade, string sql, CancellationToken cancellationToken = default) => throw null!;
                public static Task<int> ExecuteSqlRawAsync(this DatabaseFacade facade, string sql, IEnumerable<object> parameters, CancellationToken cancellationToken = default) => throw null!;
                public static Task<int> ExecuteSqlInterpolatedAsync(this DatabaseFacade facade, FormattableString sql, CancellationToken cancellationToken = default) => throw null!;
            }
        }
        """;

    private const string Rows = """
        sink  P:Microsoft.Data.SqlClient.SqlCommand.CommandText                                             kind=sql
        sink  M:Microsoft.EntityFrameworkCore.RelationalQueryableExtensions.FromSqlRaw                      kind=sql  value=sql
        sink  M:Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync         kind=sql  value=sql
        """;

    private const string Usings = """
        global using System.Data.Common;
        global using Microsoft.AspNetCore.Components;
        global using Microsoft.AspNetCore.Html;
        global using Microsoft.Data.SqlClient;
        global using Microsoft.EntityFrameworkCore;
        global using Microsoft.Extensions.AI;
        """;

    public static string Of(string body) => $$"""
        class Row;
        class Worker(IChatClient client, SqlConnection connection, DbConnection database, DbSet<Row> rows, DatabaseFacade facade)
        {
            const string Table = "Orders";

            async Task RunAsync(int number, string column, CancellationToken cancellationToken)
            {
                var answer = (await client.GetResponseAsync("Write something.")).Text;
        {{string.Join('\n', body.Split('\n').Select(line => line.Length == 0 ? line : "        " + line))}}
            }
        }

        """;

    public static void Configure(AnalyzerTest<DefaultVerifier> test)
    {
        test.AddSource(ModelFixSource.UsingsFile, Usings);
        test.AddSource("/0/Databases.cs", Databases);
        test.AddAdditionalFile("AiSecurity.catalog.txt", Rows);
    }
}
