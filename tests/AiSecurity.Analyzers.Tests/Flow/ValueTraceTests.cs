using System.Globalization;
using System.Text;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Tests.Flow;

/// <summary>What a value is followed through, and where the trace stops.</summary>
public class ValueTraceTests
{
    [Theory]
    [InlineData("""object M(string a) => [|a|];""", "a")]
    [InlineData("""object M(string a) => [|(object)a|];""", "a")]
    [InlineData("""object M(string a) => [|((object)(a))|];""", "a")]
    [InlineData("""object M(string? a) => [|a!|];""", "a")]
    [InlineData("""async Task<object> M(Task<string> a) => [|await a|];""", "a")]
    [InlineData("""object M(bool c, string a, string b) => [|c ? a : b|];""", "a", "b")]
    [InlineData("""object M(bool c, bool d, string a, string b, string e) => [|c ? a : d ? b : e|];""", "a", "b", "e")]
    [InlineData("""object M(string? a, string b) => [|a ?? b|];""", "a", "b")]
    [InlineData("""object M(string? a) => [|a ?? throw new Exception()|];""", "a")]
    [InlineData("""object M(int c, string a, string b) => [|c switch { 1 => a, 2 => b, _ => throw new Exception() }|];""", "a", "b")]
    [InlineData("""object M(string a) { string b; return [|b = a|]; }""", "a")]
    [InlineData("""object M(string? a, string b) => [|a ??= b|];""", "a", "b")]
    [InlineData("""object M(string a) { var b = a; var c = b; return [|c|]; }""", "a")]
    [InlineData("""object M(string a, string b, bool c) { var d = a; if (c) d = b; return [|d|]; }""", "a", "b")]
    [InlineData("""object M(string? a, string b) { var d = a; d ??= b; return [|d|]; }""", "a", "b")]
    [InlineData("""object M(string a, string b) { var (c, d) = (a, b); return [|d|]; }""", "b")]
    [InlineData("""object M(string a, string b) { string c, d; (c, d) = (a, b); return [|c|]; }""", "a")]
    [InlineData("""object M(string a, string b) { (var c, var d) = (a, b); return [|c|]; }""", "a")]
    [InlineData("""object M(string a) { Func<string> f = () => { var b = a; return [|b|]; }; return f; }""", "a")]
    [InlineData("""object M(string a) { var b = "x"; Action f = () => b = a; f(); return [|b|]; }""", "\"x\"", "a")]
    [InlineData("""private readonly string _a = "x"; object M() => [|_a|];""", "\"x\"")]
    [InlineData("""private string _a = "x"; object M() => [|this._a|]; void N(string b) => _a = b;""", "\"x\"", "b")]
    [InlineData("""private readonly string _a; C(string b) => _a = b; object M() => [|_a|];""", "b")]
    [InlineData("""private string A => "x"; object M() => [|A|];""", "\"x\"")]
    [InlineData("""private string A { get { return "x"; } } object M() => [|A|];""", "\"x\"")]
    [InlineData("""private string A { get => "x"; } object M() => [|A|];""", "\"x\"")]
    [InlineData("""private string A { get; } = "x"; object M() => [|A|];""", "\"x\"")]
    [InlineData("""private string A { get; set; } = "x"; object M() { A = "y"; return [|A|]; }""", "\"x\"", "\"y\"")]
    [InlineData("""private string A() => "x"; object M() => [|A()|];""", "\"x\"")]
    [InlineData("""private string A(bool c) { if (c) return "x"; return "y"; } object M() => [|A(true)|];""", "\"x\"", "\"y\"")]
    [InlineData("""public string A() => "x"; object M() => [|A()|];""", "\"x\"")]
    [InlineData("""async Task<string> A() { await Task.Yield(); return "x"; } async Task<object> M() => [|await A()|];""", "\"x\"")]
    [InlineData("""object M() { string A() => "x"; return [|A()|]; }""", "\"x\"")]
    [InlineData("""private object A(string a) => [|a|]; void M() { A("x"); A(a: "y"); }""", "\"x\"", "\"y\"")]
    [InlineData("""object M() { object A(string a) => [|a|]; return (A("x"), A("y")); }""", "\"x\"", "\"y\"")]
    [InlineData("""private C(string a) { N([|a|]); } static void N(object o) { } static C M() => new("x"); public C(int a) : this("y") { }""", "\"x\"", "\"y\"")]
    [InlineData("""private static T A<T>(T a) => a; object M() => [|A("x")|];""", "\"x\"")]
    [InlineData("""private string A(string a) { Func<string> f = () => "inner"; return a + f(); } object M() => [|A("x")|];""", "a + f()")]
    public void Follows(string member, params string[] sources) => Check(member, sources);

    [Theory]
    [InlineData("""object M() => [|"x"|];""", "\"x\"")]
    [InlineData("""const string A = "x"; object M() => [|A|];""", "A")]
    [InlineData("""object M(string a, string b) => [|a + b|];""", "a + b")]
    [InlineData("""object M(string a) => [|$"{a}"|];""", "$\"{a}\"")]
    [InlineData("""object M(string a) => [|a.Trim()|];""", "a.Trim()")]
    [InlineData("""object M(string[] a) => [|a[0]|];""", "a[0]")]
    [InlineData("""object M(List<string> a) => [|a[0]|];""", "a[0]")]
    [InlineData("""object M(Uri a) => [|a.Host|];""", "a.Host")]
    [InlineData("""object M() => [|new object()|];""", "new object()")]
    [InlineData("""object M(Func<string> a) => [|a()|];""", "a()")]
    [InlineData("""object? M(string? a) => [|a?.Length|];""", "a?.Length")]
    [InlineData("""object M(Dictionary<string, string> a) { a.TryGetValue("x", out var b); return [|b!|]; }""", "b")]
    [InlineData("""object M(string[] a) { foreach (var b in a) return [|b|]; return a; }""", "b")]
    [InlineData("""object M(object a) => a is string b ? [|b|] : a;""", "b")]
    [InlineData("""object M() { var (a, b) = N(); return [|b|]; } (string, string) N() => ("x", "y");""", "b")]
    [InlineData("""public object M(string a) => [|a|]; void N() => M("x");""", "a")]
    [InlineData("""internal object A(string a) => [|a|]; void N() => A("x");""", "a")]
    [InlineData("""public virtual string A() => "x"; object M() => [|A()|];""", "A()")]
    [InlineData("""private object A(string a) => [|a|];""", "a")]
    [InlineData("""object M() { Func<string, object> f = a => [|a|]; return f("x"); }""", "a")]
    [InlineData("""object M(int a) { string b; switch (a) { default: b = a.ToString(); break; } return [|b|]; }""", "a.ToString()")]
    public void Stops(string member, params string[] sources) => Check(member, sources);

    [Theory]
    [InlineData("""public string A { get; set; } = "x"; object M() => [|A|];""", "A", "\"x\"")]
    [InlineData("""public string A = "x"; object M() => [|A|];""", "A", "\"x\"")]
    [InlineData("""internal string A = "x"; object M() => [|A|];""", "A", "\"x\"")]
    [InlineData("""public readonly string A = "x"; object M() => [|A|];""", "\"x\"")]
    [InlineData("""public string A { get; } = "x"; object M() => [|A|];""", "\"x\"")]
    public void What_others_can_write_to_is_a_source_as_well(string member, params string[] sources) => Check(member, sources);

    [Theory]
    [InlineData("""string A => A; object M() => [|A|];""")]
    [InlineData("""string A() => A(); object M() => [|A()|];""")]
    [InlineData("""string A() => B(); string B() => A(); object M() => [|A()|];""")]
    [InlineData("""string A(int n) => n == 0 ? "x" : B(n - 1); string B(int n) => A(n); object M() => [|A(3)|];""")]
    [InlineData("""static string a = b; static string b = a; object M() => [|a|];""")]
    [InlineData("""object M() { string a = "x"; string b = a; a = b; return [|a|]; }""")]
    [InlineData("""object M() { string? a = null; a = a; return [|a!|]; }""")]
    [InlineData("""private object A(string a) => A([|a|]);""")]
    [InlineData("""private object A(string a) => B(a); private object B(string b) => A([|b|]);""")]
    [InlineData("""object M(bool c) { string a = "x", b = "y"; while (c) { a = b; b = a; } return [|a|]; }""")]
    public void Ends_in_cycles(string member)
    {
        var source = new FlowSource(Member(member));
        Assert.InRange(source.Sources.Count(), 0, 3);
        _ = source.Constant;
    }

    [Fact]
    public void Another_file_is_not_followed()
    {
        var source = new FlowSource("class C { object M() => [|Other.Text() + Other.Field|]; object N() => Other.Field; }", "static class Other { public static string Text() => \"x\"; public static readonly string Field = \"x\"; }");
        Assert.Equal(["Other.Text() + Other.Field"], source.Sources);
        Assert.Equal(["Other.Text()"], new FlowSource("class C { object M() => [|Other.Text()|]; }", "static class Other { public static string Text() => \"x\"; }").Sources);
        Assert.Equal(["Other.Field"], new FlowSource("class C { object M() => [|Other.Field|]; }", "static class Other { public static readonly string Field = \"x\"; }").Sources);
    }

    [Fact]
    public void A_private_member_of_a_type_in_two_files_may_have_other_callers() =>
        Assert.Equal(["a"], new FlowSource("partial class C { private object A(string a) => [|a|]; object M() => A(\"x\"); }", "partial class C { object N() => A(\"y\"); }").Sources);

    [Fact]
    public void Top_level_statements() => Assert.Equal(["args[0]", "\"x\""], new FlowSource("var a = args.Length > 0 ? args[0] : \"x\"; Console.WriteLine([|a|]);").Sources);

    [Fact]
    public void A_primary_constructor_parameter_is_a_source() => Assert.Equal(["a"], new FlowSource("class C(string a) { private readonly string _b = a; object M() => [|_b|]; }").Sources);

    [Fact]
    public void A_private_nested_type_is_called_here_only() =>
        Assert.Equal(["\"x\""], new FlowSource("class C { private class D { private readonly string _a; private D(string a) { _a = a; } public static D Create() => new(\"x\"); public object M() => [|_a|]; } }").Sources);

    [Fact]
    public void Symbols_on_the_way_are_collected()
    {
        var source = new FlowSource("class C { private readonly string _a = \"x\"; object M() { var b = _a; return [|b|]; } }");
        var visited = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        source.Trace.SourcesOf(source.Value, visited);
        Assert.Equal(["_a", "b"], visited.Select(symbol => symbol.Name).Order());
    }

    [Fact]
    public void A_long_sum_is_one_source()
    {
        var sum = new StringBuilder("a");
        for (var i = 0; i < 3_000; i++)
            sum.Append(" + a");
        var source = new FlowSource($"class C {{ object M(string a) => [|{sum}|]; }}");
        Assert.Single(source.Trace.SourcesOf(source.Value));
    }

    [Fact]
    public void A_long_chain_of_locals_ends()
    {
        var body = new StringBuilder("var a0 = \"x\";");
        for (var i = 1; i < 1_000; i++)
            body.Append(CultureInfo.InvariantCulture, $" var a{i} = a{i - 1};");
        var source = new FlowSource($"class C {{ object M() {{ {body} return [|a999|]; }} }}");
        Assert.NotEmpty(source.Trace.SourcesOf(source.Value));
        Assert.False(source.Constant.IsWhole);
    }

    [Fact]
    public void Many_sources_are_bounded()
    {
        var arms = string.Concat(Enumerable.Range(0, 500).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i} => \"x{i}\", ")));
        var source = new FlowSource($"class C {{ object M(int n) => [|n switch {{ {arms}_ => n.ToString() }}|]; }}");
        Assert.InRange(source.Trace.SourcesOf(source.Value).Length, 1, 100);
    }

    [Fact]
    public void Broad_recursion_is_bounded()
    {
        // Each method calls all others: exponential when followed by path.
        var methods = string.Concat(Enumerable.Range(0, 40).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"string A{i}(int n) => n switch {{ {string.Concat(Enumerable.Range(0, 40).Select(j => string.Create(CultureInfo.InvariantCulture, $"{j} => A{j}(n), ")))}_ => \"x\" }}; ")));
        var source = new FlowSource($"class C {{ {methods} object M() => [|A0(1)|]; }}");
        Assert.InRange(source.Trace.SourcesOf(source.Value).Length, 1, 100);
    }

    [Fact]
    public void It_can_be_cancelled()
    {
        var source = new FlowSource("class C { object M(string a) => [|a|]; }");
        Assert.Throws<OperationCanceledException>(() => new ValueTrace(source.Value.SemanticModel!, new CancellationToken(canceled: true)).SourcesOf(source.Value));
    }

    [Theory]
    [InlineData("""object M(string a) => [|(object)(a)|];""", "a")]
    [InlineData("""object M() { var b = "x"; return [|b|]; }""", "b")]
    [InlineData("""private string _a = ""; object M() => [|_a|];""", "_a")]
    [InlineData("""object M(Uri a) => [|a.Host|];""", "Host")]
    [InlineData("""object M() => [|"x"|];""", null)]
    [InlineData("""object M(string a) => [|a.Trim()|];""", null)]
    public void The_symbol_that_an_expression_reads(string member, string? name) => Assert.Equal(name, ValueTrace.ReadSymbol(new FlowSource(Member(member)).Value)?.Name);

    /// <summary>What writes to a local by other means than assignment makes it unknown, too.</summary>
    [Theory]
    [InlineData("""object M(Dictionary<string, string> a) { string? b = "x"; a.TryGetValue("k", out b); return [|b!|]; }""")]
    [InlineData("""object M() { string b = "x"; N(ref b); return [|b|]; } void N(ref string n) { }""")]
    [InlineData("""object M(string a) { var b = "x"; b += a; return [|b|]; }""")]
    [InlineData("""object M() { string b = "x", c = "y"; (b, c) = N(); return [|b|]; } (string, string) N() => ("x", "y");""")]
    [InlineData("""private string _b = "x"; object M(Dictionary<string, string> a) { a.TryGetValue("k", out _b!); return [|_b|]; }""")]
    [InlineData("""private string _b = "x"; object M(string a) { _b += a; return [|_b|]; }""")]
    public void Other_ways_to_write(string member)
    {
        var source = new FlowSource(Member(member));
        Assert.Empty(source.Errors);
        Assert.False(source.Constant.IsWhole, "The value can come from elsewhere than " + string.Join(", ", source.Sources));
    }

    /// <summary>A private field of a type with another file may be written there.</summary>
    [Fact]
    public void A_field_of_a_type_in_two_files() =>
        Assert.False(new FlowSource("partial class C { private string _a = \"x\"; object M() => [|_a|]; }", "partial class C { void N(string b) => _a = b; }").Constant.IsWhole);

    private static void Check(string member, string[] sources)
    {
        var source = new FlowSource(Member(member));
        Assert.Empty(source.Errors);
        Assert.Equal(sources, source.Sources);
    }

    private static string Member(string member) => $"#pragma warning disable\npartial class C\n{{\n{member}\n}}";
}
