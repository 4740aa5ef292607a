using System.Collections.Immutable;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Tests.Robustness.Inputs;

/// <summary>A file of code, in the pieces that mutations take out of it and put into others.</summary>
internal sealed class SourceFile
{
    private const int LongestStatement = 2_000;
    private const int LongestMember = 10_000;

    private readonly CompilationUnitSyntax _root;
    private readonly Lazy<ImmutableArray<StatementSyntax>> _statements;
    private readonly Lazy<ImmutableArray<MemberDeclarationSyntax>> _members;

    public SourceFile(string name, string text)
    {
        Name = name;
        Text = text;
        _root = CSharpSyntaxTree.ParseText(text, TestSetup.ParseOptions).GetCompilationUnitRoot();
        Tokens = [.. _root.DescendantTokens()];
        _statements = new(() => [.. Nodes<StatementSyntax>(LongestStatement).Where(statement => statement is not BlockSyntax)]);
        _members = new(() => [.. Nodes<MemberDeclarationSyntax>(LongestMember).Where(member => member is not (BaseNamespaceDeclarationSyntax or GlobalStatementSyntax))]);
    }

    public string Name { get; }

    public string Text { get; }

    public ImmutableArray<SyntaxToken> Tokens { get; }

    public ImmutableArray<StatementSyntax> Statements => _statements.Value;

    public ImmutableArray<MemberDeclarationSyntax> Members => _members.Value;

    public ImmutableArray<BaseTypeDeclarationSyntax> Types => [.. Nodes<BaseTypeDeclarationSyntax>(int.MaxValue)];

    public ImmutableArray<SyntaxToken> Identifiers => [.. Tokens.Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Span.Length > 0)];

    private IEnumerable<T> Nodes<T>(int longest)
        where T : SyntaxNode => _root.DescendantNodes().OfType<T>().Where(node => node.FullSpan.Length > 0 && node.FullSpan.Length <= longest);
}
