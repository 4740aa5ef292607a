namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>Code that takes a key when there is one and a token otherwise: the token's branch is what stays.</summary>
public partial class KeyCredentialFixTests
{
    public static TheoryData<string, string> Choices => new()
    {
        {
            "key is null ? new AzureOpenAIClient(endpoint, new ManagedIdentityCredential(\"id\")) : new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|])",
            "new AzureOpenAIClient(endpoint, new ManagedIdentityCredential(\"id\"))"
        },
        {
            "key is { Length: > 0 } ? new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]) : new AzureOpenAIClient(endpoint, new AzureCliCredential())",
            "new AzureOpenAIClient(endpoint, new AzureCliCredential())"
        },
        {
            "(string.IsNullOrEmpty(key) ? new AzureOpenAIClient(endpoint, new DefaultAzureCredential()) : new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|])).GetChatClient(\"gpt\")",
            "new AzureOpenAIClient(endpoint, new DefaultAzureCredential()).GetChatClient(\"gpt\")"
        },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public Task Choice_becomes_the_arm_with_the_token(string before, string after) => FixAsync(
        "class C { object M(Uri endpoint, string? key) => " + before + "; }",
        "class C { object M(Uri endpoint, string? key) => " + after + "; }");

    [Fact]
    public Task Arms_without_a_type_name_keep_theirs() => FixAsync(
        """
        class C
        {
            AzureOpenAIClient M(Uri endpoint, string? key) => key is null
                ? new(endpoint, new DefaultAzureCredential())
                : new(endpoint, [|new AzureKeyCredential(key)|]);
        }
        """,
        """
        class C
        {
            AzureOpenAIClient M(Uri endpoint, string? key) => new(endpoint, new DefaultAzureCredential());
        }
        """);

    [Fact]
    public Task Variable_that_decided_goes() => FixAsync(
        """
        var endpoint = new Uri(args[0]);
        var key = Environment.GetEnvironmentVariable("KEY");
        var client = string.IsNullOrEmpty(key)
            ? new AzureOpenAIClient(endpoint, new DefaultAzureCredential())
            : new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);
        Console.WriteLine(client);
        """,
        """
        var endpoint = new Uri(args[0]);
        var client = new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
        Console.WriteLine(client);
        """);

    [Fact]
    public Task Comments_of_the_arm_that_stays_stay() => FixAsync(
        """
        class C
        {
            object M(Uri endpoint, string? key) => key is null
                ? new AzureOpenAIClient(
                    endpoint, // the resource
                    /* whoever runs this */ new DefaultAzureCredential())
                : new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);
        }
        """,
        """
        class C
        {
            object M(Uri endpoint, string? key) => new AzureOpenAIClient(
                    endpoint, // the resource
                    /* whoever runs this */ new DefaultAzureCredential());
        }
        """);

    /// <summary>A comment about both arms belongs to neither: only the key is replaced.</summary>
    [Fact]
    public Task Comments_between_the_arms_keep_both() => FixAsync(
        """
        class C
        {
            object M(Uri endpoint, string? key) => key is null
                // In the cloud
                ? new AzureOpenAIClient(endpoint, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned))
                // On a developer's machine
                : new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);
        }
        """,
        """
        class C
        {
            object M(Uri endpoint, string? key) => key is null
                // In the cloud
                ? new AzureOpenAIClient(endpoint, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned))
                // On a developer's machine
                : new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
        }
        """);

    /// <summary>A condition that is not about the key may be about something that matters.</summary>
    [Fact]
    public Task Condition_about_something_else_keeps_both_arms() => FixAsync(
        """
        class C
        {
            object M(Uri first, Uri second, string key, bool backup) => backup
                ? new AzureOpenAIClient(first, new DefaultAzureCredential())
                : new AzureOpenAIClient(second, [|new AzureKeyCredential(key)|]);
        }
        """,
        """
        class C
        {
            object M(Uri first, Uri second, string key, bool backup) => backup
                ? new AzureOpenAIClient(first, new DefaultAzureCredential())
                : new AzureOpenAIClient(second, new DefaultAzureCredential());
        }
        """);

    [Fact]
    public Task Condition_with_a_side_effect_keeps_both_arms() => FixAsync(
        """
        class C
        {
            object M(Uri endpoint, Dictionary<string, string> keys) => !keys.Remove("key", out var key)
                ? new AzureOpenAIClient(endpoint, new DefaultAzureCredential())
                : new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);
        }
        """,
        """
        class C
        {
            object M(Uri endpoint, Dictionary<string, string> keys) => !keys.Remove("key", out var key)
                ? new AzureOpenAIClient(endpoint, new DefaultAzureCredential())
                : new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
        }
        """);

    [Fact]
    public Task Branches_of_if_and_else_are_left_to_the_author() => FixAsync(
        """
        class C
        {
            object M(Uri endpoint, string? key)
            {
                if (key is not null)
                {
                    return new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);
                }
                else
                {
                    return new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
                }
            }
        }
        """,
        """
        class C
        {
            object M(Uri endpoint, string? key)
            {
                if (key is not null)
                {
                    return new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
                }
                else
                {
                    return new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
                }
            }
        }
        """);

    [Fact]
    public Task Arms_of_a_switch_are_left_to_the_author() => FixAsync(
        """
        class C
        {
            SearchClient M(Uri endpoint, string mode, string key) => mode switch
            {
                "key" => new SearchClient(endpoint, "docs", [|new AzureKeyCredential(key)|]),
                _ => new SearchClient(endpoint, "docs", new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)),
            };
        }
        """,
        """
        class C
        {
            SearchClient M(Uri endpoint, string mode, string key) => mode switch
            {
                "key" => new SearchClient(endpoint, "docs", new DefaultAzureCredential()),
                _ => new SearchClient(endpoint, "docs", new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)),
            };
        }
        """);
}
