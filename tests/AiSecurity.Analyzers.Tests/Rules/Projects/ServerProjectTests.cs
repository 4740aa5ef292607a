using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.Rules.Projects;

public class ServerProjectTests
{
    [Theory]
    [InlineData("UsingMicrosoftNETSdkWeb", "true", true)]
    [InlineData("UsingMicrosoftNETSdkWeb", "", false)]
    [InlineData("UsingMicrosoftNETSdkWeb", "false", false)]
    [InlineData("UsingMicrosoftNETSdkWorker", "true", true)]
    [InlineData("UsingMicrosoftNETSdkWorker", "False", false)]
    [InlineData("AzureFunctionsVersion", "v4", true)]
    [InlineData("AzureFunctionsVersion", "", false)]
    [InlineData("OutputType", "Exe", false)]
    public void Sdks(string property, string value, bool expected) => Assert.Equal(expected, Is("class C;", (property, value)));

    /// <summary>The properties reach the analyzers only when the package makes them visible.</summary>
    [Theory]
    [InlineData("UsingMicrosoftNETSdkWeb")]
    [InlineData("UsingMicrosoftNETSdkWorker")]
    [InlineData("AzureFunctionsVersion")]
    public void The_package_makes_the_properties_visible(string property) =>
        Assert.Contains($"<CompilerVisibleProperty Include=\"{property}\" />", Documentation.RepositoryFile.Read("src/AiSecurity.Analyzers.Package/buildTransitive/AiSecurity.Analyzers.props"), StringComparison.Ordinal);

    [Theory]
    [InlineData("class C { object M() => Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(); }")]
    [InlineData("using Microsoft.AspNetCore.Builder; class C { object M() => WebApplication.CreateSlimBuilder(); }")]
    [InlineData("using Microsoft.AspNetCore; class C { object M() => WebHost.CreateDefaultBuilder(); }")]
    [InlineData("using Microsoft.Extensions.Hosting; class C { void M() => Host.CreateApplicationBuilder().Build().Run(); }")]
    [InlineData("using Microsoft.Extensions.Hosting; class C { object M() => Host.CreateDefaultBuilder().RunConsoleAsync(); }")]
    [InlineData("using Microsoft.Extensions.Hosting; class C { async System.Threading.Tasks.Task M() { var host = new HostBuilder().Build(); await host.RunAsync(); } }")]
    [InlineData("using Microsoft.Extensions.Hosting; class C { object M() => Host.CreateApplicationBuilder(); } abstract class W : BackgroundService { }")]
    [InlineData("using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Hosting; class C { void M() { var b = Host.CreateApplicationBuilder(); b.Services.AddHostedService<W>(); } } abstract class W : IHostedService { public abstract System.Threading.Tasks.Task StartAsync(System.Threading.CancellationToken t); public abstract System.Threading.Tasks.Task StopAsync(System.Threading.CancellationToken t); }")]
    [InlineData("using Microsoft.AspNetCore.Mvc; class C : ControllerBase { }")]
    [InlineData("using Microsoft.AspNetCore.Mvc; class C : Controller { }")]
    [InlineData("using Microsoft.AspNetCore.Mvc; [ApiController] class C { }")]
    [InlineData("using Microsoft.AspNetCore.SignalR; class C : Hub { }")]
    [InlineData("class C : Microsoft.AspNetCore.SignalR.Hub<I> { } public interface I { }")]
    [InlineData("using Microsoft.Azure.Functions.Worker; class C { [Function(\"a\")] void M() { } }")]
    [InlineData("class C { [Microsoft.Azure.Functions.Worker.FunctionAttribute(\"a\")] void M() { } }")]
    [InlineData("using Microsoft.AspNetCore.Builder; class C { object M() => WebApplication.Create(); string? N() => System.Console.ReadLine(); }")]
    public void Code_that_serves(string source) => Assert.True(Is(source));

    [Theory]
    [InlineData("System.Console.WriteLine();")]
    [InlineData("class WebApplication { public static WebApplication CreateSome() => new(); object M() => Create.Builder(); } class Create { public static object Builder() => 1; }")]
    [InlineData("class Controller { } class C : Controller { WebApplication? a; } class WebApplication { }", SdkSet.Bare)]
    [InlineData("class Api { public static Api CreateBuilder() => new(); object M() => Api.CreateBuilder(); }")]
    [InlineData("using Microsoft.Extensions.Hosting; class C { void M() => Host.CreateApplicationBuilder().Build().Run(); string? N() => System.Console.ReadLine(); }")]
    [InlineData("using Microsoft.Extensions.Hosting; class C { object M() => Host.CreateApplicationBuilder().Configuration; }")]
    [InlineData("using Microsoft.Extensions.Hosting; class C { object M() => Host.CreateApplicationBuilder(); object N(Agent a) => a.RunAsync(\"question\"); } class Agent { public object RunAsync(string text) => text; }")]
    [InlineData("using Microsoft.Extensions.Hosting; class C { void M() => Host.CreateApplicationBuilder().Build().Run(); void N() { System.Console.ReadKey(); } }")]
    [InlineData("using Microsoft.Extensions.Hosting; using Microsoft.Extensions.DependencyInjection; class C { void M() => Host.CreateApplicationBuilder().Build().Run(); void N(IMcpServerBuilder b) => b.WithStdioServerTransport(); }", SdkSet.Stubs)]
    public void Code_that_does_not(string source, SdkSet set = SdkSet.Platform) => Assert.False(Is(source, set: set));

    private static bool Is(string source, (string Name, string Value)? property = null, SdkSet set = SdkSet.Platform)
    {
        var kind = TestSetup.HasTopLevelStatements(source) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create("Servers", [CSharpSyntaxTree.ParseText(source, TestSetup.ParseOptions)], SdkReferences.Of(set), new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var options = new AnalyzerOptions([], new Properties(property));
        return AiCompilation.TryGet(compilation, options, CancellationToken.None) is { } ai && ServerProject.Is(ai, compilation, CancellationToken.None);
    }

    private sealed class Properties((string Name, string Value)? property) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(property);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values((string Name, string Value)? property) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = property is { } set && key == "build_property." + set.Name ? set.Value : null;
            return value is not null;
        }
    }
}
