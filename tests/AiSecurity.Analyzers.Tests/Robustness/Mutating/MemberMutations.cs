using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Tests.Robustness.Mutating;

/// <summary>Whole members, types and statements: twice, not at all, or where they do not belong.</summary>
internal static class MemberMutations
{
    /// <summary>What a statement is put into: <c>{0}</c> is the statement.</summary>
    private static readonly string[] Wrappings =
    [
        "try { {0} } catch (System.Exception e) when (e is { Message: var m }) { _ = m; throw; } finally { {0} }",
        "while (true) { {0} if (System.DateTime.Now.Ticks > 0) break; }",
        "System.Action run = () => { {0} }; run();",
        "async System.Threading.Tasks.Task Local<T>(T value) where T : class { {0} await System.Threading.Tasks.Task.CompletedTask; }",
        "switch (System.DateTime.Now.Day) { case 1 when true: {0} goto default; default: {0} break; }",
        "lock (this) { checked { unsafe { {0} } } }",
        "await foreach (var (a, _) in default(System.Collections.Generic.IAsyncEnumerable<(int, int)>)!) { {0} }",
        "using (null) { } { {0} } goto end; end: ;",
        "if (false) { } else if (default(object) is not { } x) { {0} } else { {0} }",
        "yield return new { A = 1 } with { A = 2 }; {0}",
        "var q = from i in new[] { 1 } let j = i group j by j into g select new System.Func<int>(() => { {0} return g.Key; });",
    ];

    public static string Repeat(SourceFile file, SourceFile donor, Random random)
    {
        var members = file.Members;
        if (members.IsEmpty)
            return file.Text;
        var member = members.Pick(random);
        return file.Text.Insert(member.FullSpan.End, member.ToFullString());
    }

    public static string RepeatAll(SourceFile file, SourceFile donor, Random random) =>
        file.Text + string.Concat(file.Types.Where(type => type.Parent is not TypeDeclarationSyntax).Select(type => "\n" + type.ToFullString()));

    public static string Delete(SourceFile file, SourceFile donor, Random random)
    {
        var members = file.Members;
        if (members.IsEmpty)
            return file.Text;
        var span = members.Pick(random).FullSpan;
        return file.Text.Remove(span.Start, span.Length);
    }

    public static string Insert(SourceFile file, SourceFile donor, Random random)
    {
        var (here, there) = (file.Members, donor.Members);
        return here.IsEmpty || there.IsEmpty ? file.Text : file.Text.Insert(here.Pick(random).FullSpan.End, there.Pick(random).ToFullString());
    }

    public static string InsertStatement(SourceFile file, SourceFile donor, Random random)
    {
        var (here, there) = (file.Statements, donor.Statements);
        return here.IsEmpty || there.IsEmpty ? file.Text : file.Text.Insert(here.Pick(random).FullSpan.End, there.Pick(random).ToFullString());
    }

    public static string Wrap(SourceFile file, SourceFile donor, Random random)
    {
        var statements = file.Statements;
        if (statements.IsEmpty)
            return file.Text;
        var statement = statements.Pick(random);
        var wrapped = Wrappings.Pick(random).Replace("{0}", statement.ToString(), StringComparison.Ordinal);
        return file.Text.Remove(statement.SpanStart, statement.Span.Length).Insert(statement.SpanStart, wrapped);
    }
}
