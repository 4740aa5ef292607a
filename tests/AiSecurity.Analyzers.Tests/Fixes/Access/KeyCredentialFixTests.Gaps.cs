namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>Blank lines and comments around a declaration that goes.</summary>
public partial class KeyCredentialFixTests
{
    /// <summary>Lines before the creation of the client, and what is left of them.</summary>
    public static TheoryData<string, string> Gaps => new()
    {
        // The blank line that parted the key from the rest is not needed any more.
        { "var key = args[0];\n\n", "" },
        { "var name = args[1];\nvar key = args[0];\n\n", "var name = args[1];\n\n" },
        { "var name = args[1];\n\nvar key = args[0];\n", "var name = args[1];\n\n" },
        { "var name = args[1];\n\nvar key = args[0];\n\n", "var name = args[1];\n\n" },
        { "var key = args[0];\nvar name = args[1];\n\n", "var name = args[1];\n\n" },
        // What is said of the key goes with it.
        { "// The key comes from the command line.\nvar key = args[0];\n", "" },
        { "// The key comes from the command line.\nvar key = args[0];\n\n", "" },
        { "var name = args[1];\n\n// The key comes from the command line.\nvar key = args[0];\n\n", "var name = args[1];\n\n" },
        { "var key = args[0]; // the key\nvar name = args[1];\n", "var name = args[1];\n" },
        { "/* key */ var key = args[0];\n", "" },
        // What is said of other things stays.
        { "// Settings\nvar key = args[0];\nvar name = args[1];\n\n", "// Settings\nvar name = args[1];\n\n" },
        { "// Settings of the command line.\n\nvar key = args[0];\nvar name = args[1];\n\n", "// Settings of the command line.\n\nvar name = args[1];\n\n" },
        { "var key = args[0];\n// The name\nvar name = args[1];\n", "// The name\nvar name = args[1];\n" },
        { "// Copyright (c) Contoso.\n\nvar key = args[0];\nvar name = args[1];\n", "// Copyright (c) Contoso.\n\nvar name = args[1];\n" },
    };

    [Theory]
    [MemberData(nameof(Gaps))]
    public Task Gap_is_closed(string before, string after) => FixAsync(
        before + "Console.WriteLine(new AzureOpenAIClient(new Uri(\"https://contoso.openai.azure.com\"), [|new AzureKeyCredential(key)|]));\n",
        after + "Console.WriteLine(new AzureOpenAIClient(new Uri(\"https://contoso.openai.azure.com\"), new DefaultAzureCredential()));\n");

    [Fact]
    public Task Gap_between_members_is_closed() => FixAsync(
        """
        class C
        {
            /// <summary>The key of the service.</summary>
            private readonly string _key = Environment.GetEnvironmentVariable("KEY")!;

            /// <summary>The service.</summary>
            private readonly Uri _endpoint = new("https://contoso.openai.azure.com");

            public object Client() => new AzureOpenAIClient(_endpoint, [|new AzureKeyCredential(_key)|]);
        }
        """,
        """
        class C
        {
            /// <summary>The service.</summary>
            private readonly Uri _endpoint = new("https://contoso.openai.azure.com");

            public object Client() => new AzureOpenAIClient(_endpoint, new DefaultAzureCredential());
        }
        """);

    [Fact]
    public Task Gap_at_the_end_of_the_fields_stays_one_line() => FixAsync(
        """
        class C
        {
            private readonly Uri _endpoint = new("https://contoso.openai.azure.com");
            private readonly string _key = Environment.GetEnvironmentVariable("KEY")!;

            public object Client() => new AzureOpenAIClient(_endpoint, [|new AzureKeyCredential(_key)|]);
        }
        """,
        """
        class C
        {
            private readonly Uri _endpoint = new("https://contoso.openai.azure.com");

            public object Client() => new AzureOpenAIClient(_endpoint, new DefaultAzureCredential());
        }
        """);

    [Fact]
    public Task Field_in_the_middle_leaves_one_gap() => FixAsync(
        """
        class C
        {
            private readonly Uri _endpoint = new("https://contoso.openai.azure.com");

            private readonly string _key = Environment.GetEnvironmentVariable("KEY")!;

            public object Client() => new AzureOpenAIClient(_endpoint, [|new AzureKeyCredential(_key)|]);
        }
        """,
        """
        class C
        {
            private readonly Uri _endpoint = new("https://contoso.openai.azure.com");

            public object Client() => new AzureOpenAIClient(_endpoint, new DefaultAzureCredential());
        }
        """);
}
