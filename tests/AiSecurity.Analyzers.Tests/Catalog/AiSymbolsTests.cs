using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.Catalog;

public class AiSymbolsTests
{
    [Fact]
    public void Rows_of_a_constructor_are_found_and_kept()
    {
        var (compilation, symbols) = Create();
        var constructor = Type(compilation, "Azure.AI.OpenAI.AzureOpenAIClient").InstanceConstructors.First(method => method.Parameters.Length == 3);
        var rows = symbols.RowsOf(constructor);
        Assert.Equal([Role.Key], rows.Select(row => row.Role));
        // The very same array: found once.
        Assert.True(rows == symbols.RowsOf(constructor));
    }

    [Fact]
    public void Members_of_no_row_have_one_empty_answer()
    {
        var (compilation, symbols) = Create();
        Assert.All(Type(compilation, "System.Version").GetMembers(), member => Assert.Empty(symbols.RowsOf(member)));
    }

    [Theory]
    [InlineData("path", true)]
    [InlineData("stream", false)]
    public void A_source_can_be_one_overload_of_several(string parameter, bool isSource)
    {
        var (compilation, symbols) = Create();
        var constructors = Type(compilation, "System.IO.StreamReader").InstanceConstructors.Where(constructor => constructor.Parameters.Any(p => p.Name == parameter)).ToList();
        Assert.NotEmpty(constructors);
        Assert.All(constructors, constructor => Assert.Equal(isSource, symbols.RowsOf(constructor).Any(row => row.Role == Role.Source)));
    }

    [Fact]
    public void A_constructed_generic_method_has_the_rows_of_its_definition()
    {
        var (compilation, symbols) = Create();
        var method = (IMethodSymbol)Type(compilation, "Microsoft.Extensions.Configuration.ConfigurationBinder").GetMembers("GetValue").First(member => member is IMethodSymbol { IsGenericMethod: true });
        Assert.Equal([Role.Setting], symbols.RowsOf(method.Construct(compilation.GetSpecialType(SpecialType.System_Int32))).Select(row => row.Role));
    }

    [Fact]
    public void An_extension_method_has_the_rows_of_its_definition_when_it_is_called_on_the_receiver()
    {
        var (compilation, symbols) = Create(
            """
            using Microsoft.SemanticKernel;
            class C
            {
                void M(IKernelBuilder builder, string key) => builder.AddAzureOpenAIChatCompletion("gpt", "https://contoso.openai.azure.com", key);
            }
            """);
        var call = compilation.SyntaxTrees[0].GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Single();
        var method = (IMethodSymbol)compilation.GetSemanticModel(call.SyntaxTree).GetSymbolInfo(call).Symbol!;
        Assert.NotNull(method.ReducedFrom);
        Assert.Equal([Role.Key, Role.ModelName], symbols.RowsOf(method).Select(row => row.Role));
    }

    [Fact]
    public void A_service_of_a_library_has_the_rows_of_the_interface_that_it_implements()
    {
        var (compilation, symbols) = Create();
        var service = Type(compilation, "Microsoft.SemanticKernel.Connectors.AzureOpenAI.AzureOpenAIChatCompletionService");
        Assert.Equal([Role.ModelCall], symbols.RowsOf(service.GetMembers("GetChatMessageContentsAsync").Single()).Select(row => row.Role));
        Assert.Empty(symbols.RowsOf(service.GetMembers("Attributes").Single()));
    }

    [Fact]
    public void A_member_of_the_project_has_no_rows_of_an_interface()
    {
        var (compilation, symbols) = Create(
            """
            class Own : Microsoft.Extensions.AI.IChatClient
            {
                public System.Threading.Tasks.Task<Microsoft.Extensions.AI.ChatResponse> GetResponseAsync(
                    System.Collections.Generic.IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, Microsoft.Extensions.AI.ChatOptions? options = null, System.Threading.CancellationToken token = default) => null!;
                public System.Collections.Generic.IAsyncEnumerable<Microsoft.Extensions.AI.ChatResponseUpdate> GetStreamingResponseAsync(
                    System.Collections.Generic.IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, Microsoft.Extensions.AI.ChatOptions? options = null, System.Threading.CancellationToken token = default) => null!;
                public object? GetService(System.Type type, object? key = null) => null;
                public void Dispose() { }
            }
            """);
        Assert.All(Type(compilation, "Own").GetMembers(), member => Assert.Empty(symbols.RowsOf(member)));
    }

    [Fact]
    public void An_override_has_the_rows_of_what_it_overrides()
    {
        var (compilation, symbols) = Create(
            """
            class Headers : System.Net.WebHeaderCollection
            {
                public override void Add(string name, string? value) { }
                public override void Set(string name, string? value) { }
            }

            class MoreHeaders : Headers
            {
                public override void Add(string name, string? value) { }
            }
            """);
        Assert.Equal([Role.Header], symbols.RowsOf(Type(compilation, "Headers").GetMembers("Add").Single()).Select(row => row.Role));
        Assert.Equal([Role.Header], symbols.RowsOf(Type(compilation, "MoreHeaders").GetMembers("Add").Single()).Select(row => row.Role));
    }

    [Fact]
    public void A_member_that_only_hides_another_has_no_rows()
    {
        var (compilation, symbols) = Create("class Headers : System.Net.WebHeaderCollection { public new void Add(string name, string? value) { } }");
        Assert.Empty(symbols.RowsOf(Type(compilation, "Headers").GetMembers("Add").Single()));
    }

    [Fact]
    public void A_constructor_of_a_derived_client_has_no_rows_of_its_own()
    {
        var (compilation, symbols) = Create("class Client(System.Uri endpoint, Azure.AzureKeyCredential key) : Azure.AI.OpenAI.AzureOpenAIClient(endpoint, key);");
        Assert.Empty(symbols.RowsOf(Type(compilation, "Client").InstanceConstructors[0]));
    }

    [Fact]
    public void A_derived_type_has_the_roles_of_its_bases()
    {
        var (compilation, symbols) = Create(
            """
            class Client : Azure.AI.OpenAI.AzureOpenAIClient;
            class MoreClient : Client;
            class Own { }
            """);
        Assert.True(symbols.Is(Type(compilation, "Client"), Role.Client));
        Assert.True(symbols.Is(Type(compilation, "MoreClient"), Role.Client));
        Assert.False(symbols.Is(Type(compilation, "MoreClient"), Role.Token));
        Assert.False(symbols.Is(Type(compilation, "Own"), Role.Client));
        Assert.True(symbols.Is(Type(compilation, "Azure.Identity.DefaultAzureCredential"), Role.Token));
        Assert.True(symbols.Is(Type(compilation, "Azure.AzureKeyCredential"), Role.KeyCredential));
        Assert.Same(symbols.RowOf(Type(compilation, "MoreClient"), Role.Client), symbols.RowOf(Type(compilation, "MoreClient"), Role.Client));
    }

    [Fact]
    public void A_type_has_the_roles_of_its_interfaces()
    {
        var (compilation, symbols) = Create("abstract class Settings : Microsoft.Extensions.Configuration.IConfigurationRoot { }");
        Assert.True(symbols.Is(Type(compilation, "Settings"), Role.Configuration));
        Assert.True(symbols.Is(Type(compilation, "Microsoft.Extensions.Configuration.ConfigurationManager"), Role.Configuration));
    }

    [Fact]
    public void The_most_derived_row_is_the_answer()
    {
        var (compilation, symbols) = Create();
        // AzureKeyCredential derives from ApiKeyCredential in newer versions: one role, one row.
        Assert.Equal("Azure.AzureKeyCredential", symbols.RowOf(Type(compilation, "Azure.AzureKeyCredential"), Role.KeyCredential)!.TypeName);
    }

    [Fact]
    public void A_type_of_the_same_name_elsewhere_has_no_role()
    {
        var (compilation, symbols) = Create("namespace Own { public class AzureOpenAIClient(System.Uri endpoint, string credential); }");
        var own = Type(compilation, "Own.AzureOpenAIClient");
        Assert.False(symbols.Is(own, Role.Client));
        Assert.Empty(symbols.RowsOf(own.InstanceConstructors[0]));
    }

    [Fact]
    public void Error_types_and_null_have_no_role()
    {
        var (compilation, symbols) = Create("class C : Missing.AzureOpenAIClient { Azure.AI.OpenAI.Missing? field; }");
        Assert.Null(symbols.RowOf(null, Role.Client));
        Assert.Null(symbols.RowOf(compilation.CreateErrorTypeSymbol(null, "AzureOpenAIClient", 0), Role.Client));
        Assert.Null(symbols.RowOf(Type(compilation, "C"), Role.Client));
    }

    [Fact]
    public void Arrays_type_parameters_and_dynamic_have_no_role()
    {
        var (compilation, symbols) = Create("class C<T> where T : Azure.Core.TokenCredential { T field = null!; }");
        Assert.False(symbols.Is(compilation.CreateArrayTypeSymbol(Type(compilation, "Azure.AI.OpenAI.AzureOpenAIClient")), Role.Client));
        Assert.False(symbols.Is(compilation.DynamicType, Role.Client));
        _ = symbols.Is(Type(compilation, "C`1").TypeParameters[0], Role.Token);
    }

    [Fact]
    public void A_type_in_two_assemblies_is_found()
    {
        var (compilation, symbols) = Create(set: SdkSet.DuplicateCredentials);
        Assert.Null(compilation.GetTypeByMetadataName("Azure.Identity.DefaultAzureCredential"));
        Assert.NotNull(symbols.FindType("Azure.Identity.DefaultAzureCredential"));
        Assert.True(symbols.Is(symbols.FindType("Azure.Identity.ManagedIdentityCredential"), Role.Token));
    }

    [Fact]
    public void A_type_that_is_not_there_is_null_every_time()
    {
        var (_, symbols) = Create();
        Assert.Null(symbols.FindType("Contoso.Missing"));
        Assert.Null(symbols.FindType("Contoso.Missing"));
        Assert.Null(symbols.FindNestedType("Missing"));
        Assert.False(symbols.Exists("T:Contoso.Missing"));
        Assert.False(symbols.Exists("M:Contoso.Missing.Create(System.String)"));
    }

    [Theory]
    [InlineData("T:Azure.AI.OpenAI.AzureOpenAIClient", true)]
    [InlineData("M:Microsoft.CognitiveServices.Speech.SpeechConfig.FromEndpoint(Azure.Core.TokenCredential)", true)]
    [InlineData("M:Microsoft.CognitiveServices.Speech.SpeechConfig.FromEndpoint(System.Int32)", false)]
    [InlineData("M:Microsoft.CognitiveServices.Speech.SpeechConfig.Missing(System.Int32)", false)]
    [InlineData("F:Microsoft.KernelMemory.AzureOpenAIConfig.AuthTypes.AzureIdentity", true)]
    [InlineData("F:Microsoft.KernelMemory.AzureOpenAIConfig.AuthTypes.Missing", false)]
    public void What_a_row_names_elsewhere_exists_or_not(string member, bool exists) => Assert.Equal(exists, Create(set: SdkSet.Stubs).Symbols.Exists(member));

    [Fact]
    public void Rows_of_a_user_count_as_those_that_ship()
    {
        var rows = CatalogParser.Parse("client T:Contoso.Client\nkey M:Contoso.Client.#ctor from=apiKey:System.String\nkey M:Contoso.Client.Use* from=apiKey:System.String\nkey P:Contoso.Client.Item").Rows;
        var (compilation, symbols) = Create("namespace Contoso { public class Client(string apiKey) { public void UseKey(string apiKey) { } public void Other(string apiKey) { } public string this[string name] { set { } } } }", rows: rows);
        var client = Type(compilation, "Contoso.Client");
        Assert.True(symbols.Is(client, Role.Client));
        Assert.Equal("#ctor", Assert.Single(symbols.RowsOf(client.InstanceConstructors[0])).MemberName);
        Assert.Equal("Use*", Assert.Single(symbols.RowsOf(client.GetMembers("UseKey").Single())).MemberName);
        Assert.Empty(symbols.RowsOf(client.GetMembers("Other").Single()));
        Assert.Equal("Item", Assert.Single(symbols.RowsOf(client.GetMembers("this[]").Single())).MemberName);
        Assert.True(symbols.Is(Type(compilation, "Azure.AI.OpenAI.AzureOpenAIClient"), Role.Client));
    }

    [Fact]
    public void No_user_rows_leave_the_shared_catalog_as_it_is() => Assert.Same(AiCatalog.BuiltIn, AiCatalog.BuiltIn.With([]));

    /// <summary>What is known of files is kept by catalog: an editor asks for the same one with each key.</summary>
    [Fact]
    public void Same_rows_give_the_same_catalog()
    {
        var first = AiCatalog.BuiltIn.With(Rows("First"));
        var second = AiCatalog.BuiltIn.With(Rows("Second"));

        Assert.NotSame(first, second);
        Assert.Same(first, AiCatalog.BuiltIn.With(Rows("First")));
        Assert.Same(second, AiCatalog.BuiltIn.With(Rows("Second")));
        Assert.NotSame(second, AiCatalog.BuiltIn.With(Rows("Second", "kind=b")));
        Assert.Equal(AiCatalog.BuiltIn.Rows.Length + 1, second.Rows.Length);
    }

    private static ImmutableArray<CatalogRow> Rows(string type, string attribute = "kind=a") => CatalogParser.Parse($"conversation T:Contoso.{type} {attribute}").Rows;

    [Theory]
    [InlineData("Azure.AI.OpenAI", true)]
    [InlineData("Azure.AI.", true)]
    [InlineData("Azure.AI", false)]
    [InlineData("OpenAI", true)]
    [InlineData("OpenAIX", false)]
    [InlineData("Azure.Storage.Blobs", false)]
    [InlineData("Microsoft.Extensions.AI", true)]
    [InlineData("Microsoft.Extensions.AIX", false)]
    [InlineData("", false)]
    public void References_decide_whether_a_compilation_is_worth_a_look(string assembly, bool isAi) => Assert.Equal(isAi, AiCatalog.BuiltIn.IsAiReference(assembly));

    [Fact]
    public void Without_AI_references_there_is_nothing_to_know()
    {
        var bare = CSharpCompilation.Create("Bare", references: SdkReferences.Bare);
        Assert.Null(AiCompilation.TryGet(bare, new AnalyzerOptions([]), CancellationToken.None));
        Assert.Null(AiCompilation.TryGet(bare, new AnalyzerOptions([]), CancellationToken.None));
    }

    [Theory]
    [InlineData("class C { HttpClient? http; string Url => \"https://contoso.openai.azure.com\"; }", true)]
    [InlineData("class C { HttpClient? http; string Name => \"AzureOpenAI:Key\"; }", true)]
    [InlineData("class C { IHttpClientFactory? http; string Header => \"api-key\"; }", true)]
    [InlineData("using RestSharp; class C { string Path => \"/v1/chat/completions\"; }", true)]
    [InlineData("class C { HttpClient? http; string Url => \"https://management.azure.com\"; }", false)]
    [InlineData("class C { HttpClient? http; string Name => \"open ai\"; }", false)]
    [InlineData("class C { string Url => \"contoso.openai.azure.com\"; }", false)]
    [InlineData("", false)]
    public void Without_AI_references_a_service_that_is_named_is_worth_a_look(string source, bool isAi)
    {
        var other = CSharpSyntaxTree.ParseText("class D { }");
        var compilation = CSharpCompilation.Create("Bare", [other, CSharpSyntaxTree.ParseText(source)], SdkReferences.Bare);
        Assert.Equal(isAi, AiCompilation.TryGet(compilation, new AnalyzerOptions([]), CancellationToken.None) is not null);
        Assert.Equal(isAi, AiCompilation.TryGet(compilation.WithAssemblyName("Edited"), new AnalyzerOptions([]), CancellationToken.None) is not null);
    }

    /// <summary>Texts are read in pieces: a name may lie across the end of one.</summary>
    [Theory]
    [InlineData(32 * 1024)]
    [InlineData(64 * 1024)]
    public void A_service_is_found_wherever_a_long_file_names_it(int end)
    {
        const string Name = "Ocp-Apim-Subscription-Key";
        for (var before = end - 2 * Name.Length; before <= end + 2; before++)
        {
            var tree = CSharpSyntaxTree.ParseText("//Http" + new string('x', before - 6) + Name + new string('x', 300));
            Assert.NotNull(AiCompilation.TryGet(CSharpCompilation.Create("Long", [tree], SdkReferences.Bare), new AnalyzerOptions([]), CancellationToken.None));
        }
    }

    [Fact]
    public void A_compilation_is_looked_at_once()
    {
        var compilation = CSharpCompilation.Create("Latest", references: SdkReferences.Latest);
        var first = AiCompilation.TryGet(compilation, new AnalyzerOptions([]), CancellationToken.None);
        Assert.NotNull(first);
        Assert.Same(first, AiCompilation.TryGet(compilation, new AnalyzerOptions([]), CancellationToken.None));
    }

    [Theory]
    [InlineData(SdkSet.Bare, 0)]
    [InlineData(SdkSet.Latest, 1)]
    public async Task Rules_register_nothing_without_AI_references(SdkSet set, int actions)
    {
        var compilation = CSharpCompilation.Create("Registered", [CSharpSyntaxTree.ParseText("class C { }")], SdkReferences.Of(set));
        foreach (var analyzer in new DiagnosticAnalyzer[] { new KeyCredentialAnalyzer(), new HardCodedKeyAnalyzer() })
        {
            var driver = compilation.WithAnalyzers([analyzer]);
            await driver.GetAnalyzerDiagnosticsAsync();
            var telemetry = await driver.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None);
            Assert.Equal(1, telemetry.CompilationStartActionsCount);
            Assert.Equal(actions, telemetry.SemanticModelActionsCount);
            Assert.Equal(0, telemetry.OperationActionsCount + telemetry.SyntaxNodeActionsCount + telemetry.SymbolActionsCount + telemetry.OperationBlockActionsCount + telemetry.SyntaxTreeActionsCount);
        }
    }

    private static (CSharpCompilation Compilation, AiSymbols Symbols) Create(string source = "", SdkSet set = SdkSet.Latest, ImmutableArray<CatalogRow> rows = default)
    {
        var compilation = CSharpCompilation.Create("Symbols", [CSharpSyntaxTree.ParseText(source, TestSetup.ParseOptions)], SdkReferences.Of(set), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return (compilation, new AiSymbols(compilation, AiCatalog.BuiltIn.With(rows.IsDefault ? [] : rows)));
    }

    private static INamedTypeSymbol Type(Compilation compilation, string name) => compilation.GetTypesByMetadataName(name)[0];
}
