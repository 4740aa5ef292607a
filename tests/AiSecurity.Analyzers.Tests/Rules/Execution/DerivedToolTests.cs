using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.UnapprovedToolAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC303: tools that are types of their own.</summary>
public class DerivedToolTests
{
    private const string Usings = """
        using System.IO;
        using System.Threading;
        using Microsoft.Extensions.AI;

        """;

    private const string Deletes = """
        sealed class DeleteTool : AIFunction
        {
            public override string Name => "delete";
            protected override ValueTask<object?> {|AISEC303:InvokeCoreAsync|}(AIFunctionArguments arguments, CancellationToken cancellationToken)
            {
                File.Delete((string)arguments["path"]!);
                return new("done");
            }
        }

        """;

    [Fact]
    public Task That_change_something() => VerifyAsync(Deletes);

    [Fact]
    public Task By_way_of_a_base_type_and_a_service() => VerifyAsync("""
        abstract class Tool : AIFunction { protected string Folder => "files"; }
        interface IFiles { void Remove(string path); }
        sealed class Files : IFiles { public void Remove(string path) => File.Delete(path); }
        sealed class DeleteTool(IFiles files) : Tool
        {
            protected override ValueTask<object?> {|AISEC303:InvokeCoreAsync|}(AIFunctionArguments arguments, CancellationToken cancellationToken)
            {
                files.Remove(Folder + arguments["path"]);
                return default;
            }
        }
        """);

    [Fact]
    public Task That_read() => VerifyAsync("""
        sealed class ReadTool : AIFunction
        {
            protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) => new(File.ReadAllText((string)arguments["path"]!));
        }
        """);

    [Theory]
    [InlineData("AITool Tool() => new ApprovalRequiredAIFunction(new DeleteTool());")]
    [InlineData("AITool Tool() { var delete = new DeleteTool(); return new ApprovalRequiredAIFunction(delete); }")]
    [InlineData("AITool Tool(DeleteTool delete) => new ApprovalRequiredAIFunction(delete);")]
    public Task That_are_wrapped_where_they_are_made(string member) => VerifyAsync(Quiet(Deletes) + "class Tools { " + member + " }");

    [Fact]
    public Task Wrapped_in_another_file() => VerifyAsync(Quiet(Deletes), test => test.TestState.Sources.Add("using Microsoft.Extensions.AI;\nclass Tools { AITool Tool() => new ApprovalRequiredAIFunction(new DeleteTool()); }"));

    [Fact]
    public Task Another_one_is_wrapped() => VerifyAsync(Deletes + "sealed class Other : AIFunction { protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) => default; } class Tools { AITool Tool() => new ApprovalRequiredAIFunction(new Other()); }");

    [Fact]
    public Task That_ask_a_person_themselves() => VerifyAsync("""
        sealed class DeleteTool : AIFunction
        {
            protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
            {
                Console.Write("Delete? ");
                if (Console.ReadLine() != "yes")
                    return new("refused");
                File.Delete((string)arguments["path"]!);
                return new("done");
            }
        }
        """);

    [Fact]
    public Task That_stand_before_another() => VerifyAsync("""
        sealed class Audited(AIFunction inner) : DelegatingAIFunction(inner)
        {
            protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
            {
                File.AppendAllText("audit.log", Name);
                return await base.InvokeCoreAsync(arguments, cancellationToken);
            }
        }
        """);

    [Theory]
    [InlineData("""[Microsoft.SemanticKernel.KernelFunction] public void Remove(string path) => files.Remove(path);""", "AISEC303:Microsoft.SemanticKernel.KernelFunction")]
    [InlineData("""[Microsoft.SemanticKernel.KernelFunction] public string Read(string path) => files.Read(path);""", "")]
    public Task By_way_of_another_project(string member, string reported) => VerifyAsync(
        "class Plugin(Contoso.IFiles files) { " + (reported.Length == 0 ? member : member.Replace("[Microsoft.SemanticKernel.KernelFunction]", $"[{{|{reported}|}}]", StringComparison.Ordinal)) + " }",
        static test =>
        {
            var project = test.TestState.AdditionalProjects["Files"];
            project.Sources.Add("namespace Contoso { public interface IFiles { void Remove(string path); string Read(string path); } public sealed class Files : IFiles { public void Remove(string path) => System.IO.File.Delete(path); public string Read(string path) => System.IO.File.ReadAllText(path); } }");
            project.ReferenceAssemblies = test.ReferenceAssemblies;
            project.AdditionalReferences.AddRange(test.TestState.AdditionalReferences);
            test.TestState.AdditionalProjectReferences.Add("Files");
        });

    private static string Quiet(string source) => source.Replace("{|AISEC303:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);

    private static Task VerifyAsync(string source, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + source, SdkSet.Latest, configure);
}
