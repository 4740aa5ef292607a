using AiSecurity.Analyzers.Tests.Fixes.Models;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.FlowAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Execution.SandboxedSessionFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Guarding;

/// <summary>AISEC301: Python and JavaScript go to a session, and what they print comes back.</summary>
public class SandboxedSessionFixTests
{
    private const string Engines = """
        namespace Jint
        {
            public class Engine
            {
                public Engine Execute(string code, string? source = null) => this;
                public Native.JsValue Evaluate(string code, string? source = null) => new();
                public Task<Native.JsValue> EvaluateAsync(string code) => Task.FromResult(new Native.JsValue());
            }
        }

        namespace Jint.Native
        {
            public class JsValue { public double AsNumber() => 0; }
        }

        namespace Python.Runtime
        {
            public static class PythonEngine { public static void Exec(string code) { } public static int RunSimpleString(string code) => 0; public static dynamic Eval(string code) => 1; }
        }

        namespace Microsoft.CodeAnalysis.CSharp.Scripting
        {
            public static class CSharpScript { public static Task<object> EvaluateAsync(string code) => Task.FromResult(new object()); public static Task<object> RunAsync(string code) => Task.FromResult(new object()); }
        }

        namespace System.Management.Automation
        {
            public class PowerShell
            {
                public static PowerShell Create() => new();
                public PowerShell AddScript(string script) => this;
                public System.Collections.Generic.List<object> Invoke() => [];
                public Task<System.Collections.Generic.List<object>> InvokeAsync() => Task.FromResult(new System.Collections.Generic.List<object>());
            }
        }

        namespace Jurassic
        {
            public class ScriptEngine { public void Execute(string code) { } public object Evaluate(string code) => code; }
        }

        namespace NLua
        {
            public class Lua { public object[] DoString(string chunk) => []; }
        }
        """;

    [Theory]
    [InlineData("PythonEngine.Exec({|AISEC301:code|});", "await sandbox.ExecuteAsync(code, cancellationToken);")]
    [InlineData("new Jurassic.ScriptEngine().Execute({|AISEC301:code|});", "await sandbox.ExecuteAsync(code, cancellationToken);")]
    [InlineData("return new Jurassic.ScriptEngine().Evaluate({|AISEC301:code|}).ToString();", "return (await sandbox.ExecuteAsync(code, cancellationToken)).StandardOutput;")]
    [InlineData("return engine.Evaluate({|AISEC301:code|}).ToString();", "return (await sandbox.ExecuteAsync(code, cancellationToken)).StandardOutput;")]
    [InlineData("var value = engine.Evaluate({|AISEC301:code|}); return value.ToString();", "var value = (await sandbox.ExecuteAsync(code, cancellationToken)).StandardOutput; return value.ToString();")]
    [InlineData("return (await engine.EvaluateAsync({|AISEC301:code|})).ToString();", "return (await sandbox.ExecuteAsync(code, cancellationToken)).StandardOutput;")]
    [InlineData("return PythonEngine.Eval({|AISEC301:code|}).ToString();", "return (await sandbox.ExecuteAsync(code, cancellationToken)).StandardOutput;")]
    public Task Code_goes_to_a_session(string body, string fixedBody) => Verify.VerifyFixAsync(Tool(body), Tool(fixedBody), "AISEC301.sandbox", set: SdkSet.Stubs, configure: Configure);

    [Theory]
    [InlineData("""System.Diagnostics.Process.Start("python", {|AISEC301:$"-c \"{code}\""|});""", "await sandbox.ExecuteAsync(code, cancellationToken);")]
    [InlineData("""System.Diagnostics.Process.Start("/usr/bin/python3", {|AISEC301:"-c " + code|});""", "await sandbox.ExecuteAsync(code, cancellationToken);")]
    [InlineData("""System.Diagnostics.Process.Start("node", {|AISEC301:new[] { "-e", code }|});""", "await sandbox.ExecuteAsync(code, cancellationToken);")]
    [InlineData("""System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo { FileName = "python", Arguments = {|AISEC301:$"-c \"{code}\""|}, UseShellExecute = false });""", "await sandbox.ExecuteAsync(code, cancellationToken);")]
    [InlineData("""System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo { FileName = "node", ArgumentList = { "-e", {|AISEC301:code|} } });""", "await sandbox.ExecuteAsync(code, cancellationToken);")]
    [InlineData("""System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("python3") { Arguments = {|AISEC301:"-c " + code|} });""", "await sandbox.ExecuteAsync(code, cancellationToken);")]
    public Task Interpreters_of_languages_that_pools_have(string body, string fixedBody) => Verify.VerifyFixAsync(Tool(body), Tool(fixedBody), "AISEC301.sandbox", set: SdkSet.Stubs, configure: Configure);

    [Theory]
    [InlineData("""File.WriteAllText("run.py", code); System.Diagnostics.Process.Start("python", {|AISEC301:"run.py"|});""")]
    [InlineData("""await File.WriteAllTextAsync("run.js", code, cancellationToken); System.Diagnostics.Process.Start("node", {|AISEC301:"./run.js"|});""")]
    [InlineData("""var path = Path.Combine(Path.GetTempPath(), "run.py"); File.WriteAllText(path, code); System.Diagnostics.Process.Start("python", {|AISEC301:path|});""")]
    [InlineData("""var path = Path.GetTempFileName(); await File.WriteAllTextAsync(path, code); System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("python", {|AISEC301:$"\"{path}\""|}) { UseShellExecute = false }); File.Delete(path);""")]
    [InlineData("""var path = Path.GetTempFileName(); File.WriteAllText(path, code); System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo { FileName = "python3", Arguments = {|AISEC301:path|} });""")]
    public Task Script_files_need_not_be_written(string body) => Verify.VerifyFixAsync(Tool(body.Replace("; ", ";\n        ")), Tool("await sandbox.ExecuteAsync(code, cancellationToken);"), "AISEC301.sandbox", set: SdkSet.Stubs, configure: Configure);

    [Fact]
    public Task What_a_script_file_prints_is_what_the_code_printed() => Verify.VerifyFixAsync(
        Tool("""
            // The program.
                    var path = Path.GetTempFileName();
                    await File.WriteAllTextAsync(path, code, cancellationToken);
                    var info = new System.Diagnostics.ProcessStartInfo { FileName = "python", Arguments = {|AISEC301:path|}, RedirectStandardOutput = true };
                    using var process = System.Diagnostics.Process.Start(info)!;
                    var output = await process.StandardOutput.ReadToEndAsync();
                    File.Delete(path);
                    if (process.ExitCode != 0)
                        return output;
            """),
        Tool("""
            // The program.
                    var result = await sandbox.ExecuteAsync(code, cancellationToken);
                    var output = result.StandardOutput;
                    if (!result.Succeeded)
                        return output;
            """), "AISEC301.sandbox", set: SdkSet.Stubs, configure: Configure);

    [Fact]
    public Task What_a_process_prints_is_what_the_code_printed() => Verify.VerifyFixAsync(
        """
        using System.Diagnostics;
        using AiSecurity.Guards;
        using Microsoft.SemanticKernel;

        public class Calculator(SandboxedSession sandbox)
        {
            public SandboxedSession Session => sandbox;

            [KernelFunction]
            public async Task<string> Run(string code, CancellationToken cancellationToken)
            {
                // Python.
                var info = new ProcessStartInfo("python3", {|AISEC301:["-c", code]|}) { RedirectStandardOutput = true, UseShellExecute = false };
                using var process = Process.Start(info)!;
                if (process is null)
                    return "It could not be started.";

                // What it prints.
                var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
                await process.WaitForExitAsync(cancellationToken);
                return process.ExitCode == 0 ? output : "It failed.";
            }

            [KernelFunction]
            public string RunAndWait(string code)
            {
                using var process = Process.Start(new ProcessStartInfo("python", {|AISEC301:"-c '" + code + "'"|}) { RedirectStandardOutput = true });
                process!.WaitForExit();
                return process.StandardOutput.ReadToEnd().Trim();
            }
        }

        """,
        """
        using AiSecurity.Guards;
        using Microsoft.SemanticKernel;

        public class Calculator(SandboxedSession sandbox)
        {
            public SandboxedSession Session => sandbox;

            [KernelFunction]
            public async Task<string> Run(string code, CancellationToken cancellationToken)
            {
                // Python.
                var result = await sandbox.ExecuteAsync(code, cancellationToken);

                // What it prints.
                var output = result.StandardOutput;
                return result.Succeeded ? output : "It failed.";
            }

            [KernelFunction]
            public string RunAndWait(string code)
            {
                var result = sandbox.ExecuteAsync(code).GetAwaiter().GetResult();
                return result.StandardOutput.Trim();
            }
        }

        """,
        "AISEC301.sandbox",
        set: SdkSet.Stubs,
        configure: Configure);

    [Fact]
    public Task Nothing_is_offered_where_the_class_takes_nothing() => Verify.VerifyNoFixAsync(
        """
        using AiSecurity.Guards;
        using Microsoft.SemanticKernel;

        public class Calculator
        {
            [KernelFunction]
            public string? Run(string code) => new Jint.Engine().Evaluate({|AISEC301:code|}).ToString();
        }
        """,
        SdkSet.Stubs,
        Configure);

    [Fact]
    public Task Synchronous_callers_wait() => Verify.VerifyFixAsync(
        """
        using AiSecurity.Guards;
        using Jint;
        using Microsoft.SemanticKernel;

        public class Calculator(TextWriter log)
        {
            [KernelFunction]
            public string? Run(string code)
            {
                log.WriteLine("run");
                // The result.
                return new Engine().Evaluate({|AISEC301:code|}).ToString(); // at once
            }
        }

        """,
        """
        using AiSecurity.Guards;
        using Microsoft.SemanticKernel;

        public class Calculator(TextWriter log, SandboxedSession sandbox)
        {
            [KernelFunction]
            public string? Run(string code)
            {
                log.WriteLine("run");
                // The result.
                return sandbox.ExecuteAsync(code).GetAwaiter().GetResult().StandardOutput; // at once
            }
        }

        """,
        "AISEC301.sandbox",
        set: SdkSet.Stubs,
        configure: Configure);

    [Theory]
    [InlineData("return engine.Evaluate({|AISEC301:code|}).AsNumber().ToString();")]
    [InlineData("var value = PythonEngine.Eval({|AISEC301:code|}); return value.name;")]
    [InlineData("new NLua.Lua().DoString({|AISEC301:code|});")]
    [InlineData("""System.Diagnostics.Process.Start("python", {|AISEC301:code|});""")]
    [InlineData("""System.Diagnostics.Process.Start("python", {|AISEC301:"-c " + code + " --verbose"|});""")]
    [InlineData("""System.Diagnostics.Process.Start("bash", {|AISEC301:"-c " + code|});""")]
    [InlineData("""var process = System.Diagnostics.Process.Start("python", {|AISEC301:"-c " + code|}); process.Kill();""")]
    [InlineData("""System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("python", {|AISEC301:"-c " + code|}) { WorkingDirectory = "/data" });""")]
    [InlineData("System.Reflection.Assembly.LoadFrom({|AISEC301:code|});")]
    [InlineData("""File.WriteAllText("run.sh", code); System.Diagnostics.Process.Start("bash", {|AISEC301:"run.sh"|});""")]
    [InlineData("""var path = Path.GetTempFileName(); File.WriteAllText(path, code); System.Diagnostics.Process.Start("python", {|AISEC301:path|}); return path;""")]
    [InlineData("""var path = Path.GetTempFileName(); File.WriteAllText(path, "import os\n"); File.WriteAllText(path, code); System.Diagnostics.Process.Start("python", {|AISEC301:path|});""")]
    [InlineData("""var path = Path.GetTempFileName(); File.WriteAllText(path, code); System.Diagnostics.Process.Start("python", {|AISEC301:$"{path} --fast"|});""")]
    [InlineData("""System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo { FileName = "python", Arguments = {|AISEC301:"-c " + code|}, WorkingDirectory = "/data" });""")]
    public Task Nothing_is_offered_for_other_languages_and_results(string body) => Verify.VerifyNoFixAsync(Tool(body), SdkSet.Stubs, Configure);

    [Theory]
    [InlineData("await CSharpScript.RunAsync({|AISEC301:code|});", "await sandbox.ExecuteAsync(code, cancellationToken);")]
    [InlineData("return (await CSharpScript.EvaluateAsync({|AISEC301:code|})).ToString();", "return (await sandbox.ExecuteAsync(code, cancellationToken)).StandardOutput;")]
    [InlineData("PowerShell.Create().AddScript({|AISEC301:code|}).Invoke();", "await sandbox.ExecuteAsync(code, cancellationToken);")]
    [InlineData("await PowerShell.Create().AddScript({|AISEC301:code|}).InvokeAsync();", "await sandbox.ExecuteAsync(code, cancellationToken);")]
    [InlineData("""System.Diagnostics.Process.Start("pwsh", {|AISEC301:$"-Command \"{code}\""|});""", "await sandbox.ExecuteAsync(code, cancellationToken);")]
    public Task Languages_of_the_pool_s_own_container(string body, string fixedBody) => Verify.VerifyFixAsync(Script(body), Script(fixedBody), "AISEC301.sandbox", set: SdkSet.Stubs, configure: static test =>
    {
        Configure(test);
        test.SetOption("ai_security.pool_languages", "csharp, powershell");
    });

    [Theory]
    [InlineData("await CSharpScript.RunAsync({|AISEC301:code|});")]
    [InlineData("PowerShell.Create().AddScript({|AISEC301:code|}).Invoke();")]
    [InlineData("""System.Diagnostics.Process.Start("pwsh", {|AISEC301:$"-Command \"{code}\""|});""")]
    public Task Nothing_is_offered_in_languages_of_no_pool(string body) => Verify.VerifyNoFixAsync(Script(body), SdkSet.Stubs, Configure);

    [Theory]
    [InlineData("foreach (var line in PowerShell.Create().AddScript({|AISEC301:code|}).Invoke()) await Task.Yield();")]
    [InlineData("var shell = PowerShell.Create(); shell.AddScript({|AISEC301:code|}); shell.Invoke();")]
    public Task Nothing_is_offered_where_what_ran_is_used_elsewhere(string body) => Verify.VerifyNoFixAsync(Script(body), SdkSet.Stubs, static test =>
    {
        Configure(test);
        test.SetOption("ai_security.pool_languages", "powershell");
    });

    [Fact]
    public Task Nothing_is_offered_without_the_package() => Verify.VerifyNoFixAsync(
        """
        using Microsoft.SemanticKernel;

        public class Calculator(Jint.Engine engine)
        {
            [KernelFunction]
            public string? Run(string code) => engine.Evaluate({|AISEC301:code|}).ToString();
        }
        """,
        configure: Configure);

    private static string Tool(string body) => $$"""
        using AiSecurity.Guards;
        using Jint;
        using Microsoft.SemanticKernel;
        using Python.Runtime;

        public class Calculator(Engine engine, SandboxedSession sandbox)
        {
            public Engine Engine => engine;

            public int Other() => PythonEngine.RunSimpleString("1");

            public SandboxedSession Session => sandbox;

            [KernelFunction]
            public async Task<string?> Run(string code, CancellationToken cancellationToken)
            {
                await Task.Yield();
                {{body}}
                return null;
            }
        }

        """;

    private static string Script(string body) => $$"""
        using AiSecurity.Guards;
        using Microsoft.CodeAnalysis.CSharp.Scripting;
        using Microsoft.SemanticKernel;
        using System.Management.Automation;

        public class Calculator(SandboxedSession sandbox)
        {
            public SandboxedSession Session => sandbox;

            public object Shell() => PowerShell.Create();

            public object Other() => CSharpScript.EvaluateAsync("1");

            [KernelFunction]
            public async Task<string?> Run(string code, CancellationToken cancellationToken)
            {
                await Task.Yield();
                {{body}}
                return null;
            }
        }

        """;

    private static void Configure(Verify.Test test)
    {
        test.AddSource("/0/Engines.cs", Engines);
        test.AddSource(ModelFixSource.UsingsFile, ModelFixSource.Usings);
    }
}
