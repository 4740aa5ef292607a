using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Removes the variables, private fields and checks that served nothing but a key that is gone.</summary>
internal static class UnusedCode
{
    private const int MaxRounds = 4;

    private static readonly SyntaxAnnotation MaybeUnused = new("AiSecurity.MaybeUnused");

    /// <summary>Marks the declarations of what an expression reads, before the expression goes.</summary>
    public static void Mark(SyntaxNode removed, SemanticModel model, FileEdit edit, CancellationToken cancellationToken)
    {
        foreach (var name in removed.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name, cancellationToken).Symbol;
            if (symbol is not (ILocalSymbol or IFieldSymbol { DeclaredAccessibility: Accessibility.Private }) || symbol.DeclaringSyntaxReferences.IsEmpty)
                continue;

            var declaration = symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
            if (declaration.SyntaxTree == model.SyntaxTree && declaration is VariableDeclaratorSyntax or SingleVariableDesignationSyntax && !declaration.Span.Contains(removed.Span))
                edit.Change(declaration, static current => current.WithAdditionalAnnotations(MaybeUnused));
        }
    }

    /// <summary>Removes what was marked and is used no more, and then what only that had used.</summary>
    public static async Task<Document> RemoveAsync(Document document, AiSymbols symbols, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var marked = root!.GetAnnotatedNodes(MaybeUnused).ToList();
            if (marked.Count == 0)
                return document;

            var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            var removed = new HashSet<SyntaxNode>();
            foreach (var declarator in marked.OfType<VariableDeclaratorSyntax>())
            {
                if (Statements(declarator, model!, symbols, cancellationToken) is { } nodes)
                    removed.UnionWith(nodes);
            }

            var edit = new FileEdit();
            // One of a declaration in each round: the others move.
            foreach (var variable in marked.OfType<SingleVariableDesignationSyntax>().Select(DeconstructedVariable.Of).OfType<DeconstructedVariable>().GroupBy(static variable => variable.Statement))
            {
                if (variable.FirstOrDefault(part => Checks(part, model!, symbols, cancellationToken) is not null) is not { } unused)
                    continue;
                removed.UnionWith(Checks(unused, model!, symbols, cancellationToken)!);
                Mark(unused.Value, model!, edit, cancellationToken);
                unused.Remove(edit);
            }

            if (removed.Count == 0 && edit.IsEmpty)
                return document;

            foreach (var node in removed)
            {
                Mark(node, model!, edit, cancellationToken);
                edit.Remove(node);
            }

            document = document.WithSyntaxRoot(edit.Apply(root));
        }

        return document;
    }

    /// <summary>The declaration and the checks that go with it; null when something else uses the variable or its initializer does something.</summary>
    private static List<SyntaxNode>? Statements(VariableDeclaratorSyntax declarator, SemanticModel model, AiSymbols symbols, CancellationToken cancellationToken)
    {
        if (declarator.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Parent: { } statement }
            || statement is not (LocalDeclarationStatementSyntax or FieldDeclarationSyntax { AttributeLists.Count: 0 })
            || (declarator.Initializer is { } initializer && !HarmlessExpression.Is(initializer.Value, model, symbols, cancellationToken))
            || model.GetDeclaredSymbol(declarator, cancellationToken) is not { } symbol)
            return null;

        var scope = statement is FieldDeclarationSyntax ? symbol.ContainingType : null;
        if (scope is { DeclaringSyntaxReferences.Length: > 1 })
            return null;

        var root = scope is null ? Member(statement) : scope.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        // A comment above the declaration may say more than the key: leave its line to the author.
        if (statement.GetLeadingTrivia().Any(static trivia => trivia.IsDirective) || Checks(symbol, root, model, symbols, cancellationToken) is not { } nodes)
            return null;

        nodes.Insert(0, statement.Parent is GlobalStatementSyntax global ? global : statement);
        return nodes;
    }

    private static List<SyntaxNode>? Checks(DeconstructedVariable variable, SemanticModel model, AiSymbols symbols, CancellationToken cancellationToken) =>
        HarmlessExpression.Is(variable.Value, model, symbols, cancellationToken) && model.GetDeclaredSymbol(variable.Designation, cancellationToken) is { } symbol
            ? Checks(symbol, Member(variable.Statement), model, symbols, cancellationToken)
            : null;

    /// <summary>The checks of a variable and the assignments to it; null when something else uses it.</summary>
    private static List<SyntaxNode>? Checks(ISymbol symbol, SyntaxNode root, SemanticModel model, AiSymbols symbols, CancellationToken cancellationToken)
    {
        var nodes = new List<SyntaxNode>();
        foreach (var name in root.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText != symbol.Name || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol))
                continue;
            if ((Check(name, symbol, model, cancellationToken) ?? Assignment(name, model, symbols, cancellationToken)) is not { } check)
                return null;
            if (!nodes.Contains(check))
                nodes.Add(check);
        }

        return nodes;
    }

    private static SyntaxNode Member(SyntaxNode statement) =>
        statement.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? statement.SyntaxTree.GetRoot();

    /// <summary><c>ArgumentException.ThrowIfNullOrEmpty(key);</c> or <c>if (string.IsNullOrEmpty(key)) throw ...;</c></summary>
    private static SyntaxNode? Check(IdentifierNameSyntax name, ISymbol symbol, SemanticModel model, CancellationToken cancellationToken)
    {
        // nameof(key) inside a check goes with it.
        var call = name.FirstAncestorOrSelf<InvocationExpressionSyntax>(static call => call.Expression is not IdentifierNameSyntax { Identifier.ValueText: "nameof" });
        if (call is { ArgumentList.Arguments: { Count: >= 1 } arguments } && arguments.Any(argument => argument.Span.Contains(name.Span)) && arguments[0].Expression is IdentifierNameSyntax first && first.Identifier.ValueText == name.Identifier.ValueText
            && call is { Parent: ExpressionStatementSyntax statement, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } }
            && method.StartsWith("ThrowIf", System.StringComparison.Ordinal))
            return Owner(statement);

        return name.FirstAncestorOrSelf<IfStatementSyntax>() is { Else: null } check
            && (check.Statement is ThrowStatementSyntax || check.Statement is BlockSyntax { Statements: { Count: 1 } statements } && statements[0] is ThrowStatementSyntax)
            && AsksOnlyFor(symbol, check.Condition, model, cancellationToken)
            ? Owner(check)
            : null;
    }

    /// <summary>Whether a condition depends on one variable alone: a check that looks at anything else guards more than the key.</summary>
    private static bool AsksOnlyFor(ISymbol symbol, ExpressionSyntax condition, SemanticModel model, CancellationToken cancellationToken)
    {
        var asks = false;
        foreach (var name in condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            var read = model.GetSymbolInfo(name, cancellationToken).Symbol;
            var isKey = SymbolEqualityComparer.Default.Equals(read, symbol);
            if (!isKey && read is not (INamespaceOrTypeSymbol or { ContainingType.SpecialType: SpecialType.System_String }))
                return false;
            asks |= isKey;
        }

        return asks;
    }

    /// <summary><c>_key = configuration["Key"];</c></summary>
    private static SyntaxNode? Assignment(IdentifierNameSyntax name, SemanticModel model, AiSymbols symbols, CancellationToken cancellationToken)
    {
        var target = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? (ExpressionSyntax)access : name;
        return target.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax statement } assignment
            && assignment.Left == target && HarmlessExpression.Is(assignment.Right, model, symbols, cancellationToken)
            ? Owner(statement)
            : null;
    }

    /// <summary>What to take out for a statement; null when it is all that an <c>if</c> or a loop does.</summary>
    private static SyntaxNode? Owner(StatementSyntax statement) => statement.Parent switch
    {
        GlobalStatementSyntax global => global,
        BlockSyntax or SwitchSectionSyntax => statement,
        _ => null,
    };
}
