using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.KeyCredentialAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.KeyCredentialFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>Comments, line breaks, directives and line endings stay as their author wrote them.</summary>
public partial class KeyCredentialFixTests
{
    [Fact]
    public Task Comments_around_the_credential_stay() => FixAsync(
        """
        class C
        {
            // The client.
            object M(Uri endpoint, string key) => /* a */ new AzureOpenAIClient( // b
                endpoint, /* c */
                // d
                /* e */ [|new AzureKeyCredential(key)|] /* f */ // g
                ); // h
        }
        """,
        """
        class C
        {
            // The client.
            object M(Uri endpoint, string key) => /* a */ new AzureOpenAIClient( // b
                endpoint, /* c */
                // d
                /* e */ new DefaultAzureCredential() /* f */ // g
                ); // h
        }
        """);

    /// <summary>What is said about the key inside of it goes with it; nothing else could be meant.</summary>
    [Fact]
    public Task Comments_within_the_credential_go_with_it() => FixAsync(
        """
        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(/* from the vault */ key)|]); }
        """,
        """
        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential()); }
        """);

    [Fact]
    public Task Argument_lists_keep_their_lines() => FixAsync(
        """
        class C
        {
            SearchClient M(Uri endpoint, string key)
            {
                return new SearchClient(
                    endpoint: endpoint,
                    credential: [|new AzureKeyCredential(
                        key)|],
                    indexName: "docs",
                    options: new SearchClientOptions
                    {
                        Audience = SearchAudience.AzurePublicCloud,
                    });
            }
        }
        """,
        """
        class C
        {
            SearchClient M(Uri endpoint, string key)
            {
                return new SearchClient(
                    endpoint: endpoint,
                    tokenCredential: new DefaultAzureCredential(),
                    indexName: "docs",
                    options: new SearchClientOptions
                    {
                        Audience = SearchAudience.AzurePublicCloud,
                    });
            }
        }
        """);

    /// <summary>Only what the fix touches is formatted.</summary>
    [Fact]
    public Task Unusual_layout_stays() => FixAsync(
        """
        class C {
          object  M( Uri endpoint , string key )
          {
              var   client=new AzureOpenAIClient( endpoint , [|new AzureKeyCredential( key )|] ) ;
              return client ;
          }
        }
        """,
        """
        class C {
          object  M( Uri endpoint , string key )
          {
              var   client=new AzureOpenAIClient( endpoint , new DefaultAzureCredential() ) ;
              return client ;
          }
        }
        """);

    [Fact]
    public Task Tabs_stay() => FixAsync(
        "class C\n{\n\tobject M(Uri endpoint, string key)\n\t{\n\t\treturn new AzureOpenAIClient(\n\t\t\tendpoint,\n\t\t\t[|new AzureKeyCredential(key)|]);\n\t}\n}\n",
        "class C\n{\n\tobject M(Uri endpoint, string key)\n\t{\n\t\treturn new AzureOpenAIClient(\n\t\t\tendpoint,\n\t\t\tnew DefaultAzureCredential());\n\t}\n}\n",
        configure: test => test.SetEditorConfig("root = true\n[*.cs]\nindent_style = tab\n"));

    [Fact]
    public Task Windows_line_endings_stay()
    {
        const string Source = """
            using Azure;
            using Azure.AI.OpenAI;

            namespace Contoso;

            class C
            {
                Response? _last;

                object M(Uri endpoint)
                {
                    var key = Environment.GetEnvironmentVariable("KEY")!;

                    return new AzureOpenAIClient(
                        endpoint,
                        [|new AzureKeyCredential(key)|]);
                }
            }
            """;
        const string Fixed = """
            using Azure;
            using Azure.AI.OpenAI;
            using Azure.Identity;

            namespace Contoso;

            class C
            {
                Response? _last;

                object M(Uri endpoint)
                {
                    return new AzureOpenAIClient(
                        endpoint,
                        new DefaultAzureCredential());
                }
            }
            """;
        return Verify.VerifyFixAsync(WithCrLf(Source), WithCrLf(Fixed), Default);
    }

    [Fact]
    public Task Directives_stay() => FixAsync(
        """
        #nullable enable
        class C
        {
            #region Clients
            object M(Uri endpoint, string key)
            {
        #if DEBUG
                var name = "debug";
        #else
                var name = "release";
        #endif
                Console.WriteLine(name);
        #pragma warning disable CS0618
                return new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);
        #pragma warning restore CS0618
            }
            #endregion
        }
        """,
        """
        #nullable enable
        class C
        {
            #region Clients
            object M(Uri endpoint, string key)
            {
        #if DEBUG
                var name = "debug";
        #else
                var name = "release";
        #endif
                Console.WriteLine(name);
        #pragma warning disable CS0618
                return new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
        #pragma warning restore CS0618
            }
            #endregion
        }
        """);

    /// <summary>A variable that is declared under a condition is not for us to remove.</summary>
    [Fact]
    public Task Variable_with_two_declarations_stays() => FixAsync(
        """
        class C
        {
            object M(Uri endpoint)
            {
        #if DEBUG
                var key = "";
        #else
                var key = Environment.GetEnvironmentVariable("KEY")!;
        #endif
                return new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);
            }
        }
        """,
        """
        class C
        {
            object M(Uri endpoint)
            {
        #if DEBUG
                var key = "";
        #else
                var key = Environment.GetEnvironmentVariable("KEY")!;
        #endif
                return new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
            }
        }
        """);

    private static string WithCrLf(string text) => text.ReplaceLineEndings("\r\n");
}
