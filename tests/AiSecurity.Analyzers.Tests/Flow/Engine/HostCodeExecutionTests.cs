using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>AISEC301: code that a model wrote, where it runs.</summary>
public class HostCodeExecutionTests
{
    public static TheoryData<string, string> Programs => new()
    {
        { "interpreter", "Process.Start(\"python\", {|AISEC301:$\"-c \\\"{answer}\\\"\"|});" },
        { "interpreter with a version", "Process.Start(\"python3.12\", {|AISEC301:\"-c \" + answer|});" },
        { "interpreter with its folder", "Process.Start(\"/usr/bin/bash\", {|AISEC301:\"-c \" + answer|});" },
        { "interpreter with its folder on Windows", "Process.Start(@\"C:\\Windows\\System32\\cmd.exe\", {|AISEC301:\"/c \" + answer|});" },
        { "list of arguments", "Process.Start(\"bash\", {|AISEC301:new[] { \"-c\", answer }|});" },
        { "start info", "Process.Start(new ProcessStartInfo(\"pwsh\") { Arguments = {|AISEC301:answer|} });" },
        { "start info from a helper", "Process.Start(Info({|AISEC301:answer|}));".Replace("{|AISEC301:answer|}", "answer") },
        { "argument list of an initialiser", "Process.Start(new ProcessStartInfo(\"node\") { ArgumentList = { \"-e\", {|AISEC301:answer|} } });" },
        { "checked path in an argument list", "var root = Path.GetFullPath(\"in\") + \"/\"; var full = Path.GetFullPath(Path.Combine(root, answer)); if (!full.StartsWith(root)) return; var info = new ProcessStartInfo(Environment.GetEnvironmentVariable(\"PDF\")!); info.ArgumentList.Add(full); Process.Start(info);" },
        { "unchecked path in an argument list", "var info = new ProcessStartInfo(Environment.GetEnvironmentVariable(\"PDF\")!); info.ArgumentList.Add({|AISEC301:Path.Combine(\"in\", answer)|}); Process.Start(info);" },
        { "encoded command", "Process.Start(\"pwsh\", {|AISEC301:\"-EncodedCommand \" + Convert.ToBase64String(System.Text.Encoding.Unicode.GetBytes(answer))|});" },
        { "any program at all", "Process.Start({|AISEC301:answer|}, \"--version\");" },
        { "page of a website of the application's choice", "Process.Start(new ProcessStartInfo(\"https://doi.org/\" + answer) { UseShellExecute = true });" },
        { "page of a website, in a variable", "var url = $\"https://learn.microsoft.com/{answer}\"; Process.Start(new ProcessStartInfo { FileName = url, UseShellExecute = true });" },
        { "any website", "Process.Start(new ProcessStartInfo({|AISEC301:\"https://\" + answer|}) { UseShellExecute = true });" },
        { "web page by its scheme", "if (!Uri.TryCreate(answer, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps) return; Process.Start(new ProcessStartInfo(uri.AbsoluteUri) { UseShellExecute = true });" },
        { "web page by one of two schemes", "if (Uri.TryCreate(answer, UriKind.Absolute, out var uri) && (uri.Scheme == \"http\" || Uri.UriSchemeHttps == uri.Scheme)) Process.Start(new ProcessStartInfo { FileName = uri.ToString(), UseShellExecute = true });" },
        { "web page by a pattern", "if (Uri.TryCreate(answer, UriKind.Absolute, out var uri) && uri.Scheme is \"http\" or \"https\") Process.Start(new ProcessStartInfo { FileName = uri.ToString(), UseShellExecute = true });" },
        { "web page by its beginning", "if (answer.StartsWith(\"https://\", StringComparison.Ordinal)) Process.Start(new ProcessStartInfo(answer) { UseShellExecute = true });" },
        { "address of any scheme", "if (Uri.TryCreate(answer, UriKind.Absolute, out var uri)) Process.Start(new ProcessStartInfo({|AISEC301:uri.AbsoluteUri|}) { UseShellExecute = true });" },
        { "address of a file or page", "if (Uri.TryCreate(answer, UriKind.Absolute, out var uri) && uri.Scheme is \"file\" or \"https\") Process.Start(new ProcessStartInfo({|AISEC301:uri.AbsoluteUri|}) { UseShellExecute = true });" },
        { "no web page", "if (Uri.TryCreate(answer, UriKind.Absolute, out var uri) && uri.Scheme != \"https\") Process.Start(new ProcessStartInfo({|AISEC301:uri.AbsoluteUri|}) { UseShellExecute = true });" },
        { "begins like a web page", "if (answer.StartsWith(\"http\")) Process.Start(new ProcessStartInfo({|AISEC301:answer|}) { UseShellExecute = true });" },
        { "web page in a command", "if (answer.StartsWith(\"https://\")) Process.Start(\"cmd\", {|AISEC301:\"/c start \" + answer|});" },
        { "program in a folder", "Process.Start(new ProcessStartInfo({|AISEC301:\"/usr/bin/\" + answer|}));" },
        { "file name of a start info", "Process.Start(new ProcessStartInfo { FileName = {|AISEC301:answer|}, Arguments = \"a\" });" },
        { "another program", "Process.Start(\"git\", \"checkout \" + answer);" },
        { "another program's argument list", "var info = new ProcessStartInfo(\"ffmpeg\"); info.ArgumentList.Add(answer); Process.Start(info);" },
        { "another program initialised", "Process.Start(new ProcessStartInfo { FileName = \"git\", Arguments = answer });" },
        { "container", "Process.Start(\"docker\", \"run --rm --network none python python -c \" + answer);" },
        { "constant code", "Console.WriteLine(answer); Process.Start(\"python\", \"-c 'print(1)'\");" },
        { "one of constants", "Process.Start(\"bash\", answer == \"list\" ? \"-c ls\" : \"-c pwd\");" },
        { "number", "Process.Start(\"python\", $\"-c 'print({int.Parse(answer)})'\");" },
        { "allow-list", "if (!Allowed.Contains(answer)) return; Process.Start(\"bash\", \"-c \" + answer);" },
        { "allow-list the wrong way round", "if (Allowed.Contains(answer)) return; Process.Start(\"bash\", {|AISEC301:\"-c \" + answer|});" },
        { "first word compared", "if (answer.Split(' ')[0] == \"ls\") Process.Start(\"bash\", {|AISEC301:\"-c \" + answer|});" },
        { "first word in a set", "if (Allowed.Contains(answer.Split(' ')[0])) Process.Start(\"bash\", {|AISEC301:\"-c \" + answer|});" },
        { "first word compared by a pattern", "if (answer.Split(' ') is [\"ls\", ..]) Process.Start(\"bash\", {|AISEC301:\"-c \" + answer|});" },
        { "beginning compared", "if (answer.Substring(0, 2) == \"ls\") Process.Start(\"bash\", {|AISEC301:\"-c \" + answer|});" },
        { "beginning equal", "if (answer[..2].Equals(\"ls\", StringComparison.Ordinal)) Process.Start(\"bash\", {|AISEC301:\"-c \" + answer|});" },
        { "beginning tested", "if (answer.StartsWith(\"ls \")) Process.Start(\"bash\", {|AISEC301:\"-c \" + answer|});" },
        { "word not in it", "if (!answer.Contains(\"rm\")) Process.Start(\"bash\", {|AISEC301:\"-c \" + answer|});" },
        { "equal apart from case", "if (answer.Trim().ToLowerInvariant() == \"ls\") Process.Start(\"bash\", \"-c \" + answer);" },
        { "one of a pattern", "if (answer is \"ls\" or \"pwd\") Process.Start(\"bash\", \"-c \" + answer);" },
        { "user's text", "Process.Start(\"bash\", text);" },
    };

    public static TheoryData<string, string> Files => new()
    {
        { "file run", "File.WriteAllText(\"run.py\", answer); Process.Start(\"python\", {|AISEC301:\"run.py\"|});" },
        { "file run asynchronously", "await File.WriteAllTextAsync(\"run.sh\", answer); Process.Start(\"bash\", {|AISEC301:\"./run.sh\"|});" },
        { "file by a variable", "var path = Path.Combine(Path.GetTempPath(), \"run.py\"); File.WriteAllText(path, answer); Process.Start(\"python\", {|AISEC301:path|});" },
        { "file by a random name", "var path = Path.GetTempFileName(); await File.WriteAllTextAsync(path, answer); Process.Start(new ProcessStartInfo(\"python\", {|AISEC301:$\"\\\"{path}\\\"\"|}));" },
        { "file as an executable", "var path = Path.GetTempFileName(); File.WriteAllBytes(path, Convert.FromBase64String(answer)); Process.Start({|AISEC301:path|});" },
        { "file loaded", "var path = Path.GetTempFileName(); File.WriteAllBytes(path, Convert.FromBase64String(answer)); Assembly.LoadFrom({|AISEC301:path|});" },
        { "writer", "var path = Path.GetTempFileName(); using (var writer = new StreamWriter(path)) writer.Write(answer); Process.Start(\"python\", {|AISEC301:path|});" },
        { "writer of a text file", "using (var writer = File.CreateText(\"run.py\")) await writer.WriteLineAsync(answer); Process.Start(\"python\", {|AISEC301:\"run.py\"|});" },
        { "writer of another file", "var path = Path.GetTempFileName(); using (var writer = new StreamWriter(\"notes.txt\")) writer.Write(answer); Process.Start(\"python\", path);" },
        { "writer of constants", "var path = Path.GetTempFileName(); using (var writer = new StreamWriter(path)) writer.Write(\"print(1)\"); Process.Start(\"python\", path); Console.WriteLine(answer);" },
        { "stream", "var path = Path.GetTempFileName(); using (var stream = File.Create(path)) stream.Write(Encoding.UTF8.GetBytes(answer)); Process.Start(\"python\", {|AISEC301:path|});" },
        { "file of data that is shown", "var path = Path.Combine(Path.GetTempPath(), $\"image-{DateTime.Now:yyyyMMdd}.png\"); File.WriteAllBytes(path, Convert.FromBase64String(answer)); Process.Start(new ProcessStartInfo(path) { UseShellExecute = true });" },
        { "file of data by a variable", "var name = text.Length > 3 ? \"a.md\" : \"b.txt\"; var path = \"out/\" + name; File.WriteAllText(path, answer); Process.Start(\"open\", path); Process.Start(new ProcessStartInfo(path) { UseShellExecute = true });" },
        { "file of code that is opened", "var path = Path.Combine(Path.GetTempPath(), $\"run-{DateTime.Now:yyyyMMdd}.bat\"); File.WriteAllText(path, answer); Process.Start(new ProcessStartInfo({|AISEC301:path|}) { UseShellExecute = true });" },
        { "file by its name in its folder", "var path = Path.Combine(Path.GetTempPath(), \"run.py\"); File.WriteAllText(path, answer); Process.Start(new ProcessStartInfo(\"python3\", {|AISEC301:\"run.py\"|}) { WorkingDirectory = Path.GetTempPath() });" },
        { "file that a program of another file reads", "File.WriteAllText(\"config.yaml\", answer); Process.Start(\"python\", \"train.py config.yaml\");" },
        { "file behind options", "File.WriteAllText(\"run.py\", answer); Process.Start(\"python3.11\", {|AISEC301:\"-u -W ignore ./v1.2/run.py config.yaml\"|});" },
        { "another file in its folder", "var path = Path.Combine(Path.GetTempPath(), \"run.py\"); File.WriteAllText(path, answer); Process.Start(new ProcessStartInfo(\"python3\", \"main.py\") { WorkingDirectory = Path.GetTempPath() });" },
        { "notes in its folder", "var path = Path.Combine(Path.GetTempPath(), \"notes.txt\"); File.WriteAllText(path, answer); Process.Start(new ProcessStartInfo(\"python3\", \"count.py notes.txt\") { WorkingDirectory = Path.GetTempPath() });" },
        { "file that nobody runs", "File.WriteAllText(\"notes.txt\", answer); Process.Start(\"python\", \"run.py\");" },
        { "file of constants", "File.WriteAllText(\"run.py\", \"print(1)\"); Process.Start(\"python\", \"run.py\"); Console.WriteLine(answer);" },
        { "file for another program", "File.WriteAllText(\"notes.md\", answer); Process.Start(\"pandoc\", \"notes.md\");" },
        { "file of code for another program", "File.WriteAllText(\"notes.tex\", answer); Process.Start(\"pandoc\", \"notes.tex\");" },
        { "picture that is opened", "var path = Path.Combine(Path.GetTempPath(), $\"image-{DateTime.Now:HHmmss}.png\"); File.WriteAllBytes(path, Convert.FromBase64String(answer)); Process.Start(new ProcessStartInfo(path) { UseShellExecute = true });" },
        { "report that is opened", "var path = Path.ChangeExtension(Path.GetTempFileName(), \".html\"); File.WriteAllText(path, answer); Process.Start(new ProcessStartInfo { FileName = path, UseShellExecute = true });" },
        { "report of one of two kinds", "var path = Path.GetTempPath() + (answer.Length > 9 ? \"a.pdf\" : \"a.md\"); File.WriteAllText(path, answer); Process.Start(path);" },
        { "picture or program", "var path = Path.GetTempPath() + (answer.Length > 9 ? \"a.png\" : \"a.exe\"); File.WriteAllText(path, answer); Process.Start({|AISEC301:path|});" },
        { "picture by its first name only", "var path = \"image.png\" + Path.GetRandomFileName(); File.WriteAllText(path, answer); Process.Start({|AISEC301:path|});" },
        { "file read again", "var path = Path.GetTempFileName(); File.WriteAllText(path, answer); Console.WriteLine(File.ReadAllText(path));" },
        { "name of the file is no path of the model's", "var path = Path.GetTempFileName(); File.WriteAllText(path, answer); File.Delete(path);" },
    };

    public static TheoryData<string, string> Inputs => new()
    {
        { "standard input", "using var process = Process.Start(new ProcessStartInfo(\"python\") { RedirectStandardInput = true })!; process.StandardInput.Write({|AISEC301:answer|});" },
        { "standard input by lines", "using var process = new Process { StartInfo = new ProcessStartInfo(\"bash\") { RedirectStandardInput = true } }; process.Start(); await process.StandardInput.WriteLineAsync({|AISEC301:answer|});" },
        { "standard input of another program", "using var process = Process.Start(new ProcessStartInfo(\"sort\") { RedirectStandardInput = true })!; process.StandardInput.Write(answer);" },
        { "constant standard input", "using var process = Process.Start(new ProcessStartInfo(\"python\") { RedirectStandardInput = true })!; process.StandardInput.Write(\"print(1)\"); Console.WriteLine(answer);" },
    };

    public static TheoryData<string, string> Scripts => new()
    {
        { "C# script", "await Microsoft.CodeAnalysis.CSharp.Scripting.CSharpScript.EvaluateAsync({|AISEC301:answer|});" },
        { "C# script that is constant", "await Microsoft.CodeAnalysis.CSharp.Scripting.CSharpScript.EvaluateAsync(\"1 + 1\"); Console.WriteLine(answer);" },
        { "PowerShell", "using var shell = System.Management.Automation.PowerShell.Create(); shell.AddScript({|AISEC301:answer|}).Invoke();" },
        { "PowerShell parameter", "using var shell = System.Management.Automation.PowerShell.Create(); shell.AddCommand(\"Get-Item\").AddParameter(\"Path\", answer).Invoke();" },
        { "Jint", "new Jint.Engine().Execute({|AISEC301:answer|});" },
        { "Jint module", "new Jint.Engine().Modules.Add(\"answer\", {|AISEC301:answer|});" },
        { "Jint value", "new Jint.Engine().SetValue(\"input\", answer).Execute(\"input.length\");" },
        { "Python", "Python.Runtime.PythonEngine.Exec({|AISEC301:answer|});" },
        { "Lua", "new NLua.Lua().DoString({|AISEC301:answer|});" },
        { "Lua of a file", "File.WriteAllText(\"run.lua\", answer); new NLua.Lua().DoFile({|AISEC301:\"run.lua\"|});" },
        { "Jurassic", "new Jurassic.ScriptEngine().Execute({|AISEC301:answer|});" },
        { "Jurassic value", "new Jurassic.ScriptEngine().SetGlobalValue(\"input\", answer);" },
        { "Jurassic source", "new Jurassic.ScriptEngine().Compile(new Jurassic.StringScriptSource({|AISEC301:answer|}));" },
        { "assembly", "Assembly.Load({|AISEC301:Convert.FromBase64String(answer)|});" },
        { "compiled and loaded", "var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create(\"a\", [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(answer)]); using var image = new MemoryStream(); compilation.Emit(image); Assembly.Load({|AISEC301:image.ToArray()|});" },
        { "command of CliWrap", "CliWrap.Cli.Wrap({|AISEC301:answer|});" },
        { "worse than a path", "Process.Start({|AISEC301:Path.Combine(\"tools\", answer)|});" },
        { "two mistakes", "File.WriteAllText({|AISEC206:answer|}, \"a\"); Process.Start(\"bash\", {|AISEC301:answer|});" },
    };

    public static TheoryData<string> OtherEngines => [
        "await Lua.LuaState.Create().DoStringAsync({|AISEC301:answer|});",
        "var state = Lua.LuaState.Create(); await state.ExecuteAsync(state.Load({|AISEC301:answer|}, \"answer\"));",
        "var state = Lua.LuaState.Create(); await state.ExecuteAsync({|AISEC301:Encoding.UTF8.GetBytes(answer)|}, \"answer\");",
        "await File.WriteAllTextAsync(\"run.lua\", answer); await Lua.LuaState.Create().DoFileAsync({|AISEC301:\"run.lua\"|});",
        "await Lua.LuaState.Create().DoStringAsync(\"return 1\", answer);",
        "new MoonSharp.Interpreter.Script().DoString({|AISEC301:answer|});",
        "await new MoonSharp.Interpreter.Script().DoStringAsync({|AISEC301:answer|});",
        "await new MoonSharp.Interpreter.Script().LoadFunctionAsync({|AISEC301:answer|});",
        "var path = Path.GetTempFileName(); File.WriteAllText(path, answer); MoonSharp.Interpreter.Script.RunFile({|AISEC301:path|});",
        "new Neo.IronLua.Lua().CreateEnvironment().DoChunk({|AISEC301:answer|}, \"answer.lua\");",
        "new Neo.IronLua.Lua().CompileChunk({|AISEC301:answer|}, \"answer.lua\", null);",
        "new Neo.IronLua.Lua().CreateLambda<Func<int>>(\"answer\", {|AISEC301:answer|});",
        "CSScriptLib.CSScript.Evaluator.Eval({|AISEC301:answer|});",
        "CSScriptLib.CSScript.Evaluator.LoadCode<IDisposable>({|AISEC301:answer|});",
        "CSScriptLib.CSScript.Evaluator.LoadMethod({|AISEC301:answer|});",
        "CSScriptLib.CSScript.Evaluator.Check(answer);",
        "new NiL.JS.Core.Context().Eval({|AISEC301:answer|});",
        "new NiL.JS.Module({|AISEC301:answer|}).Run();",
        "NiL.JS.Script.Parse({|AISEC301:answer|});",
        "new YantraJS.Core.JSContext().Eval({|AISEC301:answer|});",
        "YantraJS.CoreScript.Evaluate({|AISEC301:answer|});",
        "new Westwind.Scripting.CSharpScriptExecution().ExecuteCode({|AISEC301:answer|});",
        "await new Westwind.Scripting.CSharpScriptExecution().ExecuteCodeAsync({|AISEC301:answer|});",
        "new Westwind.Scripting.CSharpScriptExecution().ExecuteCode(\"return (string)@0;\", answer);",
        "new Westwind.Scripting.ScriptParser().ExecuteScript({|AISEC301:answer|}, 1);",
        "Microsoft.Scripting.Hosting.ScriptEngine engine = null!; File.WriteAllText(\"run.py\", answer); engine.ExecuteFile({|AISEC301:\"run.py\"|});",
    ];

    public static TheoryData<string, string> Tools => new()
    {
        { "kernel function", "public class Tool { [Microsoft.SemanticKernel.KernelFunction] public void Run(string code) => Process.Start(\"python\", {|AISEC301:\"-c \" + code|}); }" },
        { "kernel function with another program", "public class Tool { [Microsoft.SemanticKernel.KernelFunction] public void Run(string branch) => Process.Start(\"git\", \"checkout \" + branch); }" },
        { "kernel function with constants", "public class Tool { [Microsoft.SemanticKernel.KernelFunction] public void Run(string unused) => Process.Start(\"bash\", \"-c ls\"); }" },
        { "kernel function that writes and runs", "public class Tool { [Microsoft.SemanticKernel.KernelFunction] public void Run(string code) { File.WriteAllText(\"run.py\", code); Process.Start(\"python\", {|AISEC301:\"run.py\"|}); } }" },
        { "AI function", "public class Tool { public object Make() => Microsoft.Extensions.AI.AIFunctionFactory.Create((string code) => { Process.Start(\"python\", {|AISEC301:\"-c \" + code|}); }); }" },
        { "AI function of a method", "public class Tool { public object Make() => Microsoft.Extensions.AI.AIFunctionFactory.Create(Run); private void Run(string code) => new Jint.Engine().Execute({|AISEC301:code|}); }" },
        { "AI function with a service", "public class Tool { public object Make() => Microsoft.Extensions.AI.AIFunctionFactory.Create(([FromServices] HttpClient http, string code) => { new Jint.Engine().Execute({|AISEC301:code|}); }); }" },
        { "service of an AI function", "public class Runner { public void Run(string code) => new Jint.Engine().Execute({|AISEC301:code|}); } public class Tool(Runner runner) { public object Make() => Microsoft.Extensions.AI.AIFunctionFactory.Create((string code) => runner.Run(code)); }" },
    };

    public static TheoryData<string, string> McpTools => new()
    {
        { "MCP tool", "public class Tool { [McpServerTool] public static void Run(string code) => Process.Start(\"bash\", {|AISEC301:\"-c \" + code|}); }" },
        { "MCP tool with a file", "public class Tool { [McpServerTool] public static string Read(string path) => File.ReadAllText({|AISEC206:path|}); }" },
        { "MCP tool with a number", "public class Tool { [McpServerTool] public static void Wait(int seconds) => Process.Start(\"bash\", $\"-c 'sleep {seconds}'\"); }" },
        { "MCP tool that was created", "public class Tool { public object Make() => McpServerTool.Create((string code) => { Process.Start(\"bash\", {|AISEC301:\"-c \" + code|}); }); }" },
        { "method without the attribute", "public class Tool { public static void Run(string code) => Process.Start(\"bash\", \"-c \" + code); }" },
    };

    /// <summary>The messages of a conversation of agents are what models said, whoever hands them on.</summary>
    [Theory]
    [InlineData("if (messages.Last().ExtractCodeBlock(\"```python\", \"```\") is string code) await kernel.RunSubmitCodeCommandAsync({|AISEC301:code|}, \"python\");")]
    [InlineData("foreach (var code in messages.Last().ExtractCodeBlocks(\"```csharp\", \"```\")) await kernel.RunSubmitCodeCommandAsync({|AISEC301:code|}, \"csharp\");")]
    [InlineData("if (messages.Last().ExtractCodeBlock(\"```python\", \"```\") is string code) await kernel.RunSubmitCodeCommandAsync(\"print(1)\", \"python\");")]
    public Task Code_block_of_a_conversation(string body) => FlowVerifier.VerifyAsync(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using AutoGen.Core;
        using AutoGen.DotnetInteractive.Extension;
        public static class Runner
        {
            public static Func<IEnumerable<IMessage>, Task> Create(object kernel) => async messages =>
            {
                {{body}}
            };
        }
        """, SdkSet.Stubs);

    /// <summary>A library's own project is reported where it executes, and not at each call of what others are warned of.</summary>
    [Theory]
    [InlineData("System.Diagnostics.Process.Start(\"python\", {|AISEC301:\"-c \" + codeBlock|}); return Task.CompletedTask;")]
    [InlineData("return http.PostAsync(\"https://contoso.com/sandbox\", new StringContent(codeBlock));")]
    public Task Member_of_the_catalog_that_the_project_declares(string body) => FlowVerifier.VerifyAsync(
        $$"""
        using System.Net.Http;
        using System.Threading.Tasks;
        using AutoGen.DotnetInteractive.Extension;
        public class Tool(HttpClient http)
        {
            [Microsoft.SemanticKernel.KernelFunction] public Task Run(string code) => http.RunSubmitCodeCommandAsync(code, "python");
        }
        namespace AutoGen.DotnetInteractive.Extension
        {
            public static class KernelExtension
            {
                public static Task RunSubmitCodeCommandAsync(this HttpClient http, string codeBlock, string targetKernelName) { {{body}} }
            }
        }
        """, SdkSet.Platform, static test => test.SolutionTransforms.Add(static (solution, project) => solution.WithProjectAssemblyName(project, "AutoGen.DotnetInteractive")));

    [Theory]
    [MemberData(nameof(Programs))]
    [MemberData(nameof(Files))]
    [MemberData(nameof(Inputs))]
    [MemberData(nameof(Scripts))]
    public Task Output(string name, string body) => FlowVerifier.VerifyAsync(Worker(body, name == "start info from a helper"), SdkSet.Platform);

    [Theory]
    [MemberData(nameof(OtherEngines))]
    public Task Engine_that_cannot_be_restored(string body) => FlowVerifier.VerifyAsync("using Lua;\nusing MoonSharp.Interpreter;\n" + Worker(body), SdkSet.Stubs);

    [Theory]
    [MemberData(nameof(Tools))]
    public Task Tool_argument(string name, string source)
    {
        _ = name;
        return FlowVerifier.VerifyAsync(Endpoint.Usings + "using System.Diagnostics;\n" + source, SdkSet.Platform);
    }

    [Theory]
    [MemberData(nameof(McpTools))]
    public Task Mcp_tool_argument(string name, string source)
    {
        _ = name;
        return FlowVerifier.VerifyAsync("using System.Diagnostics;\nusing ModelContextProtocol.Server;\n" + source);
    }

    [Theory]
    [InlineData("ai_security.host_is_sandboxed", "true", false)]
    [InlineData("ai_security.AISEC301.host_is_sandboxed", "true", false)]
    [InlineData("ai_security.host_is_sandboxed", "false", true)]
    [InlineData("ai_security.host_is_sandboxed", "yes", true)]
    public Task Host_that_is_a_sandbox(string option, string value, bool isDue) => FlowVerifier.VerifyAsync(
        Worker("Process.Start(\"bash\", " + (isDue ? "{|AISEC301:answer|}" : "answer") + "); File.Delete({|AISEC206:answer|});"),
        SdkSet.Platform,
        test => test.SetOption(option, value));

    /// <summary>A function that is given to a library which is missing may run.</summary>
    [Theory]
    [InlineData("Task<object> Run() => Task.FromResult<object>(Process.Start(\"python\", {|AISEC301:answer|})!); await host.SpinAsync(Run, \"a\").ConfigureAwait(false);")]
    [InlineData("await host.SpinAsync(() => Process.Start(\"python\", {|AISEC301:answer|}), \"a\");")]
    [InlineData("var code = answer; host.Each(code, Start);")]
    [InlineData("await host.SpinAsync(answer.Length);")]
    public Task Function_given_to_a_missing_library(string body) => FlowVerifier.VerifyAsync(Endpoint.Usings + $$"""
        using System.Diagnostics;
        public class Worker(IChatClient client, Missing host)
        {
            public async Task RunAsync(string name)
            {
                var answer = (await client.GetResponseAsync("Write code.")).Text;
                {{body}}
            }

            private static void Start(string input) => Process.Start("python", {{(body.Contains("Each") ? "{|AISEC301:input|}" : "input")}});
        }
        """, SdkSet.Platform, test => test.TolerateCompileErrors());

    /// <summary>A program that only the callers name: what it is given counts when one of them names an interpreter, or nobody can tell.</summary>
    [Theory]
    [InlineData("private", "\"xclip\"", "info.FileName = tool", false)]
    [InlineData("private", "OperatingSystem.IsMacOS() ? \"pbcopy\" : \"xclip\"", "info.FileName = tool", false)]
    [InlineData("private", "OperatingSystem.IsMacOS() ? \"pbcopy\" : \"bash\"", "info.FileName = tool", true)]
    [InlineData("private", "name", "info.FileName = tool", true)]
    [InlineData("public", "\"xclip\"", "info.FileName = tool", true)]
    [InlineData("private", "\"xclip\"", "info = new ProcessStartInfo(tool)", false)]
    [InlineData("private", "\"python\"", "info = new ProcessStartInfo(tool)", true)]
    public Task Program_that_callers_name(string access, string tool, string choice, bool isDue) => FlowVerifier.VerifyAsync(Endpoint.Usings + $$"""
        using System.Diagnostics;
        public class Worker(IChatClient client)
        {
            public async Task RunAsync(string name)
            {
                var answer = (await client.GetResponseAsync("Write code.")).Text;
                Start({{tool}}, answer);
            }

            {{access}} void Start(string tool, string input)
            {
                ProcessStartInfo info = new();
                {{choice}};
                info.RedirectStandardInput = true;
                using (Process process = new())
                {
                    process.StartInfo = info;
                    process.Start();
                    process.StandardInput.Write({{(isDue ? "{|AISEC301:input|}" : "input")}});
                    process.StandardInput.Close();
                }
            }
        }
        """, SdkSet.Platform);

    [Theory]
    [InlineData("\"git\"", false)]
    [InlineData("\"bash\"", true)]
    [InlineData("name", true)]
    public Task Program_and_arguments_that_callers_name(string tool, bool isDue) => FlowVerifier.VerifyAsync(Endpoint.Usings + $$"""
        using System.Diagnostics;
        public class Worker(IChatClient client)
        {
            public async Task RunAsync(string name)
            {
                var answer = (await client.GetResponseAsync("Write code.")).Text;
                Start({{tool}}, answer);
            }

            private static void Start(string tool, string input) => Process.Start(tool, {{(isDue ? "{|AISEC301:input|}" : "input")}});
        }
        """, SdkSet.Platform);

    private static string Worker(string body, bool isHelperDue = false) => Endpoint.Usings + $$"""
        using System.Diagnostics;
        using System.Reflection;
        public class Worker(IChatClient client)
        {
            private static readonly HashSet<string> Allowed = new() { "ls", "pwd" };
            private static ProcessStartInfo Info(string code) => new("bash", {{(isHelperDue ? "{|AISEC301:code|}" : "code")}});
            public async Task RunAsync(string text)
            {
                var answer = (await client.GetResponseAsync("Write code.")).Text;
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("new AgentSkillsProviderBuilder().UseFileScriptRunner(RunAsync)", "python", true)]
    [InlineData("new AgentSkillsProvider(\"skills\", RunAsync)", "python", true)]
    [InlineData("new AgentSkillsProviderBuilder().UseFileScriptRunner(RunAsync)", "git", false)]
    public Task Script_runner_of_skills(string registration, string program, bool isDue) => FlowVerifier.VerifyAsync(Endpoint.Usings + $$"""
        using System.Diagnostics;
        using Microsoft.Agents.AI;
        public static class Skills
        {
            public static object Add() => {{registration}};

            private static Task<object?> RunAsync(AgentFileSkill skill, AgentFileSkillScript script, JsonElement? arguments, IServiceProvider? services, CancellationToken cancellationToken)
            {
                var info = new ProcessStartInfo { FileName = "{{program}}" };
                info.ArgumentList.Add(script.FullPath);
                foreach (var element in arguments!.Value.EnumerateArray())
                    info.ArgumentList.Add({{(isDue ? "{|AISEC301:element.GetString()|}!" : "element.GetString()!")}});
                Process.Start(info);
                return Task.FromResult<object?>(null);
            }
        }
        """);
}
