using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.Tests.Flow;

/// <summary>Which constants a value can be, where they stand, and whether it can be anything else.</summary>
public class ConstantTextTests
{
    [Theory]
    [InlineData("""object M() => [|"x"|];""", "x", "\"x\"")]
    [InlineData("""object M() => [|"x" + "y"|];""", "xy", "\"x\" + \"y\"")]
    [InlineData("""const string A = "x"; object M() => [|A|];""", "x", "\"x\"")]
    [InlineData("""const string A = "x"; object M() => [|A + "y"|];""", "xy", "A + \"y\"")]
    [InlineData("""const string A = "x"; object M() => [|$"{A}y"|];""", "xy", "$\"{A}y\"")]
    [InlineData("""object M() { const string A = "x"; return [|A|]; }""", "x", "\"x\"")]
    [InlineData("""static readonly string A = "x"; object M() => [|A|];""", "x", "\"x\"")]
    [InlineData("""private string _a = "x"; object M() => [|_a|];""", "x", "\"x\"")]
    [InlineData("""object M() { var a = "x"; return [|a|]; }""", "x", "\"x\"")]
    [InlineData("""private string A() => "x"; object M() => [|A()|];""", "x", "\"x\"")]
    [InlineData("""object M(bool c) => [|c ? "x" : "x"|];""", "x", "\"x\"", "x", "\"x\"")]
    [InlineData("""object M() => [|@"x\y"|];""", "x\\y", "@\"x\\y\"")]
    public void Wholly_constant(string member, params string[] textsAndNodes) => Check(member, isWhole: true, textsAndNodes);

    [Theory]
    [InlineData("""object M(string? a) => [|a ?? "x"|];""", "x", "\"x\"")]
    [InlineData("""object M(bool c, string a) => [|c ? "x" : a|];""", "x", "\"x\"")]
    [InlineData("""object M(string a = "x") => [|a|];""", "x", "\"x\"")]
    [InlineData("""public string A { get; set; } = "x"; object M() => [|A|];""", "x", "\"x\"", "x", "\"x\"")]
    [InlineData("""object M(Settings a) => [|a.Read("k", "x")|];""", "x", "\"x\"")]
    [InlineData("""object M(Settings a) => [|a.Read(defaultValue: "x", key: "k")|];""", "x", "\"x\"")]
    public void Constant_among_others(string member, params string[] textsAndNodes) => Check(member, isWhole: false, textsAndNodes);

    [Theory]
    [InlineData("""object M(string a) => [|a|];""")]
    [InlineData("""object M(string? a = null) => [|a!|];""")]
    [InlineData("""object M(int a) => [|a|];""")]
    [InlineData("""object M() => [|1|];""")]
    [InlineData("""object M() => [|(string?)null!|];""")]
    [InlineData("""object M(string a) => [|a + "x"|];""")]
    [InlineData("""object M(string a) => [|$"x{a}"|];""")]
    [InlineData("""object M() => [|string.Empty|];""")]
    [InlineData("""object M(Settings a) => [|a.Read("k")|];""")]
    [InlineData("""object M() => [|Environment.GetEnvironmentVariable("KEY")!|];""")]
    public void Not_constant(string member) => Check(member, isWhole: false, []);

    [Fact]
    public void A_constant_of_another_file_stands_there()
    {
        var constant = new FlowSource("class C { object M() => [|Other.Constant|]; }", "static class Other { public const string Constant = \"x\"; }").Constant;
        var piece = Assert.Single(constant.Pieces);
        Assert.Equal(("x", "\"x\"", "Other0.cs"), (piece.Text, piece.Node.ToString(), piece.Node.SyntaxTree.FilePath));
        Assert.True(constant.IsWhole);
    }

    [Theory]
    [InlineData("public static readonly string Value = \"x\" + \"y\";", true)]
    [InlineData("public static string Value = \"x\" + \"y\";", false)]
    [InlineData("public static string Value => \"x\" + \"y\";", true)]
    [InlineData("public static string Value { get; } = \"x\" + \"y\";", true)]
    [InlineData("public static string Value { get; set; } = \"x\" + \"y\";", false)]
    public void A_member_of_another_file_is_read_without_its_model(string declaration, bool isWhole)
    {
        var constant = new FlowSource("class C { object M() => [|Other.Value|]; }", $"static class Other {{ {declaration} }}").Constant;
        Assert.Equal("xy", Assert.Single(constant.Pieces).Text);
        Assert.Equal(isWhole, constant.IsWhole);
    }

    [Fact]
    public void A_constant_of_a_reference_stands_where_it_is_used()
    {
        var constant = new FlowSource("class C { object M() => [|bool.TrueString + System.Net.Http.Headers.HttpHeaderName.Value|]; } namespace System.Net.Http.Headers { static class HttpHeaderName { public const string Value = \"x\"; } }").Constant;
        Assert.Empty(constant.Pieces);
    }

    [Theory]
    [InlineData("\"x\"", "x")]
    [InlineData("\"x\" + \"y\" + \"z\"", "xyz")]
    [InlineData("(\"x\" + \"y\") + \"z\"", "xyz")]
    [InlineData("@\"x\"", "x")]
    [InlineData("\"\"\"x\"\"\"", "x")]
    [InlineData("(\"x\")", "x")]
    [InlineData("\"\\u0041\"", "A")]
    [InlineData("x", null)]
    [InlineData("x + \"y\"", null)]
    [InlineData("\"x\" + y", null)]
    [InlineData("$\"x\"", null)]
    [InlineData("1", null)]
    [InlineData("'c'", null)]
    [InlineData("null", null)]
    [InlineData("\"x\" - \"y\"", null)]
    public void Literals_are_folded(string expression, string? text) => Assert.Equal(text, ConstantText.Fold(SyntaxFactory.ParseExpression(expression)));

    [Fact]
    public void A_sum_of_3000_literals_is_folded()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("\"x\"", 3_000));
        Assert.Equal(new string('x', 3_000), ConstantText.Fold(SyntaxFactory.ParseExpression(sum)));
        var constant = new FlowSource($"class C {{ object M() => [|{sum}|]; }}").Constant;
        Assert.Equal(new string('x', 3_000), Assert.Single(constant.Pieces).Text);
        Assert.True(constant.IsWhole);
    }

    [Fact]
    public void A_sum_of_3000_names_is_nothing()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("a", 3_000));
        Assert.Null(ConstantText.Fold(SyntaxFactory.ParseExpression(sum)));
        Assert.Empty(new FlowSource($"class C {{ object M(string a) => [|{sum}|]; }}").Constant.Pieces);
    }

    /// <summary>The right side of a sum may be in parentheses as well.</summary>
    [Theory]
    [InlineData("\"x\" + (\"y\" + \"z\")", "xyz")]
    [InlineData("\"x\" + (\"y\")", "xy")]
    public void Literals_on_the_right_are_folded(string expression, string text) => Assert.Equal(text, ConstantText.Fold(SyntaxFactory.ParseExpression(expression)));

    private static void Check(string member, bool isWhole, string[] textsAndNodes)
    {
        var source = new FlowSource($"#pragma warning disable\nclass C\n{{\n{member}\n}}", "class Settings { public string Read(string key, string? defaultValue = null) => key; }");
        Assert.Empty(source.Errors);
        var constant = source.Constant;
        Assert.Equal(textsAndNodes, constant.Pieces.SelectMany(piece => new[] { piece.Text, piece.Node.ToString() }));
        Assert.Equal(isWhole, constant.IsWhole);
    }
}
