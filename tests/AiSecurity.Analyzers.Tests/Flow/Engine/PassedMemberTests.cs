using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Members of an object that a shield has looked at before the object goes on as a whole.</summary>
public class PassedMemberTests
{
    private const string Quiet = "GetResponseAsync(t.Body)";
    private const string Reported = "{|AISEC201:GetResponseAsync(t.Body)|}";

    [Theory]
    [InlineData("if (!await gate.PassesAsync(ticket.Body)) return; await AnswerAsync(ticket);", Quiet)]
    [InlineData("if (!await gate.PassesAsync(ticket.Subject + \"\\n\" + ticket.Body)) return; await AnswerAsync(ticket);", Quiet)]
    [InlineData("if (await gate.PassesAsync(ticket.Body)) await AnswerAsync(ticket);", Quiet)]
    [InlineData("if (await gate.PassesAsync(ticket.Body)) await HandOnAsync(ticket);", Quiet)]
    [InlineData("var again = ticket; if (await gate.PassesAsync(again.Body)) await AnswerAsync(ticket);", Quiet)]
    [InlineData("await (await gate.PassesAsync(ticket.Body) switch { true => AnswerAsync(ticket), _ => Task.CompletedTask });", Quiet)]
    [InlineData("if (!await gate.PassesAsync(ticket.Subject)) return; await AnswerAsync(ticket);", Reported)]
    [InlineData("if (await gate.PassesAsync(ticket.Body)) return; await AnswerAsync(ticket);", Reported)]
    [InlineData("if (await gate.PassesAsync(ticket.Body)) Console.WriteLine(); await AnswerAsync(ticket);", Reported)]
    [InlineData("if (await gate.PassesAsync(ticket.Body)) await AnswerAsync(ticket); else await AnswerAsync(ticket);", Reported)]
    [InlineData("if (await gate.PassesAsync(ticket.Body)) await AnswerAsync(other);", Reported)]
    public Task Before_a_call(string body, string asks) => FlowVerifier.VerifyAsync(Endpoint.Usings + $$"""
        public record Ticket(string Subject, string Body);
        public class Gate(AiSecurity.Guards.PromptShield shield)
        {
            public async Task<bool> PassesAsync(string text) => !(await shield.AnalyzeAsync(text)).IsAttack;
        }
        public class Desk(IChatClient client, Gate gate) : ControllerBase
        {
            [HttpPost]
            public async Task Post([FromBody] Ticket ticket, [FromQuery] Ticket other)
            {
                {{body}}
            }

            private Task HandOnAsync(Ticket given) => AnswerAsync(given);

            private async Task AnswerAsync(Ticket t) => await client.{{asks}};
        }
        """, configure: Shields.Add);

    /// <summary>A value of a type that is not there, or not yet: the call of the shield is not bound.</summary>
    [Theory]
    [InlineData("await screen.EnsureAsync([content]); await client.GetResponseAsync(\"Read: \" + content);")]
    [InlineData("await screen.LogAsync([content]); await client.{|AISEC201:GetResponseAsync(\"Read: \" + content)|};")]
    public Task Before_a_call_that_is_not_bound(string body) => FlowVerifier.VerifyAsync(Endpoint.Usings + $$"""
        public class Screen(AiSecurity.Guards.PromptShield shield)
        {
            public async Task EnsureAsync(IEnumerable<string> documents) { if ((await shield.AnalyzeAsync("", documents)).IsAttack) throw new InvalidOperationException(); }
            public async Task LogAsync(IEnumerable<string> documents) { await Task.Delay(documents.Count()); }
        }
        public class Desk(IChatClient client, Screen screen) : ControllerBase
        {
            [HttpPost]
            public async Task Post([FromBody] string body)
            {
                var content = new Missing(body).Text;
                {{body}}
            }
        }
        """, configure: test => { Shields.Add(test); test.TolerateCompileErrors(); });
}
