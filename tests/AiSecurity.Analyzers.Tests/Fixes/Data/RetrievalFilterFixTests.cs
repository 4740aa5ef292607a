using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<AiSecurity.Analyzers.Rules.Data.RetrievalFilterAnalyzer, AiSecurity.Analyzers.CodeFixes.Fixes.Data.RetrievalFilterFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Data;

/// <summary>AISEC402: escapes what is put into a filter.</summary>
public class RetrievalFilterFixTests
{
    [Theory]
    [InlineData("o.Filter = [|$\"category eq '{c}'\"|]; // by category", "o.Filter = SearchFilter.Create($\"category eq {c}\"); // by category")]
    [InlineData("o.Filter = [|$\"category eq '{c}' and year ge {year} and kind eq 'manual'\"|];", "o.Filter = SearchFilter.Create($\"category eq {c} and year ge {year} and kind eq 'manual'\");")]
    [InlineData("var f = c == null ? string.Empty : [|$\"category ne '{c}'\"|];\n        o.Filter = f;", "var f = c == null ? string.Empty : SearchFilter.Create($\"category ne {c}\");\n        o.Filter = f;")]
    [InlineData("o.Filter = [|$@\"category eq '{c}'\n            or category eq 'all'\"|];", "o.Filter = SearchFilter.Create($@\"category eq {c}\n            or category eq 'all'\");")]
    [InlineData("o.Filter = [|$\"category eq '{c}' and owner eq '{owner}'\"|];", "o.Filter = $\"category eq '{c.Replace(\"'\", \"''\")}' and owner eq '{owner}'\";")]
    [InlineData("o.Filter = [|$\"{Field} eq '{c}'\"|];", "o.Filter = $\"{Field} eq '{c.Replace(\"'\", \"''\")}'\";")]
    [InlineData("o.Filter = [|$\"search.ismatch('{c}*', 'title')\"|];", "o.Filter = $\"search.ismatch('{c.Replace(\"'\", \"''\")}*', 'title')\";")]
    [InlineData("o.Filter = [|\"category eq '\" + c + \"'\"|];", "o.Filter = \"category eq '\" + c.Replace(\"'\", \"''\") + \"'\";")]
    [InlineData("o.Filter = [|string.Format(\"category eq '{0}'\", c)|];", "o.Filter = string.Format(\"category eq '{0}'\", c.Replace(\"'\", \"''\"));")]
    [InlineData("o.Filter = [|\"category eq '\" + maybe + \"'\"|];", "o.Filter = \"category eq '\" + maybe?.Replace(\"'\", \"''\") + \"'\";")]
    [InlineData("o.Filter = [|$\"category eq '{(year > 2000 ? c : maybe),10}'\"|];", "o.Filter = $\"category eq '{(year > 2000 ? c : maybe)?.Replace(\"'\", \"''\"),10}'\";")]
    public Task Escapes(string statements, string fixedStatements) => Verify.VerifyFixAsync(Source(statements), Source(fixedStatements), "AISEC402.escape", set: SdkSet.Latest);

    private static string Source(string statements) => $$"""
        using Azure.Search.Documents;

        class C
        {
            const string Field = "category";

            void M(SearchOptions o, string c, string? maybe, int year, Guid owner)
            {
                {{statements}}
            }
        }
        """;
}
