using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Data.RetrievalFilterAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Data;

/// <summary>AISEC402: filters that whoever chooses a text in them can rewrite.</summary>
public class RetrievalFilterAnalyzerTests
{
    private const string Usings = """
        using Azure.AI.OpenAI.Chat;
        using Azure.Search.Documents;

        """;

    private const string Types = """

        sealed record Request(string Category, string Name, int Year, Guid Owner, string[] Categories, string DocumentId);
        sealed record SearchSettings(string Language);

        """;

    [Theory]
    [InlineData("object M(string category) => new SearchOptions { Size = 3, Filter = [|$\"category eq '{category}'\"|] };")]
    [InlineData("void M(SearchOptions o, Request r) => o.Filter = [|$\"year ge {r.Year} and category ne '{r.Category}'\"|];")]
    [InlineData("void M(SearchOptions o, Request? r) { var c = r?.Category; var f = c == null ? string.Empty : [|$\"category ne '{c}'\"|]; o.Filter = f; }")]
    [InlineData("void M(SearchOptions o, string c) => o.Filter = [|\"category eq '\" + c + \"'\"|];")]
    [InlineData("void M(SearchOptions o, string c) => o.Filter = [|string.Format(\"category eq '{0}'\", c)|];")]
    [InlineData("void M(SearchOptions o, Request r) => o.Filter = [|string.Format(\"year eq {0} and category eq '{1}'\", r.Year, r.Category)|];")]
    [InlineData("void M(SearchOptions o, string c) => o.Filter = [|$\"category eq '{c.Trim().ToLowerInvariant()}'\"|];")]
    [InlineData("void M(SearchOptions o, string c) => o.Filter = [|$\"category eq '{c.Replace(\"-\", \"\")}'\"|];")]
    [InlineData("void M(SearchOptions o, string c) => o.Filter = [|$\"search.ismatch('{c}*', 'title')\"|];")]
    [InlineData("void M(SearchOptions o, string c) { var inner = [|$\"category eq '{c}'\"|]; o.Filter = $\"({inner}) and year ge 2020\"; }")]
    [InlineData("void M(SearchOptions o, string c) { var f = \"year ge 2020\"; f += [|$\" and category eq '{c}'\"|]; o.Filter = f; }")]
    [InlineData("void M(SearchOptions o, Request r) { var f = \"\"; foreach (var c in r.Categories) f += [|$\" or category eq '{c}'\"|]; o.Filter = f; }")]
    [InlineData("void M(SearchOptions o, Dictionary<string, string> query) => o.Filter = [|$\"category eq '{query[\"category\"]}'\"|];")]
    [InlineData("Func<string, object> M() => c => new SearchOptions { Filter = [|$\"category eq '{c}'\"|] };")]
    [InlineData("void M(SearchOptions o, string c) => o.Filter = By(c); string By(string c) => [|$\"category eq '{c}'\"|];")]
    [InlineData("void M(SuggestOptions o, string c) => o.Filter = [|$\"category eq '{c}'\"|];")]
    [InlineData("void M(AzureSearchChatDataSource o, string c) => o.Filter = [|$\"category eq '{c}'\"|];")]
    public Task Reported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("void M(SearchOptions o, string c) => o.Filter = SearchFilter.Create($\"category eq {c}\");")]
    [InlineData("void M(SearchOptions o, string c) => o.Filter = $\"category eq '{c.Replace(\"'\", \"''\")}'\";")]
    [InlineData("void M(SearchOptions o, string? c) => o.Filter = $\"category eq '{c?.Replace(\"'\", \"''\")}'\";")]
    [InlineData("void M(SearchOptions o, string c) { var safe = c.Replace(\"'\", \"''\"); o.Filter = $\"category eq '{safe}'\"; }")]
    [InlineData("void M(SearchOptions o, string c) => o.Filter = $\"category eq '{Escape(c)}'\"; static string Escape(string c) => string.Concat(c.Split('\\''));")]
    [InlineData("void M(SearchOptions o, Request r) => o.Filter = $\"owner eq '{r.Owner}' and year eq {r.Year}\";")]
    [InlineData("void M(SearchOptions o, Request r) => o.Filter = $\"owner eq '{r.Owner.ToString()}'\";")]
    [InlineData("const string Category = \"manuals\"; void M(SearchOptions o) => o.Filter = $\"category eq '{Category}' and kind eq '{nameof(M)}'\";")]
    [InlineData("void M(SearchOptions o, bool draft) { var state = draft ? \"draft\" : \"final\"; o.Filter = $\"state eq '{state}'\"; }")]
    [InlineData("readonly string _tenant = \"\"; void M(SearchOptions o) => o.Filter = $\"tenant eq '{_tenant}'\";")]
    [InlineData("void M(SearchOptions o, string userId) => o.Filter = $\"owner eq '{userId}'\";")]
    [InlineData("void M(SearchOptions o, Request r) => o.Filter = $\"document eq '{r.DocumentId}'\";")]
    [InlineData("void M(SearchOptions o, SearchSettings s) => o.Filter = $\"language eq '{s.Language}'\";")]
    [InlineData("void M(SearchOptions o, string filter) => o.Filter = filter;")]
    [InlineData("void M(SearchOptions o, string filter) => o.Filter = $\"({filter}) and year ge 2020\";")]
    [InlineData("void M(SearchOptions o, string c) => o.OrderBy.Add($\"'{c}'\");")]
    [InlineData("sealed class Own { public string? Filter { get; set; } } void M(Own o, string c) => o.Filter = $\"category eq '{c}'\";")]
    [InlineData("void M(SearchOptions o, string c) => o.Filter = null;")]
    public Task Quiet(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("void M(SearchOptions o) { var c = Console.Title; c = c.Trim(); o.Filter = $\"category eq '{c}'\"; }")]
    [InlineData("sealed class Node { public Node? Next { get; } public string Name { get; } = \"\"; } readonly Node _first = new(); void M(SearchOptions o) { var node = _first; while (node.Next is not null) node = node.Next; o.Filter = $\"name eq '{node.Name}'\"; }")]
    [InlineData("void M(SearchOptions o) { var f = \"\"; f = $\"({f}) and {f}\"; f += f; o.Filter = f; }")]
    public Task Variables_that_are_made_of_themselves(string member) => VerifyAsync(member);

    /// <summary>Each change of a variable is looked at once.</summary>
    [Fact]
    public Task A_variable_that_is_changed_often() => VerifyAsync(
        "void M(SearchOptions o) { var c = Console.Title; " + string.Concat(Enumerable.Range(0, 20).Select(number => $"c = c.Replace(\"{number}\", \"\"); ")) + "o.Filter = $\"category eq '{c}'\"; }");

    [Fact]
    public Task A_long_chain_of_variables() => VerifyAsync(
        "void M(SearchOptions o) { var c0 = Console.Title; " + string.Concat(Enumerable.Range(1, 2_000).Select(number => $"var c{number} = c{number - 1}.Trim(); ")) + "o.Filter = $\"category eq '{c2000}'\"; }");

    [Fact]
    public Task The_texts_are_shown() => VerifyAsync("void M(SearchOptions o, Request r) => o.Filter = {|#0:$\"category eq '{{|#1:r.Category|}}' or name eq '{{|#2:r.Name|}}'\"|};", test =>
        test.ExpectedDiagnostics.Add(new DiagnosticResult("AISEC402", DiagnosticSeverity.Info).WithLocation(0).WithLocation(1).WithLocation(2).WithArguments("Filter", "write it with SearchFilter.Create, which escapes what is put in")));

    [Fact]
    public Task Test_projects() => VerifyAsync("void M(SearchOptions o, string c) => o.Filter = $\"category eq '{c}'\";", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync("void M(SearchOptions o, Missing m) { o.Filter = $\"a eq '{m.Category}'\"; o.Filter = ; o.Filter = $\"a eq '{", test => test.TolerateCompileErrors());

    private static Task VerifyAsync(string member, Action<Verify.Test>? configure = null) =>
        Verify.VerifyAsync(Usings + "class C\n{\n" + member + "\n}\n" + Types, SdkSet.Latest, configure);
}
