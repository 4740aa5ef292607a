namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>What served nothing but the key goes; what anything else may need stays.</summary>
public partial class KeyCredentialFixTests
{
    /// <summary>Statements before the one that creates the client; none of them is left.</summary>
    public static TheoryData<string> KeyReads =>
    [
        "var key = configuration[\"OpenAI:Key\"]!;",
        "string? key = configuration[\"OpenAI:Key\"];",
        "var key = configuration[\"OpenAI:Key\"] ?? throw new InvalidOperationException(\"No key.\");",
        "var key = configuration.GetSection(\"OpenAI\")[\"Key\"] ?? throw new InvalidOperationException(nameof(configuration));",
        "var key = configuration.GetValue<string>(\"OpenAI:Key\")!;",
        "var key = Environment.GetEnvironmentVariable(\"OPENAI_KEY\")!;",
        "var key = Environment.GetEnvironmentVariable(\"OPENAI_KEY\") ?? configuration[\"OpenAI:Key\"] ?? throw new InvalidOperationException();",
        "var key = configuration.GetConnectionString(\"key\");\n        ArgumentException.ThrowIfNullOrEmpty(key);",
        "var key = configuration[\"OpenAI:Key\"];\n        ArgumentNullException.ThrowIfNull(key);",
        "var key = configuration[\"OpenAI:Key\"];\n        ArgumentException.ThrowIfNullOrWhiteSpace(key, nameof(key));",
        "var key = configuration[\"OpenAI:Key\"];\n        if (string.IsNullOrEmpty(key)) throw new InvalidOperationException(\"No key.\");",
        "var key = configuration[\"OpenAI:Key\"];\n        if (key is null)\n        {\n            throw new InvalidOperationException(\"No key.\");\n        }",
        "var key = configuration[\"OpenAI:Key\"];\n        if (key == null || key.Length == 0)\n            throw new InvalidOperationException($\"No key in {nameof(key)}.\");",
        "var key = configuration[\"OpenAI:Key\"];\n        if (key?.Length is null or 0) throw new InvalidOperationException(\"No key.\");",
        "var key = configuration[\"OpenAI:Key\"]; // from user secrets",
    ];

    /// <summary>Statements that do more than read a key, with the creation of the credential in place of <c>$</c>.</summary>
    public static TheoryData<string> OtherUses =>
    [
        "var key = File.ReadAllText(\"key\"); $",
        "var key = Secrets.Next(); $",
        "var key = configuration[\"OpenAI:Key\"]!; $ Console.WriteLine(key.Length);",
        "var key = configuration[\"OpenAI:Key\"]!; Func<int> length = () => key.Length; $",
        "string key = configuration[\"OpenAI:Key\"]!, other = \"\"; $",
        "var key = configuration[\"OpenAI:Key\"]!; key = key.Trim(); $",
        "var key = configuration[\"OpenAI:Key\"]!; if (key.Length == 0) { Console.WriteLine(\"No key.\"); return; } $",
        "var key = configuration[\"OpenAI:Key\"]; if (key is null) throw new InvalidOperationException(); else Console.WriteLine(); $",
        "var key = (_count++).ToString(); $",
        "var key = configuration[\"OpenAI:Key\"]!; if (Environment.HasShutdownStarted) throw new InvalidOperationException(key); $",
        "var key = configuration[\"OpenAI:Key\"]!; if (string.IsNullOrEmpty(key) || Environment.HasShutdownStarted) throw new InvalidOperationException(); $",
        "var key = configuration[\"OpenAI:Key\"]!; if (Environment.HasShutdownStarted) ArgumentException.ThrowIfNullOrEmpty(key); $",
        "string key; key = \"\"; if (Environment.HasShutdownStarted) key = configuration[\"OpenAI:Key\"]!; $",
        "_ = int.TryParse(\"1\", out var number); var key = number.ToString(); $ Console.WriteLine(number);",
        "var names = new Dictionary<string, string>(); var key = names.TryGetValue(\"key\", out var found) ? found : \"\"; $ Console.WriteLine(found);",
        "foreach (var key in configuration.GetChildren().Select(child => child.Value!)) { $ }",
    ];

    [Theory]
    [MemberData(nameof(KeyReads))]
    public Task Reading_of_the_key_goes(string read) => FixAsync(
        $$"""
        class C
        {
            object M(Uri endpoint, IConfiguration configuration)
            {
                {{read}}
                return new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key!)|]);
            }
        }
        """,
        """
        class C
        {
            object M(Uri endpoint, IConfiguration configuration)
            {
                return new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
            }
        }
        """);

    [Theory]
    [MemberData(nameof(OtherUses))]
    public Task What_is_more_than_a_read_key_stays(string statements)
    {
        const string Source = """
            class C
            {
                private int _count;

                void M(Uri endpoint, IConfiguration configuration)
                {
                    $
                }

                static class Secrets { public static string Next() => Console.ReadLine()!; }
            }
            """;
        var source = Source.Replace("$", statements, StringComparison.Ordinal);
        return FixAsync(
            source.Replace("$", "Use(new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]));", StringComparison.Ordinal).Replace("    static class", "    void Use(object o) { }\n\n    static class", StringComparison.Ordinal),
            source.Replace("$", "Use(new AzureOpenAIClient(endpoint, new DefaultAzureCredential()));", StringComparison.Ordinal).Replace("    static class", "    void Use(object o) { }\n\n    static class", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("private readonly string _key = Environment.GetEnvironmentVariable(\"KEY\")!;", true)]
    [InlineData("private static readonly string _key = Environment.GetEnvironmentVariable(\"KEY\") ?? throw new InvalidOperationException();", true)]
    [InlineData("string _key = Environment.GetEnvironmentVariable(\"KEY\")!;", true)]
    [InlineData("internal readonly string _key = Environment.GetEnvironmentVariable(\"KEY\")!;", false)]
    [InlineData("public static string _key = Environment.GetEnvironmentVariable(\"KEY\")!;", false)]
    [InlineData("protected string _key = Environment.GetEnvironmentVariable(\"KEY\")!;", false)]
    [InlineData("private readonly string _key = File.ReadAllText(\"key\");", false)]
    [InlineData("[NonSerialized] private readonly string _key = Environment.GetEnvironmentVariable(\"KEY\")!;", false)]
    [InlineData("private string _key = Environment.GetEnvironmentVariable(\"KEY\")!, _name = \"\";", false)]
    public Task Private_field_of_the_key_goes(string field, bool goes) => FixAsync(
        $$"""
        class C
        {
            {{field}}
            private readonly Uri _endpoint = new("https://contoso.openai.azure.com");

            object M() => new AzureOpenAIClient(_endpoint, [|new AzureKeyCredential(_key)|]);
        }
        """,
        $$"""
        class C
        {
        {{(goes ? "" : "    " + field + "\n")}}    private readonly Uri _endpoint = new("https://contoso.openai.azure.com");

            object M() => new AzureOpenAIClient(_endpoint, new DefaultAzureCredential());
        }
        """);

    /// <summary>The parameter stays: callers pass it.</summary>
    [Fact]
    public Task Field_that_the_constructor_sets_goes_with_the_assignment() => FixAsync(
        """
        class C
        {
            private readonly Uri _endpoint;
            private readonly string _key;

            public C(Uri endpoint, IConfiguration configuration)
            {
                _endpoint = endpoint;
                _key = configuration["OpenAI:Key"]!;
            }

            object M() => new AzureOpenAIClient(_endpoint, [|new AzureKeyCredential(_key)|]);
        }
        """,
        """
        class C
        {
            private readonly Uri _endpoint;

            public C(Uri endpoint, IConfiguration configuration)
            {
                _endpoint = endpoint;
            }

            object M() => new AzureOpenAIClient(_endpoint, new DefaultAzureCredential());
        }
        """);

    [Fact]
    public Task Name_of_the_setting_goes_with_its_only_read() => FixAsync(
        """
        class C
        {
            private const string EndpointName = "OPENAI_ENDPOINT";
            private const string KeyName = "OPENAI_KEY";

            object M() => new AzureOpenAIClient(
                new Uri(Environment.GetEnvironmentVariable(EndpointName)!),
                [|new AzureKeyCredential(Environment.GetEnvironmentVariable(KeyName)!)|]);
        }
        """,
        """
        class C
        {
            private const string EndpointName = "OPENAI_ENDPOINT";

            object M() => new AzureOpenAIClient(
                new Uri(Environment.GetEnvironmentVariable(EndpointName)!),
                new DefaultAzureCredential());
        }
        """);

    /// <summary>What the removed variable alone was made of goes with it.</summary>
    [Theory]
    [InlineData("var (url, key) = (configuration[\"Endpoint\"]!, configuration[\"Key\"]);", "var url = configuration[\"Endpoint\"]!;")]
    [InlineData("var (key, url) = (configuration[\"Key\"], configuration[\"Endpoint\"]!);", "var url = configuration[\"Endpoint\"]!;")]
    [InlineData("var (url, key) =\n            (configuration[\"Endpoint\"]!,\n            configuration[\"Key\"]);", "var url = configuration[\"Endpoint\"]!;")]
    [InlineData("var (url, name, key) =\n            (configuration[\"Endpoint\"]!,\n             configuration[\"Name\"],\n             configuration[\"Key\"]);", "var (url, name) =\n            (configuration[\"Endpoint\"]!,\n             configuration[\"Name\"]);")]
    [InlineData("var (url, key, name) =\n            (configuration[\"Endpoint\"]!,\n             configuration[\"Key\"],\n             configuration[\"Name\"]);", "var (url, name) =\n            (configuration[\"Endpoint\"]!,\n             configuration[\"Name\"]);")]
    public Task Key_of_several_variables_goes(string read, string rest) => FixAsync(
        $$"""
        class C
        {
            object M(IConfiguration configuration)
            {
                // Where it is.
                {{read}}

                ArgumentException.ThrowIfNullOrEmpty(url);
                ArgumentException.ThrowIfNullOrEmpty(key);

                return new AzureOpenAIClient(new Uri(url), [|new AzureKeyCredential(key)|]);
            }
        }
        """,
        $$"""
        class C
        {
            object M(IConfiguration configuration)
            {
                // Where it is.
                {{rest}}

                ArgumentException.ThrowIfNullOrEmpty(url);

                return new AzureOpenAIClient(new Uri(url), new DefaultAzureCredential());
            }
        }
        """);

    [Fact]
    public Task Key_of_a_connection_string_goes() => FixAsync(
        """
        class C
        {
            object M(System.Data.Common.DbConnectionStringBuilder connection)
            {
                var endpoint = connection.TryGetValue("Endpoint", out var endpointValue) ? (string)endpointValue : throw new InvalidOperationException("No endpoint.");
                var key = connection.TryGetValue("Key", out var keyValue) ? (string)keyValue : throw new InvalidOperationException("No key.");

                return new AzureOpenAIClient(new Uri(endpoint), [|new AzureKeyCredential(key)|]);
            }
        }
        """,
        """
        class C
        {
            object M(System.Data.Common.DbConnectionStringBuilder connection)
            {
                var endpoint = connection.TryGetValue("Endpoint", out var endpointValue) ? (string)endpointValue : throw new InvalidOperationException("No endpoint.");

                return new AzureOpenAIClient(new Uri(endpoint), new DefaultAzureCredential());
            }
        }
        """);

    [Theory]
    [InlineData("var (url, key) = Read(configuration);")]
    [InlineData("var (url, key) = (configuration[\"Endpoint\"]!, File.ReadAllText(\"key\"));")]
    [InlineData("var (url, key) = (configuration[\"Endpoint\"]!, configuration[\"Key\"]!); Console.WriteLine(key.Length);")]
    public Task Key_of_several_variables_stays(string read) => FixAsync(
        $$"""
        class C
        {
            object M(IConfiguration configuration)
            {
                {{read}}
                return new AzureOpenAIClient(new Uri(url), [|new AzureKeyCredential(key)|]);
            }

            static (string, string) Read(IConfiguration configuration) => ("", configuration[""]!);
        }
        """,
        $$"""
        class C
        {
            object M(IConfiguration configuration)
            {
                {{read}}
                return new AzureOpenAIClient(new Uri(url), new DefaultAzureCredential());
            }

            static (string, string) Read(IConfiguration configuration) => ("", configuration[""]!);
        }
        """);

    [Fact]
    public Task Chain_of_variables_goes() => FixAsync(
        """
        var endpoint = new Uri(args[0]);
        var keyName = "OPENAI_KEY";
        var key = Environment.GetEnvironmentVariable(keyName) ?? throw new InvalidOperationException($"{keyName} is not set.");

        var client = new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);
        Console.WriteLine(client);
        """,
        """
        var endpoint = new Uri(args[0]);

        var client = new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
        Console.WriteLine(client);
        """);

    [Fact]
    public Task Key_of_two_clients_goes_with_the_last() => FixAsync(
        """
        var endpoint = new Uri(args[0]);
        var key = args[1];
        object[] clients =
        [
            new SearchIndexClient(endpoint, [|new AzureKeyCredential(key)|]),
            new SearchIndexerClient(endpoint, [|new AzureKeyCredential(key)|]),
        ];
        Console.WriteLine(clients.Length);
        """,
        """
        var endpoint = new Uri(args[0]);
        object[] clients =
        [
            new SearchIndexClient(endpoint, new DefaultAzureCredential()),
            new SearchIndexerClient(endpoint, new DefaultAzureCredential()),
        ];
        Console.WriteLine(clients.Length);
        """);
}
