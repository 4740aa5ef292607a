namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>Checks of a key and variables of its name, beside others that stay.</summary>
public partial class KeyCredentialFixTests
{
    [Fact]
    public Task Check_in_the_middle_of_other_statements_goes_alone() => FixAsync(
        """
        var key = Environment.GetEnvironmentVariable("KEY");
        var endpoint = Environment.GetEnvironmentVariable("ENDPOINT");

        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentException.ThrowIfNullOrEmpty(endpoint);

        var client = new AzureOpenAIClient(new Uri(endpoint), [|new AzureKeyCredential(key)|]);
        Console.WriteLine(client);
        """,
        """
        var endpoint = Environment.GetEnvironmentVariable("ENDPOINT");

        ArgumentException.ThrowIfNullOrEmpty(endpoint);

        var client = new AzureOpenAIClient(new Uri(endpoint), new DefaultAzureCredential());
        Console.WriteLine(client);
        """);

    [Fact]
    public Task Check_of_two_values_stays() => FixAsync(
        """
        var key = Environment.GetEnvironmentVariable("KEY");
        var endpoint = Environment.GetEnvironmentVariable("ENDPOINT");
        if (endpoint is null || key is null) throw new InvalidOperationException("Endpoint and key are needed.");

        var client = new AzureOpenAIClient(new Uri(endpoint), [|new AzureKeyCredential(key)|]);
        Console.WriteLine(client);
        """,
        """
        var key = Environment.GetEnvironmentVariable("KEY");
        var endpoint = Environment.GetEnvironmentVariable("ENDPOINT");
        if (endpoint is null || key is null) throw new InvalidOperationException("Endpoint and key are needed.");

        var client = new AzureOpenAIClient(new Uri(endpoint), new DefaultAzureCredential());
        Console.WriteLine(client);
        """);

    [Fact]
    public Task Variable_of_another_scope_with_the_same_name_stays() => FixAsync(
        """
        class C
        {
            object M(Uri endpoint)
            {
                {
                    var key = "name";
                    Console.WriteLine(key);
                }

                {
                    var key = Environment.GetEnvironmentVariable("KEY")!;
                    return new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);
                }
            }
        }
        """,
        """
        class C
        {
            object M(Uri endpoint)
            {
                {
                    var key = "name";
                    Console.WriteLine(key);
                }

                {
                    return new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
                }
            }
        }
        """);
}
