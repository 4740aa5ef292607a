using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using static AiSecurity.Analyzers.Tests.Robustness.ModelCode;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>Code that is nested deeper than any stack allows: a stack that overflows takes the compiler with it.</summary>
public class DepthTests
{
    private const int Depth = 3_000;

    /// <summary>Of what takes the compiler itself minutes, or more than any thread's stack, when it is deeper.</summary>
    private const int SlowDepth = 60;

    /// <summary>Of what the compiler itself overflows at on one size of stack or another: from 1.5 MB on, which threads have at the least, it binds this deep.</summary>
    private const int ThinDepth = 500;

    /// <summary>Calls on the answer of a call: the compiler checks their nullability by recursion, but binds them without.</summary>
    private const int ChainDepth = 1_500;

    /// <summary>Far more than any of it takes on a slow machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static TheoryData<string, string> Nested => new()
    {
        { "parentheses", Asking(Nest("(", "text", ")", ThinDepth)) },
        { "operands to the left", Asking(Repeat("text + ", Depth) + "text") },
        { "operands to the right", Asking(Nest("text + (", "text", ")", SlowDepth)) },
        { "coalesced operands", Asking(Repeat("text ?? ", ThinDepth) + "text") },
        { "else-ifs", Endpoint(Numbered(SlowDepth, "if (number == @) text += \"@\"; else ") + "text = \"\"; await client.GetResponseAsync(text);") },
        { "blocks", Endpoint(Nest("if (number > 0) { ", "await client.GetResponseAsync(text);", " }", ThinDepth)) },
        { "loops", Endpoint(Nest("while (number > 0) { text += \"a\"; ", "await client.GetResponseAsync(text);", " }", SlowDepth)) },
        { "tries", Endpoint(Nest("try { ", "await client.GetResponseAsync(text);", " } finally { text += \"a\"; }", SlowDepth)) },
        { "lambdas", Endpoint(Nest("System.Action a = () => { ", "client.GetResponseAsync(text);", " };", SlowDepth)) },
        { "lambdas without braces", Asking(Repeat("() => ", SlowDepth) + "text") },
        { "local functions", Endpoint(Numbered(SlowDepth, "void F@() { ") + "client.GetResponseAsync(text);" + Repeat(" }", SlowDepth)) },
        { "calls", Asking(Nest("string.Concat(", "text", ")", ThinDepth)) },
        { "chained calls", Asking("text" + Repeat(".Trim()", ChainDepth)) },
        { "chained calls that are asked for", Asking("text" + Repeat(".Trim()", ThinDepth)) },
        { "conditional accesses", Asking("text" + Repeat("?.Trim()", ThinDepth)) },
        { "conditionals", Asking(Nest("number > 1 ? \"a\" : (", "text", ")", SlowDepth)) },
        { "conditionals to the right", Asking(Repeat("number > 1 ? \"a\" : ", ThinDepth) + "text") },
        { "switch expressions", Asking(Nest("number switch { 1 => \"a\", _ => ", "text", " }", SlowDepth)) },
        { "collections", Endpoint("object list = " + Nest("new object[] { ", "text", " }", ThinDepth) + "; await client.GetResponseAsync(list.ToString());") },
        { "casts", Asking(Repeat("(string)(object)", ThinDepth) + "text") },
        { "awaits", Asking(Repeat("await ", ThinDepth) + "text") },
        { "objects", Asking(Nest("new Data { Text = new Data { Text = ", "text", " }.Text }.Text", SlowDepth)) },
        { "assignments", Endpoint("string t; " + Repeat("t = ", ThinDepth) + "text; await client.GetResponseAsync(t);") },
        { "patterns", Endpoint("if (text is " + Repeat("not ", SlowDepth) + "null) await client.GetResponseAsync(text);") },
        { "property patterns", Endpoint("if ((object)text is " + Nest("object { } and (", "string", ")", SlowDepth) + " s) await client.GetResponseAsync(text);") },
        { "types", Repeat("class C { ", SlowDepth) + "object K = new Azure.AzureKeyCredential(\"x\");" + Repeat(" }", SlowDepth) },
        { "type arguments", "class C { " + Nest("List<", "Azure.AzureKeyCredential", ">", SlowDepth) + " K = new(); }" },
        { "namespaces", Repeat("namespace N { ", ThinDepth) + "class C { object K = new Azure.AzureKeyCredential(\"x\"); }" + Repeat(" }", ThinDepth) },
        { "queries", Asking(Nest("(from c in ", "text", " select c)", SlowDepth)) },
        { "attributes", Repeat("[System.Obsolete(\"a\")] ", Depth) + "class C { object K = new Azure.AzureKeyCredential(\"x\"); }" },
        { "directives", Repeat("#if true\n", SlowDepth) + Asking("text") + "\n" + Repeat("#endif\n", SlowDepth) },
        { "open brackets", Asking(Repeat("(", ThinDepth)) },
        { "open braces", Asking(Repeat("{", ThinDepth)) },
        // The compiler itself takes twice as long for each level of these.
        { "interpolations", Asking(Nest("$\"{", "text", "}\"", 10)) },
        { "open collections", Asking(Repeat("[", 10)) },
        { "open calls", Asking(Repeat("text.Trim(", ThinDepth)) },
        { "open type arguments", Asking(Repeat("List<", ThinDepth)) },
    };

    [Theory]
    [MemberData(nameof(Nested))]
    public async Task Survives(string name, string source)
    {
        using var limit = new CancellationTokenSource(Patience);
        var (_, failure) = await FuzzRun.AnalyzeAsync([new FuzzInput(name, source)], limit.Token);
        Assert.True(failure is null, failure?.Detail);
    }
}
