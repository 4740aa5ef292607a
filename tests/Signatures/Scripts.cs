// Script engines: names and parameters as the sources of the libraries have them.
#nullable enable
namespace Lua
{
    using System;
    using System.Threading;
    using System.Threading.Tasks;

    public readonly struct LuaValue { }

    public sealed class LuaTable { }

    public sealed class LuaClosure { }

    public sealed class LuaState
    {
        public static LuaState Create() => throw null!;
        public LuaClosure Load(ReadOnlySpan<char> chunk, string chunkName, LuaTable? environment = null) => throw null!;
        public LuaClosure Load(ReadOnlySpan<byte> chunk, string? chunkName = null, string mode = "bt", LuaTable? environment = null) => throw null!;
    }

    public static class LuaStateExtensions
    {
        public static ValueTask<LuaClosure> LoadFileAsync(this LuaState state, string fileName, string mode, LuaTable? environment, CancellationToken cancellationToken) => throw null!;
        public static ValueTask<int> DoStringAsync(this LuaState state, string source, Memory<LuaValue> results, string? chunkName = null, CancellationToken cancellationToken = default) => throw null!;
        public static ValueTask<LuaValue[]> DoStringAsync(this LuaState state, string source, string? chunkName = null, CancellationToken cancellationToken = default) => throw null!;
        public static ValueTask<LuaValue[]> ExecuteAsync(this LuaState state, ReadOnlySpan<byte> source, string chunkName, CancellationToken cancellationToken = default) => throw null!;
        public static ValueTask<LuaValue[]> ExecuteAsync(this LuaState state, LuaClosure closure, CancellationToken cancellationToken = default) => throw null!;
        public static ValueTask<LuaValue[]> DoFileAsync(this LuaState state, string path, CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace MoonSharp.Interpreter
{
    using System.Threading.Tasks;

    public partial class Script
    {
        public DynValue LoadFile(string filename, Table? globalContext = null, string? friendlyFilename = null) => throw null!;
        public DynValue DoFile(string filename, Table? globalContext = null, string? codeFriendlyName = null) => throw null!;
        public static DynValue RunFile(string filename) => throw null!;
    }

    public static class AsyncExtensions
    {
        public static Task<DynValue> DoStringAsync(this Script script, string code, Table? globalContext = null, string? codeFriendlyName = null) => throw null!;
        public static Task<DynValue> DoFileAsync(this Script script, string filename, Table? globalContext = null, string? codeFriendlyName = null) => throw null!;
        public static Task<DynValue> LoadFunctionAsync(this Script script, string code, Table? globalTable = null, string? funcFriendlyName = null) => throw null!;
        public static Task<DynValue> LoadStringAsync(this Script script, string code, Table? globalTable = null, string? codeFriendlyName = null) => throw null!;
        public static Task<DynValue> LoadFileAsync(this Script script, string filename, Table? globalContext = null, string? friendlyFilename = null) => throw null!;
    }
}

namespace Neo.IronLua
{
    using System;
    using System.Collections.Generic;
    using System.IO;

    public sealed class LuaResult { }

    public sealed class LuaChunk { }

    public sealed class LuaCompileOptions { }

    public partial class Lua
    {
        public LuaChunk CompileChunk(string fileName, LuaCompileOptions? options, params KeyValuePair<string, Type>[] args) => throw null!;
        public LuaChunk CompileChunk(TextReader tr, string name, LuaCompileOptions? options, params KeyValuePair<string, Type>[] args) => throw null!;
        public LuaChunk CompileChunk(string code, string name, LuaCompileOptions? options, params KeyValuePair<string, Type>[] args) => throw null!;
        public T CreateLambda<T>(string name, string code, params string[] argumentNames) where T : class => throw null!;
        public LuaGlobal CreateEnvironment() => throw null!;
    }

    public class LuaGlobal
    {
        public LuaResult DoChunk(string fileName, params KeyValuePair<string, object>[] args) => throw null!;
        public LuaResult DoChunk(string code, string name, params KeyValuePair<string, object>[] args) => throw null!;
        public LuaResult DoChunk(TextReader tr, string name, params KeyValuePair<string, object>[] args) => throw null!;
    }
}

namespace Microsoft.Scripting.Hosting
{
    using System.Text;

    public sealed partial class ScriptEngine
    {
        public ScriptScope ExecuteFile(string path) => throw null!;
        public ScriptSource CreateScriptSourceFromFile(string path) => throw null!;
        public ScriptSource CreateScriptSourceFromFile(string path, Encoding encoding) => throw null!;
    }
}

namespace CSScriptLib
{
    using System.Reflection;

    public sealed class CompileInfo { }

    public interface IEvaluator
    {
        Assembly CompileCode(string scriptText, CompileInfo? info = null);
        Assembly CompileMethod(string code, CompileInfo? info = null);
        object CreateDelegate(string code);
        object LoadCode(string scriptText, params object[] args);
        T LoadCode<T>(string scriptText, params object[] args) where T : class;
        dynamic Eval(string scriptText);
        T LoadDelegate<T>(string code) where T : class;
        object LoadFile(string scriptFile, params object[] args);
        object LoadMethod(string code);
        void Check(string scriptText);
    }

    public static class CSScript { public static IEvaluator Evaluator => throw null!; }
}

namespace NiL.JS
{
    public class Module { public Module(string code) { } public Module(string path, string code) { } public void Run() { } }

    public sealed class Script { public static Script Parse(string code) => throw null!; public Core.JSValue Evaluate(Core.Context context) => throw null!; }
}

namespace NiL.JS.Core
{
    public class JSValue { }

    public class Context
    {
        public JSValue Eval(string code, bool suppressScopeCreation = false) => throw null!;
        public JSValue Eval(string sourceCode, JSValue thisBind, bool suppressScopeCreation = false) => throw null!;
    }
}

namespace YantraJS
{
    public class CoreScript { public static Core.JSValue Evaluate(string code, string? location = null) => throw null!; }
}

namespace YantraJS.Core
{
    using System.Threading.Tasks;

    public class JSValue { }

    public class JSContext
    {
        public JSValue Eval(string code, string? codeFilePath = null) => throw null!;
        public JSValue Execute(string code, string? codeFilePath = null) => throw null!;
        public Task<JSValue> ExecuteAsync(string code, string? codeFilePath = null) => throw null!;
    }
}

namespace Westwind.Scripting
{
    using System.Threading.Tasks;

    public class CSharpScriptExecution
    {
        public object ExecuteMethod(string code, string methodName, params object[] parameters) => throw null!;
        public object Evaluate(string code, params object[] parameters) => throw null!;
        public object ExecuteCode(string code, params object[] parameters) => throw null!;
        public Task<object> ExecuteCodeAsync(string code, params object[] parameters) => throw null!;
        public bool CompileAssembly(string source, bool noLoad = false) => throw null!;
        public dynamic CompileClass(string code) => throw null!;
    }

    public class ScriptParser
    {
        public string ExecuteScript(string script, object model) => throw null!;
        public Task<string> ExecuteScriptAsync(string script, object model) => throw null!;
    }
}
