using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.HardCodedKeyAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.HardCodedKeyFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>Declarations around a key: constants stop being constant, fallbacks stop falling back, and some places take nothing else.</summary>
public partial class HardCodedKeyFixTests
{
    [Theory]
    [InlineData("private const string Key = @;", "private static readonly string Key = @;")]
    [InlineData("const string Key = @;", "static readonly string Key = @;")]
    [InlineData("internal const string Key = @; // for now", "internal static readonly string Key = @; // for now")]
    [InlineData("/// <summary>The key.</summary>\n    public const string Key = @;", "/// <summary>The key.</summary>\n    public static readonly string Key = @;")]
    [InlineData("private static readonly string Key = @;", "private static readonly string Key = @;")]
    [InlineData("private readonly string Key = @;", "private readonly string Key = @;")]
    [InlineData("public string Key { get; } = @;", "public string Key { get; } = @;")]
    [InlineData("private static string Key => @;", "private static string Key => @;")]
    public Task Constant_field_becomes_readonly(string before, string after) => FixAsync(
        $$"""
        class C
        {
            {{before.Replace("@", "[|" + Known + "|]", StringComparison.Ordinal)}}

            object M() => new OpenAI.OpenAIClient(Key);
        }
        """,
        $$"""
        class C
        {
            {{after.Replace("@", FromEnvironment, StringComparison.Ordinal)}}

            object M() => new OpenAI.OpenAIClient(Key);
        }
        """,
        Setting);

    [Theory]
    [InlineData("const string key = @;", "string key = @;")]
    [InlineData("var key = @; // for now", "var key = @; // for now")]
    [InlineData("// The key\n        const string key = @;", "// The key\n        string key = @;")]
    [InlineData("string key; key = @;", "string key; key = @;")]
    [InlineData("string? key = null; key ??= @;", "string? key = null; key ??= @;")]
    [InlineData("string key = @, model = \"gpt\"; Console.WriteLine(model);", "string key = @, model = \"gpt\"; Console.WriteLine(model);")]
    public Task Constant_local_becomes_a_variable(string before, string after) => FixAsync(
        $$"""
        class C
        {
            object M()
            {
                {{before.Replace("@", "[|" + Known + "|]", StringComparison.Ordinal)}}
                return new OpenAI.OpenAIClient(key);
            }
        }
        """,
        $$"""
        class C
        {
            object M()
            {
                {{after.Replace("@", FromEnvironment, StringComparison.Ordinal)}}
                return new OpenAI.OpenAIClient(key);
            }
        }
        """,
        Setting);

    /// <summary>A constant that needs this one to be constant keeps it so.</summary>
    [Theory]
    [InlineData("const string Key = [|$|]; const string Other = Key + \"\"; object M() => new OpenAI.OpenAIClient(Key);")]
    [InlineData("const string Key = [|$|]; object M() => new OpenAI.OpenAIClient(Key); object N(string key = Key) => key;")]
    [InlineData("const string Key = [|$|]; object M() => new OpenAI.OpenAIClient(Key); bool N(string key) => key is Key;")]
    [InlineData("const string Key = [|$|]; object M() => new OpenAI.OpenAIClient(Key); [Obsolete(Key)] void N() { }")]
    public Task Constant_that_has_to_be_one_is_left_to_the_author(string members) => NoFixAsync("class C { " + members.Replace("$", Known, StringComparison.Ordinal) + " }");

    [Theory]
    [InlineData("object M(string key = [|$|]) => new OpenAI.OpenAIClient(key);")]
    [InlineData("[Obsolete([|$|])] void M() { }")]
    [InlineData("bool M(string key) => key is [|$|];")]
    [InlineData("int M(string key) { switch (key) { case [|$|]: return 1; default: return 0; } }")]
    [InlineData("int M(string key) => key switch { [|$|] => 1, _ => 0 };")]
    public Task Place_for_constants_alone_is_left_to_the_author(string member) => NoFixAsync("class C { " + member.Replace("$", Known, StringComparison.Ordinal) + " }");

    [Theory]
    [InlineData("Environment.GetEnvironmentVariable(\"KEY\") ?? [|$|]", "Environment.GetEnvironmentVariable(\"KEY\") ?? throw new InvalidOperationException(\"The setting 'KEY' is missing.\")")]
    [InlineData("flag ? Environment.GetEnvironmentVariable(\"KEY\")! : [|$|]", "flag ? Environment.GetEnvironmentVariable(\"KEY\")! : Environment.GetEnvironmentVariable(\"OPENAI_API_KEY\") ?? throw new InvalidOperationException(\"The setting 'OPENAI_API_KEY' is missing.\")")]
    public Task Fallback_becomes_an_exception(string before, string after) => FixAsync(
        "class C { object M(bool flag) => new OpenAI.OpenAIClient(" + before.Replace("$", Known, StringComparison.Ordinal) + "); }",
        "class C { object M(bool flag) => new OpenAI.OpenAIClient(" + after + "); }",
        Setting);

    /// <summary>The setting that is missing is the one that was asked for.</summary>
    [Theory]
    [InlineData("configuration[\"OpenAI:Key\"]", "OpenAI:Key")]
    [InlineData("Environment.GetEnvironmentVariable(\"MY_KEY\")", "MY_KEY")]
    public Task Exception_names_the_setting_that_was_read(string read, string name) => FixAsync(
        "class C { object M(IConfiguration configuration) => new OpenAI.OpenAIClient(" + read + " ?? [|" + Known + "|]); }",
        "class C { object M(IConfiguration configuration) => new OpenAI.OpenAIClient(" + read + " ?? throw new InvalidOperationException(\"The setting '" + name + "' is missing.\")); }",
        Setting);

    /// <summary>A fallback of an Azure client is AISEC101's as soon as it is gone.</summary>
    [Fact]
    public Task Fallback_of_an_Azure_client_gives_way_to_a_credential() => FixAsync(
        $"class C {{ object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Environment.GetEnvironmentVariable(\"KEY\") ?? [|{Literal}|])); }}",
        "class C { object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential()); }");

    [Fact]
    public Task Fallback_of_a_method_is_left_to_the_author() => NoFixAsync(
        $"class C {{ object M(IConfiguration configuration) => new OpenAI.OpenAIClient(configuration.GetValue(\"Key\", [|{Known}|])!); }}");

    /// <summary>Others can read it: taking the client's use away would leave the key in the source.</summary>
    [Theory]
    [InlineData("public const string Key = @;", "public static readonly string Key = @;")]
    [InlineData("internal static readonly string Key = @;", "internal static readonly string Key = @;")]
    public Task Key_that_others_can_read_is_replaced_itself(string before, string after) => FixAsync(
        $$"""
        class C
        {
            {{before.Replace("@", "[|" + Literal + "|]", StringComparison.Ordinal)}}

            object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Key));
        }
        """,
        $$"""
        class C
        {
            {{after.Replace("@", "Environment.GetEnvironmentVariable(\"AZUREOPENAI_API_KEY\") ?? throw new InvalidOperationException(\"The setting 'AZUREOPENAI_API_KEY' is missing.\")", StringComparison.Ordinal)}}

            object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Key));
        }
        """,
        Setting);

    /// <summary>The literal is reported where it stands, not where it is used.</summary>
    [Fact]
    public Task Key_in_another_file() => FixAsync(
        "class C { object M(Uri endpoint) => new OpenAI.OpenAIClient(Keys.Key); }",
        "class C { object M(Uri endpoint) => new OpenAI.OpenAIClient(Keys.Key); }",
        Setting,
        configure: test =>
        {
            // The analyzer reports it when it looks at the client, in the file of the literal.
            test.CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
            test.TestState.Sources.Add(("/0/Keys.cs", $"static class Keys {{ public const string Key = [|{Literal}|]; }}"));
            test.FixedState.Sources.Add(("/0/Keys.cs", "static class Keys { public static readonly string Key = Environment.GetEnvironmentVariable(\"AI_API_KEY\") ?? throw new InvalidOperationException(\"The setting 'AI_API_KEY' is missing.\"); }"));
        });

    [Fact]
    public Task Key_where_credentials_are_ambiguous_is_read_from_a_setting() => Verify.VerifyFixAsync(
        $$"""
        using Azure;
        using Azure.AI.OpenAI;

        class C { object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|{{Literal}}|])); }
        """,
        """
        using Azure;
        using Azure.AI.OpenAI;

        class C { object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Environment.GetEnvironmentVariable("AZUREOPENAI_API_KEY") ?? throw new InvalidOperationException("The setting 'AZUREOPENAI_API_KEY' is missing."))); }
        """,
        Setting,
        set: SdkSet.DuplicateCredentials);

    [Fact]
    public Task Test_projects_get_the_fix_too() => FixAsync(
        $"class C {{ object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|{Literal}|])); }}",
        "class C { object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential()); }",
        configure: test => test.SetOption("build_property.IsTestProject", "true"));

    [Theory]
    [InlineData("\"\"\"3f9a7c1e5b8d42f6\"\"\" + \"a0c9e7d3b1f58a64\"")]
    [InlineData("@\"3f9a7c1e5b8d42f6\" + \"a0c9e7d3b1f58a64\"")]
    public Task Literals_of_every_form(string literal) => FixAsync(
        $"class C {{ object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|{literal}|])); }}",
        "class C { object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential()); }");
}
