using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Text that comes out of entities: of others, perhaps, so that it is advice.</summary>
public class EntityTests
{
    [Theory]
    [InlineData("var ticket = await db.Tickets.Include(t => t.Messages).FirstOrDefaultAsync(t => t.Id == id); await client.{|#0:GetResponseAsync($\"Summarise {ticket!.Title}\")|};")]
    [InlineData("var ticket = await db.Tickets.SingleAsync(t => t.Id == id); await client.{|#0:GetResponseAsync(string.Join('\\n', ticket.Messages.Select(m => m.Text)))|};")]
    [InlineData("var tickets = await db.Tickets.Where(t => t.Id > id).Select(t => t.Title).ToListAsync(); await client.{|#0:GetResponseAsync(string.Join('\\n', tickets))|};")]
    [InlineData("var ticket = await db.Tickets.FindAsync(id); await client.{|#0:GetResponseAsync(ticket!.Title)|};")]
    [InlineData("var ticket = await db.FindAsync<Ticket>(id); await client.{|#0:GetResponseAsync(ticket!.Title)|};")]
    [InlineData("await foreach (var ticket in db.Tickets.AsAsyncEnumerable()) await client.{|#0:GetResponseAsync(ticket.Title)|};")]
    public Task Advice(string body) => VerifyAsync(body, true);

    [Theory]
    [InlineData("var count = (await db.Tickets.ToListAsync()).Count; await client.GetResponseAsync($\"There are {count}\");")]
    [InlineData("var ticket = await db.Tickets.FindAsync(id); await client.GetResponseAsync($\"Number {ticket!.Id}\");")]
    [InlineData("if (await db.Tickets.AnyAsync(t => t.Id == id)) await client.GetResponseAsync(\"There is one\");")]
    public Task Quiet(string body) => VerifyAsync(body, false);

    private static Task VerifyAsync(string body, bool isReported) => FlowVerifier.VerifyAsync($$"""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.AI;

        public class Ticket { public int Id { get; set; } public string Title { get; set; } = ""; public List<Message> Messages { get; set; } = []; }
        public class Message { public string Text { get; set; } = ""; }
        public class Store : DbContext { public DbSet<Ticket> Tickets => Set<Ticket>(); }
        public class Summary(IChatClient client, Store db)
        {
            public async Task OfAsync(int id)
            {
                {{body}}
            }
        }
        """, SdkSet.Platform, test =>
        {
            if (isReported)
                test.ExpectedDiagnostics.Add(new Microsoft.CodeAnalysis.Testing.DiagnosticResult("AISEC202", Microsoft.CodeAnalysis.DiagnosticSeverity.Info).WithLocation(0).WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations));
        });
}
