using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.UnapprovedToolAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC303: a tool that only writes down what a person will decide about changes nothing yet.</summary>
public class PendingChangeTests
{
    [Theory]
    [InlineData("async Task T(Db db, string body) { db.Add(new Mail { Body = body, State = State.Draft }); await db.SaveChangesAsync(); }")]
    [InlineData("async Task T(Db db, string body) { var mail = new Mail { Body = body }; mail.State = State.PendingApproval; db.Add(mail); await db.SaveChangesAsync(); }")]
    [InlineData("void T(Db db, string body) { db.Add(new Refund(body, \"awaiting approval\")); db.SaveChanges(); }")]
    [InlineData("void T(Db db, string body) { db.Add(new RefundProposal(body)); db.SaveChanges(); }")]
    [InlineData("void T(Db db, string body) { db.Add(new PendingRefund(body)); db.SaveChanges(); }")]
    [InlineData("Task T(ApprovalQueue queue, string body) => queue.EnqueueAsync(new Refund(body, \"new\"));")]
    [InlineData("Task T(PendingActions actions, string body) => actions.AddAsync(body);")]
    public Task Is_silent(string tool) => VerifyAsync(tool + " object M() => AIFunctionFactory.Create(T);");

    [Theory]
    [InlineData("async Task T(Db db, string body) { db.Add(new Mail { Body = body, State = State.Sent }); await db.SaveChangesAsync(); }")]
    [InlineData("async Task T(Db db, Mail mail) { if (mail.State == State.Draft) { mail.State = State.Sent; await db.SaveChangesAsync(); } }")]
    [InlineData("async Task T(Db db, Mail mail) { db.Add(new Mail { State = State.Draft }); mail.State = State.Sent; await db.SaveChangesAsync(); }")]
    [InlineData("void T(Db db, string body) { db.Add(new Refund(body, \"Pending\")); db.SaveChanges(); }")]
    [InlineData("void T(Db db, PendingRefund refund) { db.Remove(refund); db.SaveChanges(); }")]
    [InlineData("Task T(ApprovalQueue queue, string id) => queue.ApproveAsync(id);")]
    [InlineData("Task T(PendingActions actions, string id) => actions.ReleaseAsync(id);")]
    [InlineData("async Task T(Db db, System.Net.Mail.SmtpClient smtp, System.Net.Mail.MailMessage message) { db.Add(new Mail { State = State.Draft }); await db.SaveChangesAsync(); smtp.Send(message); }")]
    public Task Is_reported(string tool) => VerifyAsync(tool + " object M() => [|AIFunctionFactory.Create(T)|];");

    private static Task VerifyAsync(string members) => Verify.VerifyAsync(
        $$"""
        using System;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.AI;
        class Db : DbContext;
        enum State { Draft, PendingApproval, Sent }
        class Mail { public string Body { get; set; } = ""; public State State { get; set; } }
        record Refund(string Text, string Status);
        record RefundProposal(string Text);
        record PendingRefund(string Text);
        class ApprovalQueue(Db db)
        {
            public async Task EnqueueAsync(object action) { db.Add(action); await db.SaveChangesAsync(); }
            public async Task ApproveAsync(string id) { db.Add(id); await db.SaveChangesAsync(); }
        }
        class PendingActions(Db db)
        {
            public async Task AddAsync(string action) { db.Add(action); await db.SaveChangesAsync(); }
            public async Task ReleaseAsync(string id) { db.Remove(id); await db.SaveChangesAsync(); }
        }
        class Tools
        {
            {{members}}
        }
        """,
        SdkSet.Platform);
}
