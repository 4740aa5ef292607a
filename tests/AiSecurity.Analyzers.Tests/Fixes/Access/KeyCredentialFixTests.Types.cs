namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>Variables and private members that carry the credential get its new type.</summary>
public partial class KeyCredentialFixTests
{
    public static TheoryData<string, string> Locals => new()
    {
        { "var credential = [|new AzureKeyCredential(key)|];", "var credential = new DefaultAzureCredential();" },
        { "AzureKeyCredential credential = [|new AzureKeyCredential(key)|];", "TokenCredential credential = new DefaultAzureCredential();" },
        { "AzureKeyCredential credential = [|new(key)|];", "TokenCredential credential = new DefaultAzureCredential();" },
        { "Azure.AzureKeyCredential credential = [|new(key)|];", "TokenCredential credential = new DefaultAzureCredential();" },
        { "ApiKeyCredential credential = [|new AzureKeyCredential(key)|];", "TokenCredential credential = new DefaultAzureCredential();" },
        { "AzureKeyCredential? credential = [|new AzureKeyCredential(key)|];", "TokenCredential? credential = new DefaultAzureCredential();" },
        { "AzureKeyCredential credential;\n        credential = [|new AzureKeyCredential(key)|];", "TokenCredential credential;\n        credential = new DefaultAzureCredential();" },
        { "AzureKeyCredential? credential = null;\n        credential ??= [|new AzureKeyCredential(key)|];", "TokenCredential? credential = null;\n        credential ??= new DefaultAzureCredential();" },
        { "/* a */ AzureKeyCredential /* b */ credential = [|new(key)|]; // c", "/* a */ TokenCredential /* b */ credential = new DefaultAzureCredential(); // c" },
        { "var first = [|new AzureKeyCredential(key)|];\n        AzureKeyCredential credential = first;", "var first = new DefaultAzureCredential();\n        TokenCredential credential = first;" },
    };

    public static TheoryData<string, string> Members => new()
    {
        { "private readonly AzureKeyCredential _credential = [|new(Key())|];", "private readonly TokenCredential _credential = new DefaultAzureCredential();" },
        { "private static readonly AzureKeyCredential _credential = [|new AzureKeyCredential(Key())|];", "private static readonly TokenCredential _credential = new DefaultAzureCredential();" },
        { "AzureKeyCredential _credential = [|new(Key())|];", "TokenCredential _credential = new DefaultAzureCredential();" },
        { "private AzureKeyCredential _credential => [|new(Key())|];", "private TokenCredential _credential => new DefaultAzureCredential();" },
        { "private AzureKeyCredential _credential { get; } = [|new AzureKeyCredential(Key())|];", "private TokenCredential _credential { get; } = new DefaultAzureCredential();" },
        { "private AzureKeyCredential _credential { get { return [|new AzureKeyCredential(Key())|]; } }", "private TokenCredential _credential { get { return new DefaultAzureCredential(); } }" },
    };

    public static TheoryData<string> OpenMembers =>
    [
        "internal readonly AzureKeyCredential _credential = [|new(Key())|];",
        "public static readonly AzureKeyCredential _credential = [|new AzureKeyCredential(Key())|];",
        "protected AzureKeyCredential _credential => [|new(Key())|];",
        "public AzureKeyCredential _credential { get; } = [|new AzureKeyCredential(Key())|];",
    ];

    [Theory]
    [MemberData(nameof(Locals))]
    public Task Local_changes_its_type(string before, string after) => FixAsync(
        $$"""
        class C
        {
            object M(Uri endpoint, string key)
            {
                {{before}}
                return new AzureOpenAIClient(endpoint, credential);
            }
        }
        """,
        $$"""
        class C
        {
            object M(Uri endpoint, string key)
            {
                {{after}}
                return new AzureOpenAIClient(endpoint, credential);
            }
        }
        """);

    [Theory]
    [MemberData(nameof(Members))]
    public Task Private_member_changes_its_type(string before, string after) => FixAsync(WithMember(before), WithMember(after));

    [Theory]
    [MemberData(nameof(OpenMembers))]
    public Task Member_that_others_see_stays(string member) => NoFixAsync(WithMember(member));

    [Fact]
    public Task Field_set_in_the_constructor_changes_its_type() => FixAsync(
        """
        class C
        {
            private readonly AzureKeyCredential _credential;

            public C(IConfiguration configuration) => _credential = [|new AzureKeyCredential(configuration["Search:Key"]!)|];

            SearchIndexClient Create(Uri endpoint) => new(endpoint, _credential);
        }
        """,
        """
        class C
        {
            private readonly TokenCredential _credential;

            public C(IConfiguration configuration) => _credential = new DefaultAzureCredential();

            SearchIndexClient Create(Uri endpoint) => new(endpoint, _credential);
        }
        """);

    [Theory]
    [InlineData("static AzureKeyCredential Credential(string key) => [|new AzureKeyCredential(key)|];", "static TokenCredential Credential(string key) => new DefaultAzureCredential();")]
    [InlineData("private AzureKeyCredential Credential(string key) { return [|new(key)|]; }", "private TokenCredential Credential(string key) { return new DefaultAzureCredential(); }")]
    public Task Private_method_changes_its_type(string before, string after) => FixAsync(
        $$"""
        class C
        {
            object Create(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, Credential(key));

            {{before}}
        }
        """,
        $$"""
        class C
        {
            object Create(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, Credential(key));

            {{after}}
        }
        """);

    [Fact]
    public Task Local_function_changes_its_type() => FixAsync(
        """
        Console.WriteLine(new AzureOpenAIClient(new Uri(args[0]), Credential()));

        AzureKeyCredential Credential() => [|new(args[1])|];
        """,
        """
        Console.WriteLine(new AzureOpenAIClient(new Uri(args[0]), Credential()));

        TokenCredential Credential() => new DefaultAzureCredential();
        """);

    [Fact]
    public Task Private_parameter_changes_its_type() => FixAsync(
        """
        class C
        {
            public object Create(Uri endpoint, string key) => Create(endpoint, [|new AzureKeyCredential(key)|]);

            private static AzureOpenAIClient Create(Uri endpoint, AzureKeyCredential credential) => new(endpoint, credential);
        }
        """,
        """
        class C
        {
            public object Create(Uri endpoint, string key) => Create(endpoint, new DefaultAzureCredential());

            private static AzureOpenAIClient Create(Uri endpoint, TokenCredential credential) => new(endpoint, credential);
        }
        """);

    [Fact]
    public Task Credential_of_two_clients_is_replaced_once() => FixAsync(
        """
        AzureKeyCredential credential = [|new(args[1])|];
        var index = new SearchIndexClient(new Uri(args[0]), credential);
        var documents = new SearchClient(new Uri(args[0]), "docs", credential: credential);
        Console.WriteLine($"{index}{documents}");
        """,
        """
        TokenCredential credential = new DefaultAzureCredential();
        var index = new SearchIndexClient(new Uri(args[0]), credential);
        var documents = new SearchClient(new Uri(args[0]), "docs", tokenCredential: credential);
        Console.WriteLine($"{index}{documents}");
        """);

    [Fact]
    public Task Credential_with_another_use_stays() => NoFixAsync(
        """
        class C
        {
            object M(Uri endpoint, string key)
            {
                var credential = [|new AzureKeyCredential(key)|];
                credential.Update(key.Trim());
                return new AzureOpenAIClient(endpoint, credential);
            }
        }
        """);

    [Fact]
    public Task Credential_of_a_foreign_client_too_stays() => NoFixAsync(
        """
        class C
        {
            object M(Uri endpoint, string key)
            {
                var credential = [|new AzureKeyCredential(key)|];
                return (new AzureOpenAIClient(endpoint, credential), new EventGrid(credential));
            }

            class EventGrid(AzureKeyCredential credential) { public object Credential => credential; }
        }
        """);

    [Fact]
    public Task Type_of_the_credential_brings_its_using() => PlainFixAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;

        class C
        {
            private readonly AzureKeyCredential _credential = [|new(Environment.GetEnvironmentVariable("KEY")!)|];

            Response? Last { get; set; }

            object Create(Uri endpoint) => new AzureOpenAIClient(endpoint, _credential);
        }
        """,
        """
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Core;
        using Azure.Identity;

        class C
        {
            private readonly TokenCredential _credential = new DefaultAzureCredential();

            Response? Last { get; set; }

            object Create(Uri endpoint) => new AzureOpenAIClient(endpoint, _credential);
        }
        """);

    private static string WithMember(string member) => $$"""
        class C
        {
            {{member}}

            object Create(Uri endpoint) => new AzureOpenAIClient(endpoint, _credential);

            static string Key() => Environment.GetEnvironmentVariable("KEY")!;
        }
        """;
}
