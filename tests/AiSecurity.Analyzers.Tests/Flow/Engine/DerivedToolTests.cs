namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>What models give to tools that are types of their own.</summary>
public class DerivedToolTests
{
    private const string Usings = "using System.Diagnostics;\nusing System.Threading;\nusing Microsoft.Extensions.AI;\n";

    [Theory]
    [InlineData("""Process.Start("bash", {|AISEC301:"-c " + arguments["command"]|});""")]
    [InlineData("""if (arguments.TryGetValue("command", out var command)) Process.Start("bash", {|AISEC301:"-c " + command|});""")]
    [InlineData("""foreach (var (_, value) in arguments) Process.Start("bash", {|AISEC301:$"-c {value}"|});""")]
    public Task Arguments(string statement) => VerifyAsync(statement);

    [Fact]
    public Task Arguments_where_a_type_stands_between() => VerifyAsync("""Process.Start("bash", {|AISEC301:"-c " + arguments["command"]|});""", "Tool", "abstract class Tool : AIFunction;");

    [Theory]
    [InlineData("""Process.Start("git", "status");""")]
    [InlineData("""if (arguments.ContainsKey("all")) Process.Start("git", "log");""")]
    public Task Constants(string statement) => VerifyAsync(statement);

    private static Task VerifyAsync(string statement, string parent = "AIFunction", string others = "") => FlowVerifier.VerifyAsync(Usings + $$"""
        {{others}}
        sealed class ShellTool : {{parent}}
        {
            protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
            {
                {{statement}}
                return default;
            }
        }
        """);
}
