using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace AiSecurity.Analyzers.Tests.Verification;

/// <summary>Runs one analyzer over marked source: <c>[|...|]</c> or <c>{|AISEC101:...|}</c> where a diagnostic is due, nothing anywhere else.</summary>
public static class AnalyzerVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public static Task VerifyAsync([StringSyntax("C#-test")] string source, SdkSet set = SdkSet.Latest, Action<Test>? configure = null)
    {
        var test = new Test(set) { TestCode = source };
        configure?.Invoke(test);
        TestSetup.SetOutputKind(test);
        return test.RunAsync();
    }

    public sealed class Test : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        public Test(SdkSet set) => TestSetup.Prepare(this, set);

        /// <summary>Leaves [Experimental] diagnostics of the SDKs on.</summary>
        public bool ExperimentalDiagnostics { get; set; }

        protected override CompilationOptions CreateCompilationOptions() => TestSetup.Compile(base.CreateCompilationOptions(), ExperimentalDiagnostics);

        protected override ParseOptions CreateParseOptions() => TestSetup.ParseOptions;
    }
}
