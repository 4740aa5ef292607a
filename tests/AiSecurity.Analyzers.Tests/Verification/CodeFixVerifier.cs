using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace AiSecurity.Analyzers.Tests.Verification;

/// <summary>
/// As <see cref="AnalyzerVerifier{TAnalyzer}"/>, and compares the source after the fix, applied one by one and by Fix All in document and solution; on the newest Roslyn in the document alone.
/// What still is reported after the fix is marked in the fixed source.
/// </summary>
public static class CodeFixVerifier<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    public static Task VerifyFixAsync(
        [StringSyntax("C#-test")] string source,
        [StringSyntax("C#-test")] string fixedSource,
        string? equivalenceKey = null,
        int? index = null,
        SdkSet set = SdkSet.Latest,
        Action<Test>? configure = null)
    {
        var test = new Test(set) { TestCode = source, FixedCode = fixedSource, CodeActionEquivalenceKey = equivalenceKey, CodeActionIndex = index };
        configure?.Invoke(test);
        TestSetup.SetOutputKind(test);
        return test.RunAsync();
    }

    /// <summary>The marked diagnostics are reported and no fix is offered for them.</summary>
    public static Task VerifyNoFixAsync([StringSyntax("C#-test")] string source, SdkSet set = SdkSet.Latest, Action<Test>? configure = null) =>
        VerifyFixAsync(source, source, set: set, configure: configure);

    public sealed class Test : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>, IFixTest
    {
        public Test(SdkSet set) => TestSetup.Prepare(this, set);

        /// <summary>Leaves [Experimental] diagnostics of the SDKs on.</summary>
        public bool ExperimentalDiagnostics { get; set; }

        SolutionState IFixTest.After => FixedState;

        CodeFixTestBehaviors IFixTest.Behaviors
        {
            get => CodeFixTestBehaviors;
            set => CodeFixTestBehaviors = value;
        }

        protected override CompilationOptions CreateCompilationOptions() => TestSetup.Compile(base.CreateCompilationOptions(), ExperimentalDiagnostics);

        protected override ParseOptions CreateParseOptions() => TestSetup.ParseOptions;
    }
}
