using System.Collections.Immutable;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Tests.Flow;

/// <summary>A source with one marked expression, and where its value comes from.</summary>
internal sealed class FlowSource
{
    private readonly SemanticModel _model;

    public FlowSource(string markup, params string[] otherFiles)
    {
        TestFileMarkupParser.GetSpan(markup, out var source, out var span);
        var tree = CSharpSyntaxTree.ParseText(source, TestSetup.ParseOptions, "Test.cs");
        var others = otherFiles.Append(TestSetup.GlobalUsings).Select((text, index) => CSharpSyntaxTree.ParseText(text, TestSetup.ParseOptions, $"Other{index}.cs"));
        var compilation = CSharpCompilation.Create(
            "Flow",
            [tree, .. others],
            SdkReferences.Bare,
            new CSharpCompilationOptions(
                TestSetup.HasTopLevelStatements(source) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable));
        Errors = [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        _model = compilation.GetSemanticModel(tree);
        Value = OperationOf(ExpressionAt(tree, span)) ?? throw new InvalidOperationException("The marked text is no operation.");
        Trace = new ValueTrace(_model, CancellationToken.None);
    }

    public ImmutableArray<Diagnostic> Errors { get; }

    public IOperation Value { get; }

    public ValueTrace Trace { get; }

    /// <summary>The sources as they stand in the text.</summary>
    public IEnumerable<string> Sources => Trace.SourcesOf(Value).Select(source => source.Syntax.ToString());

    public ConstantText Constant => ConstantText.Of(Value, Trace, CancellationToken.None);

    /// <summary>Parentheses and <c>!</c> are no operations of their own.</summary>
    private IOperation? OperationOf(ExpressionSyntax expression) => _model.GetOperation(expression) ?? expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => OperationOf(parenthesized.Expression),
        PostfixUnaryExpressionSyntax suppressed => OperationOf(suppressed.Operand),
        _ => null,
    };

    private static ExpressionSyntax ExpressionAt(SyntaxTree tree, TextSpan span) =>
        tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>().First(node => node.Span == span);
}
