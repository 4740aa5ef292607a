using Azure;
using Azure.AI.OpenAI;
using Microsoft.SemanticKernel;
using OpenAI;
using OpenAI.Chat;

class HalfTypedCalls
{
    void A() { var c = new AzureOpenAIClient(new Uri( }
    void B() { var c = new AzureOpenAIClient(new Uri("https://contoso.openai.azure.com"), new AzureKeyCredential( ); }
    void C(IKernelBuilder builder, string apiKey) { builder.AddAzureOpenAIChatCompletion(apiKey: }
    void D(IKernelBuilder builder, string apiKey) { builder.AddAzureOpenAIChatCompletion(apiKey: apiKey, ); }
    void E(IKernelBuilder builder) { builder.AddAzureOpenAIChatCompletion(apiKey: apiKey: "x", "y", endpoint:); }
    void F() { AzureKeyCredential c = new(; }
    void G() { AzureKeyCredential c = new() { Key = }; }
    void H() { new AzureKeyCredential; }
    void I() { var x = new AzureOpenAIClient { Endpoint = , } }
    void J() { new ChatClient("gpt", new ApiKeyCredential("k" +  ), new OpenAIClientOptions { Endpoint = new Uri() }); }
    void K() { new AzureKeyCredential("a", "b", "c", ); }
    void L() => new AzureKeyCredential(key: , key: );
    void M() { Environment.GetEnvironmentVariable("X") ?? ; new AzureKeyCredential(Environment.GetEnvironmentVariable("X") ?? ); }
    void N() { new AzureKeyCredential(true ? : "x"); new AzureKeyCredential(true ? "x" : ); }
    void O() { new AzureKeyCredential($"{"); }
    void P() { new AzureKeyCredential($"{x:}{}"); }
    void Q() { new AzureKeyCredential(key switch { "a" => , _ }); }
    void R() { new AzureKeyCredential(out var x); new AzureKeyCredential(ref "x"); new AzureKeyCredential(params "x"); }
    void S() { new AzureKeyCredential(__arglist("x")); }
    void T() { new AzureKeyCredential(await ); }
    void U() { new AzureKeyCredential(default); new AzureKeyCredential(null!); new AzureKeyCredential(throw null); }
    void V() { new AzureOpenAIClient(new("x"), new("y"), new("z"), new()); }
    void W() { using new AzureOpenAIClient(new("x"), new("y")) }
    void X() { HttpClient h; h.DefaultRequestHeaders.Add("api-key", ); h.DefaultRequestHeaders.Add("api-key"); h.DefaultRequestHeaders.Add(); }
    void Y() { client.DefaultRequestHeaders.Authorization = new("Bearer", ); }
    void Z() { new HttpRequestMessage { Headers = { { "api-key", "x" }, { "api-key" }, { } } }; }
