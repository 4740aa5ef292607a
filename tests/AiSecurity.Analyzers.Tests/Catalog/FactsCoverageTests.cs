using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Tests.Stubs;
using AiSecurity.Cli.Signatures;

namespace AiSecurity.Analyzers.Tests.Catalog;

/// <summary>Every member that is known to take a key or a secret is in the catalog, or listed here with the reason why it is not.</summary>
public class FactsCoverageTests
{
    private static readonly ImmutableDictionary<string, string> LeftOut = new Dictionary<string, string>
    {
        ["M:Azure.AzureNamedKeyCredential.#ctor"] = "an account name and key of storage, tables and messaging, which no AI client takes",
        ["M:Azure.AzureNamedKeyCredential.Update"] = "as its constructor",
        ["M:Azure.AzureSasCredential.#ctor"] = "a shared access signature of storage and messaging, which no AI client takes",
        ["M:Azure.AzureSasCredential.Update"] = "as its constructor",
        ["P:Azure.Search.Documents.Indexes.Models.AzureOpenAIVectorizerParameters.ApiKey"] = "in versions from 11.6 on, none of which can be restored to hold a row against",
        ["M:Microsoft.Azure.CognitiveServices.Vision.ComputerVision.ComputerVisionClient.#ctor"] = "takes any ServiceClientCredentials; the key goes into ApiKeyServiceClientCredentials, which has a row",
        ["M:OpenAI.Realtime.RealtimeSessionClient.#ctor"] = "protected: a session gets the key of the RealtimeClient that opens it, whose constructor has a row",
        ["M:OpenAI_API.OpenAIAPI.#ctor"] = "takes an APIAuthentication, whose constructor has a row",
        ["M:OpenAI_API.OpenAIAPI.ForAzure"] = "as its constructor",
    }.ToImmutableDictionary();

    private static readonly string[] KeyRoles = ["A:key-ctor", "A:key-di", "A:key-factory", "A:key-property", "A:key-config", "A:key-type"];

    [Fact]
    public void Every_member_that_takes_a_key_has_a_row()
    {
        var missing = Fact.All.Where(TakesKey).Where(fact => !HasRow(fact)).Select(fact => $"{fact.Package}: {fact.DocId}").Where(text => !LeftOut.ContainsKey(NameOf(text[(text.IndexOf(": ", StringComparison.Ordinal) + 2)..]))).ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    [Fact]
    public void Nothing_is_left_out_that_has_a_row_or_is_no_fact()
    {
        var facts = Fact.All.Where(TakesKey).ToLookup(fact => NameOf(fact.DocId!));
        Assert.Equal([], LeftOut.Keys.Where(name => !facts.Contains(name) || facts[name].Any(HasRow)));
    }

    private static bool TakesKey(Fact fact)
    {
        if (fact.DocId is null || fact.DocId[0] is not ('M' or 'P'))
            return false;
        if (fact.Role == "J:credential")
            return fact.DocId.Contains("#ctor", StringComparison.Ordinal) && Regex.IsMatch(fact.Signature!, "string (clientSecret|password|secret)\\b");
        if (!KeyRoles.Contains(fact.Role))
            return false;
        // Beside the keys, the configuration types have the switch and the token.
        return fact.DocId[0] == 'P'
            ? Regex.IsMatch(fact.DocId, @"\.(Api)?Key$", RegexOptions.IgnoreCase)
            : !fact.DocId.Contains("SetCredential", StringComparison.Ordinal);
    }

    private static bool HasRow(Fact fact)
    {
        var name = NameOf(fact.DocId!);
        var type = name[2..name.LastIndexOf('.')];
        var member = name[(name.LastIndexOf('.') + 1)..];
        return EmbeddedCatalog.Rows.Any(entry => entry.Row.Role == Role.KeyCredential
            ? entry.Row.IsOnType(type) && member == "#ctor"
            : entry.Row.Role is Role.Key or Role.Secret && entry.Row.IsOnType(type) && entry.Row.IsNamed(member) && Takes(fact, entry.Row));
    }

    /// <summary>Whether one of the parameters has the name and the type that the row asks for.</summary>
    private static bool Takes(Fact fact, CatalogRow row) =>
        row.From is not { } from
        || (fact.DocId!.Contains(from.TypeName!, StringComparison.Ordinal) && Regex.IsMatch(fact.Signature!, $@"\b{Regex.Escape(from.TypeName!.Split('.')[^1])}\??\)? {from.Name}\b", RegexOptions.IgnoreCase));

    private static string NameOf(string docId) => Regex.Replace(docId.Split('(')[0], "``\\d+$", "");
}
