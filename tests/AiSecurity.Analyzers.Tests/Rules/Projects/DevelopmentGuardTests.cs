using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Tests.Rules.Projects;

/// <summary>Calls of <c>Dev()</c> run in development only, calls of <c>Any()</c> anywhere.</summary>
public class DevelopmentGuardTests
{
    private const string Frame = """
        using System;
        using System.Diagnostics;
        using System.Linq;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Hosting;
        #pragma warning disable
        class C(IHostEnvironment env, WebApplicationBuilder builder, WebApplication app, IConfiguration config)
        {
            private readonly bool _local = env.IsDevelopment();
            private bool Local => env.IsDevelopment();
            private bool _open = true;
            private bool CheckLocal() => env.IsDevelopment() && config["a"] == "b";
            static int Dev() => 1;
            static int Any() => 2;
        {0}
        }
        """;

    [Theory]
    [InlineData("if (env.IsDevelopment()) Dev(); else Any(); Any();")]
    [InlineData("if (app.Environment.IsDevelopment()) { Dev(); } Any();")]
    [InlineData("if (!builder.Environment.IsDevelopment()) { Any(); } else { Dev(); }")]
    [InlineData("if (env.IsProduction()) { Any(); } else { Dev(); }")]
    [InlineData("if (!env.IsProduction()) Dev(); Any();")]
    [InlineData("if (env.IsEnvironment(\"Development\")) Dev(); Any();")]
    [InlineData("if (env.IsEnvironment(\"Production\")) Any(); else Dev();")]
    [InlineData("if (env.IsEnvironment(Environments.Development)) Dev();")]
    [InlineData("if (env.IsEnvironment(\"Staging\")) Any(); else Any();")]
    [InlineData("if (env.IsStaging()) Any();")]
    [InlineData("if (env.EnvironmentName == \"Development\") Dev(); else Any();")]
    [InlineData("if (env.EnvironmentName == Environments.Development) Dev();")]
    [InlineData("if (\"Production\" != env.EnvironmentName) Dev(); else Any();")]
    [InlineData("if (env.EnvironmentName is \"Development\") Dev();")]
    [InlineData("if (env.EnvironmentName is not \"Development\") Any(); else Dev();")]
    [InlineData("if (env.EnvironmentName.Equals(\"development\", StringComparison.OrdinalIgnoreCase)) Dev(); else Any();")]
    [InlineData("if (string.Equals(env.EnvironmentName, \"Development\")) Dev();")]
    [InlineData("if (Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == \"Development\") Dev(); Any();")]
    [InlineData("if (Debugger.IsAttached) Dev(); else Any();")]
    [InlineData("if (config[\"Color\"] == \"red\") Any(); if (_open) Any();")]
    public void Conditions(string body) => Check("void M() { " + body + " }");

    [Theory]
    [InlineData("var x = env.IsDevelopment() ? Dev() : Any();")]
    [InlineData("var x = !env.IsDevelopment() ? Any() : Dev();")]
    [InlineData("var x = env.IsDevelopment() && Dev() == 1 || Any() == 1;")]
    [InlineData("var x = env.IsProduction() || Dev() == 1;")]
    [InlineData("var x = env.EnvironmentName switch { \"Development\" => Dev(), \"Production\" => Any(), _ => Any() };")]
    [InlineData("var x = env.IsDevelopment() switch { true => Dev(), false => Any() };")]
    [InlineData("switch (env.EnvironmentName) { case \"Development\": case \"Local\": Dev(); break; case \"Test\": Any(); break; default: Any(); break; }")]
    [InlineData("switch (env.EnvironmentName) { case \"Development\": case \"Test\": Any(); break; }")]
    public void Expressions_and_switches(string body) => Check("void M() { " + body + " }");

    [Theory]
    [InlineData("if (env.IsDevelopment() && config[\"a\"] == \"b\") Dev(); else Any();")]
    [InlineData("if (config[\"a\"] == \"b\" && env.IsDevelopment()) Dev();")]
    [InlineData("if (env.IsDevelopment() || config[\"a\"] == \"b\") Any();")]
    [InlineData("if (env.IsProduction() || config[\"a\"] == \"b\") Any(); else Dev();")]
    [InlineData("if (!(env.IsProduction() || config[\"a\"] == \"b\")) Dev();")]
    [InlineData("if (!(env.IsDevelopment() && config[\"a\"] == \"b\")) Any();")]
    [InlineData("if (env.IsDevelopment() == true) Dev(); if (env.IsDevelopment() == false) Any(); else Dev();")]
    [InlineData("if (env.IsDevelopment() is false) Any(); else Dev();")]
    [InlineData("if (env?.IsDevelopment() ?? false) Dev();")]
    [InlineData("if (env!.IsDevelopment()) { if (config[\"a\"] == \"b\") { foreach (var i in new[] { 1 }) Dev(); } } Any();")]
    public void Combined_conditions(string body) => Check("void M() { " + body + " }");

    [Theory]
    [InlineData("if (!env.IsDevelopment()) return; Dev();")]
    [InlineData("if (!env.IsDevelopment()) { Any(); throw new Exception(); } Dev();")]
    [InlineData("if (env.IsDevelopment()) { Dev(); } else { return; } Dev();")]
    [InlineData("if (env.IsDevelopment()) return; Any();")]
    [InlineData("if (!env.IsDevelopment()) { Any(); } Any();")]
    [InlineData("foreach (var i in new[] { 1, 2 }) { if (env.IsProduction()) continue; Dev(); } Any();")]
    [InlineData("{ if (!env.IsDevelopment()) return; } Any();")]
    public void Early_returns(string body) => Check("void M() { " + body + " }");

    [Theory]
    [InlineData("void M() { var local = env.IsDevelopment(); if (local) Dev(); else Any(); }")]
    [InlineData("void M() { bool local = config[\"a\"] == \"b\" && env.IsDevelopment(); if (local) Dev(); }")]
    [InlineData("void M() { if (_local) Dev(); else Any(); }")]
    [InlineData("void M() { if (Local) Dev(); else Any(); }")]
    [InlineData("void M() { if (this.Local) Dev(); }")]
    [InlineData("void M() { if (CheckLocal()) Dev(); else Any(); }")]
    [InlineData("void M(bool isDevelopment) { if (isDevelopment) Dev(); else Any(); }")]
    [InlineData("void M(bool isProduction, bool useIt) { if (isProduction) Any(); else Dev(); if (useIt) Any(); }")]
    [InlineData("void M() { var local = env.IsDevelopment(); local = config[\"a\"] == \"b\"; if (local) Any(); }")]
    [InlineData("void M() { var name = env.EnvironmentName; if (name == \"Development\") Dev(); }")]
    public void What_a_variable_remembers(string members) => Check(members);

    [Theory]
    [InlineData("void M() { if (env.IsDevelopment()) { Action a = () => Dev(); a(); } Action b = () => Any(); }")]
    [InlineData("void M() { if (env.IsDevelopment()) { new[] { 1 }.Select(i => Dev()).ToList(); } }")]
    [InlineData("[Conditional(\"DEBUG\")] void M() { Dev(); } void N() { Any(); }")]
    [InlineData("[Conditional(\"TRACE\")] void M() { Any(); }")]
    public void Functions(string members) => Check(members);

    [Theory]
    [InlineData("void M() {\n#if DEBUG\n Dev();\n#else\n Any();\n#endif\n Any(); }")]
    [InlineData("void M() {\n#if !DEBUG\n Any();\n#else\n Dev();\n#endif\n Any(); }")]
    [InlineData("void M() {\n#if RELEASE\n Any();\n#else\n Dev();\n#endif\n}")]
    [InlineData("void M() {\n#if DEBUG\n#if OTHER\n Any();\n#else\n Dev();\n#endif\n#endif\n Any(); }")]
    [InlineData("void M() {\n#if OTHER\n Any();\n#elif DEBUG\n Dev();\n#else\n Any();\n#endif\n}")]
    [InlineData("void M() {\n#if DEBUG\n Dev();\n#endif\n#if TRACE || DEBUG\n Any();\n#endif\n}")]
    [InlineData("#if DEBUG\nvoid M() { Dev(); }\n#endif\nvoid N() { Any(); }")]
    [InlineData("#region DEBUG\nvoid N() { Any(); }\n#endregion")]
    public void Compilation_symbols(string members) => Check(members);

    [Fact]
    public void Members_that_do_not_bind_count_by_name() => Check("void M(Missing env2) { if (env2.IsDevelopment()) Dev(); else Any(); if (env2.Other()) Any(); }", mayHaveErrors: true);

    /// <summary>A method of that name with another meaning says nothing.</summary>
    [Fact]
    public void Members_of_other_types_do_not_count() => Check("class Product { public bool IsProduction() => DateTime.Now.Hour > 1; public bool IsAttached => DateTime.Now.Hour > 2; } void M(Product p) { if (p.IsProduction()) Any(); else Any(); if (p.IsAttached) Any(); }");

    [Fact]
    public void Top_level_statements()
    {
        const string source = """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.Hosting;
            var app = WebApplication.Create();
            Any();
            if (!app.Environment.IsDevelopment())
                return;
            Dev();
            static void Any() { }
            static void Dev() { }
            """;
        CheckSource(source, mayHaveErrors: false);
    }

    private static void Check([StringSyntax("C#-test")] string members, bool mayHaveErrors = false) => CheckSource(Frame.Replace("{0}", members, StringComparison.Ordinal), mayHaveErrors);

    private static void CheckSource(string source, bool mayHaveErrors)
    {
        var tree = CSharpSyntaxTree.ParseText(source, TestSetup.ParseOptions.WithPreprocessorSymbols("DEBUG", "TRACE"));
        var kind = TestSetup.HasTopLevelStatements(source) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create("Guards", [tree], SdkReferences.Latest, new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        if (!mayHaveErrors)
            Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var guard = new DevelopmentGuard(new AiSymbols(compilation, AiCatalog.BuiltIn), compilation.GetSemanticModel(tree), CancellationToken.None);
        var calls = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.Expression.ToString() is "Dev" or "Any").ToList();
        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.True(call.Expression.ToString() == "Dev" == guard.Covers(call), call.GetLocation().GetLineSpan() + " " + call.Parent));
    }
}
