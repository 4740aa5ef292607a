using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Writes the edits that put a credential of Microsoft Entra ID where a key is put in. Whether they compile is checked afterwards.</summary>
internal sealed class EntraRewrite(AiSymbols symbols, SemanticModel model, SyntaxGenerator generator, CancellationToken cancellationToken)
{
    private readonly SinkArguments _arguments = new(model, cancellationToken);

    /// <summary>Adds the edits for one key; false when there is no right edit.</summary>
    /// <param name="use">The key.</param>
    /// <param name="credential">What takes its place.</param>
    /// <param name="nameArguments">Whether to write the parameter's name before an argument that had none, for overloads of another shape.</param>
    /// <param name="edit">Receives the replacements.</param>
    public bool TryAdd(KeyUse use, EntraCredential credential, bool nameArguments, FileEdit edit)
    {
        if (use.Sinks.Exists(sink => !sink.IsAzure || !sink.HasEntra || (sink.Row.To is null && !sink.Row.ToLeavesOut)))
            return false;

        return use.Shape switch
        {
            KeyShape.Policy => false,
            KeyShape.Property => TryAssign((AssignmentExpressionSyntax)use.Sinks[0].Operation.Syntax, use.Sinks[0], credential, edit),
            _ => KeySwitchArm.TokenArmBeside(use, symbols, model, cancellationToken) is { } arm && credential.Id != EntraCredential.InScope
                ? TryCollapse(arm, edit)
                : TryPass(use, credential, nameArguments, edit),
        };
    }

    private static bool TryCollapse(KeySwitchArm arm, FileEdit edit)
    {
        // Parentheses that only the choice needed go with it.
        edit.Replace(arm.Conditional.Parent is ParenthesizedExpressionSyntax ? arm.Conditional.Parent : arm.Conditional, arm.TokenArm);
        return true;
    }

    private bool TryPass(KeyUse use, EntraCredential credential, bool nameArguments, FileEdit edit)
    {
        var node = use.Shape == KeyShape.Credential ? WholeChoice(use.Node) : use.Node;
        // A credential that the caller or the container passes is theirs to change.
        if (use.Shape == KeyShape.PassedCredential && model.OperationOf(node, cancellationToken) is not IInvocationOperation)
            return false;

        foreach (var sink in use.Sinks)
        {
            if (_arguments.Find(sink.Operation, sink.Member, sink.Row.From!)?.Syntax is not { } argument)
                return false;
            if (sink.Row.ToLeavesOut)
            {
                edit.Change(argument.Parent!, list => ((ArgumentListSyntax)list).WithArguments(Without(((ArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument), (ArgumentListSyntax)list)));
                continue;
            }

            edit.Mark(sink.Operation.Syntax, argument);
            var name = sink.Row.To!.Name;
            if (argument.NameColon is { } colon)
                edit.Replace(colon.Name, SyntaxFactory.IdentifierName(name));
            else if (nameArguments)
                edit.Change(argument, current => ((ArgumentSyntax)current).WithNameColon(SyntaxFactory.NameColon(name).WithTrailingTrivia(SyntaxFactory.Space)).WithTriviaFrom(argument));
        }

        if (use.Sinks[0].Row.ToLeavesOut)
            return use.Sinks.Count == 1 && node.Parent is ArgumentSyntax;
        if (Wrap(credential, use.Sinks[0].Row.To!, node.SpanStart) is not { } value)
            return false;

        // Without elastic trivia, so that nothing around it is formatted anew.
        edit.Replace(node, value.Expression.NormalizeWhitespace(elasticTrivia: false));
        return TryRetype(use, value.Type, edit);
    }

    private static SeparatedSyntaxList<ArgumentSyntax> Without(int index, ArgumentListSyntax list) => list.Arguments.RemoveAt(index);

    /// <summary>The credential itself, or the policy around it where the client takes no credential.</summary>
    private (ExpressionSyntax Expression, INamedTypeSymbol Type)? Wrap(EntraCredential credential, CatalogSlot to, int position)
    {
        var types = new TypeReference(model, position, generator);
        if (symbols.FindType(to.TypeName!) is not { } wanted)
            return null;
        if (symbols.Is(wanted, Role.Token))
            return (credential.Expression, wanted);

        foreach (var row in symbols.Catalog[Role.Bearer])
        {
            if (symbols.FindType(row.TypeName) is { } policy && model.Compilation.HasImplicitConversion(policy, wanted))
            {
                var created = generator.ObjectCreationExpression(types.To(policy), credential.Expression, generator.LiteralExpression(row["scope"]));
                return ((ExpressionSyntax)created, wanted);
            }
        }

        return null;
    }

    /// <summary>Gives the variables and private members that carry the credential the type of its successor; false when others use them too.</summary>
    private bool TryRetype(KeyUse use, INamedTypeSymbol type, FileEdit edit)
    {
        if (use.Shape == KeyShape.Text)
            return true;

        var carriers = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var trace = new ValueTrace(model, cancellationToken);
        foreach (var sink in use.Sinks)
            trace.SourcesOf(_arguments.Find(sink.Operation, sink.Member, sink.Row.From!)!.Value.Value, carriers);

        foreach (var carrier in carriers)
        {
            if (carrier.DeclaringSyntaxReferences.IsEmpty)
                continue;
            if (carrier is not (ILocalSymbol or IParameterSymbol) && carrier is not IMethodSymbol { MethodKind: MethodKind.LocalFunction } && carrier.DeclaredAccessibility != Accessibility.Private)
                return false;

            var declared = carrier.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) switch
            {
                VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } => declaration.Type,
                PropertyDeclarationSyntax property => property.Type,
                MethodDeclarationSyntax method => method.ReturnType,
                LocalFunctionStatementSyntax function => function.ReturnType,
                ParameterSyntax parameter => parameter.Type,
                _ => null,
            };
            if (carrier is ILocalSymbol local)
                KeyNames.Rename(local, model, edit, cancellationToken);
            if (declared is null or { IsVar: true })
                continue;
            if (declared is NullableTypeSyntax nullable)
                declared = nullable.ElementType;
            if (symbols.Is(model.GetTypeInfo(declared, cancellationToken).Type, Role.KeyCredential))
                edit.Replace(declared, new TypeReference(model, declared.SpanStart, generator).To(type));
        }

        return true;
    }

    /// <summary>The whole of <c>a ? new Key(x) : new Key(y)</c> and of casts around a key, when nothing but keys can come out of it.</summary>
    private SyntaxNode WholeChoice(SyntaxNode creation)
    {
        var whole = creation;
        for (var current = creation; current.Parent is { } parent; current = parent)
        {
            var isWhole = parent switch
            {
                ParenthesizedExpressionSyntax => true,
                PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } => true,
                CastExpressionSyntax cast => IsKey(cast.Type),
                ConditionalExpressionSyntax choice => current != choice.Condition && IsKey(choice.WhenTrue) && IsKey(choice.WhenFalse),
                _ => false,
            };
            if (!isWhole)
                break;
            whole = parent;
        }

        // Parentheses that only stand around it are the author's to keep.
        while (whole is ParenthesizedExpressionSyntax parenthesized)
            whole = parenthesized.Expression;
        return whole;

        bool IsKey(ExpressionSyntax expression) => symbols.Is(model.GetTypeInfo(expression, cancellationToken).Type ?? model.GetTypeInfo(expression, cancellationToken).ConvertedType, Role.KeyCredential);
    }

    private bool TryAssign(AssignmentExpressionSyntax assignment, KeySink sink, EntraCredential credential, FileEdit edit)
    {
        var to = sink.Row.To!;
        if (to.Value is null)
        {
            if (Wrap(credential, to, assignment.SpanStart) is not { } value)
                return false;
            edit.Replace(NameIn(assignment.Left), SyntaxFactory.IdentifierName(to.Name));
            edit.Replace(assignment.Right, value.Expression);
            return true;
        }

        var dot = to.Value.LastIndexOf('.');
        if (dot < 0 || symbols.FindNestedType(to.Value.Substring(0, dot)) is not { } kind)
            return false;

        var choice = new TypeReference(model, assignment.SpanStart, generator).Member(kind, to.Value.Substring(dot + 1));
        // A sibling that already says which credential counts is changed, and the key goes.
        if (assignment.Parent is InitializerExpressionSyntax initializer
            && initializer.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(sibling => sibling.Left is IdentifierNameSyntax name && name.Identifier.ValueText == to.Name) is { } sibling)
        {
            edit.Replace(sibling.Right, choice);
            var index = initializer.Expressions.IndexOf(assignment);
            edit.Change(initializer, current => ((InitializerExpressionSyntax)current).WithExpressions(((InitializerExpressionSyntax)current).Expressions.RemoveAt(index)));
            return true;
        }

        if (SiblingStatement(assignment, to.Name) is { } stated)
        {
            // Set on another path, it may undo or miss what is written here.
            if (BlockOf(stated) != BlockOf(assignment))
                return false;
            edit.Replace(stated.Right, choice);
            edit.Remove(assignment.Parent is { Parent: GlobalStatementSyntax global } ? global : assignment.Parent!);
            return true;
        }

        edit.Replace(NameIn(assignment.Left), SyntaxFactory.IdentifierName(to.Name));
        edit.Replace(assignment.Right, choice);
        return true;
    }

    /// <summary>The assignment to another property of the same object in the same block or inside of it; null when there is none.</summary>
    private static AssignmentExpressionSyntax? SiblingStatement(AssignmentExpressionSyntax assignment, string property) =>
        assignment.Left is MemberAccessExpressionSyntax target
            ? BlockOf(assignment)?.DescendantNodes().OfType<AssignmentExpressionSyntax>().FirstOrDefault(sibling =>
                sibling.Left is MemberAccessExpressionSyntax other && other.Name.Identifier.ValueText == property && SyntaxFactory.AreEquivalent(other.Expression, target.Expression))
            : null;

    /// <summary>The statements that an assignment stands among; null when it is a part of something else.</summary>
    private static SyntaxNode? BlockOf(AssignmentExpressionSyntax assignment) => assignment.Parent is not ExpressionStatementSyntax statement ? null : statement.Parent switch
    {
        GlobalStatementSyntax global => global.Parent,
        BlockSyntax or SwitchSectionSyntax => statement.Parent,
        _ => null,
    };

    private static SyntaxNode NameIn(ExpressionSyntax target) => target is MemberAccessExpressionSyntax access ? access.Name : target;
}
