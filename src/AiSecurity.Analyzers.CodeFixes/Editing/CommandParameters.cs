using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>A database command in a local variable, and the statements that give it parameters.</summary>
internal sealed class CommandParameters
{
    private readonly ReportedPlace _place;
    private readonly ILocalSymbol _command;
    private readonly StatementSyntax _statement;
    private readonly bool _isBefore;
    private readonly int _first;

    private CommandParameters(ReportedPlace place, ILocalSymbol command, StatementSyntax statement, bool isBefore, SyntaxNode scope)
    {
        _place = place;
        _command = command;
        _statement = statement;
        _isBefore = isBefore;
        var text = scope.ToString();
        while (text.Contains(Name(0)) || !place.Model.LookupSymbols(statement.SpanStart, name: Variable(0)).IsEmpty)
            _first++;
    }

    /// <summary>The command that a text is for; null when it is not a local one, or its text is set more than once: parameters would pile up.</summary>
    public static CommandParameters? Of(SinkArgument sink, ReportedPlace place)
    {
        var scope = sink.Call.FirstAncestorOrSelf<SyntaxNode>(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or AnonymousFunctionExpressionSyntax or CompilationUnitSyntax);
        if (scope is null)
            return null;

        if (sink.Call is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver, Name: var property }, Parent: ExpressionStatementSyntax set })
        {
            return place.Model.GetSymbolInfo(receiver, place.CancellationToken).Symbol is ILocalSymbol local && IsSetOnce(local, property.Identifier.ValueText, set, scope, place)
                ? new CommandParameters(place, local, set, isBefore: false, scope)
                : null;
        }

        var creation = sink.Call is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax initialized } } ? initialized : sink.Call;
        if (creation is not BaseObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: { } declaration } } declarator } }
            || place.Model.GetDeclaredSymbol(declarator, place.CancellationToken) is not ILocalSymbol command || !IsSetOnce(command, "CommandText", null, scope, place))
            return null;

        return declaration switch
        {
            LocalDeclarationStatementSyntax statement => new CommandParameters(place, command, statement, isBefore: false, scope),
            UsingStatementSyntax { Statement: BlockSyntax { Statements: { Count: > 0 } statements } } => new CommandParameters(place, command, statements[0], isBefore: true, scope),
            _ => null,
        };
    }

    /// <summary>The mark of a value in the text.</summary>
    public string Name(int index) => "@" + Variable(index);

    /// <summary>Adds the statements; false when the command has no way to take a value.</summary>
    public bool TryAdd(IReadOnlyList<ExpressionSyntax> values, FileEdit edit)
    {
        var statements = new List<string>();
        for (var i = 0; i < values.Count; i++)
        {
            if (HasMethod(TypeOfMember(_command.Type, "Parameters"), "AddWithValue", parameters: 2))
                statements.Add($"{_command.Name}.Parameters.AddWithValue(\"{Name(i)}\", {values[i]});");
            else if (HasMethod(_command.Type, "CreateParameter", parameters: 0))
                statements.AddRange([$"var {Variable(i)} = {_command.Name}.CreateParameter();", $"{Variable(i)}.ParameterName = \"{Name(i)}\";", $"{Variable(i)}.Value = {values[i]};", $"{_command.Name}.Parameters.Add({Variable(i)});"]);
            else
                return false;
        }

        var inserted = statements.Select(static statement => SyntaxFactory.ParseStatement(statement)).ToList();
        return _isBefore ? StatementInsertion.TryAddBefore(_statement, inserted, edit) : StatementInsertion.TryAddAfter(_statement, inserted, edit);
    }

    private string Variable(int index) => "p" + (_first + index);

    private static bool IsSetOnce(ILocalSymbol command, string property, StatementSyntax? set, SyntaxNode scope, ReportedPlace place)
    {
        var assignments = scope.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(assignment =>
            assignment.Left is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver, Name.Identifier.ValueText: var name } && name == property
            && SymbolEqualityComparer.Default.Equals(place.Model.GetSymbolInfo(receiver, place.CancellationToken).Symbol, command));
        var clears = scope.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(static access => access is
            { Name.Identifier.ValueText: "Clear", Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Parameters" } });
        if (clears || assignments.Count() != (set is null ? 0 : 1))
            return false;

        // Set in a loop that the command was made outside of, or in a function that others call again.
        return set is null || (!command.DeclaringSyntaxReferences.IsEmpty
            && set.Ancestors().TakeWhile(ancestor => !ancestor.Span.Contains(command.DeclaringSyntaxReferences[0].Span))
                .All(static ancestor => ancestor is not (ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)));
    }

    private static ITypeSymbol? TypeOfMember(ITypeSymbol type, string name) =>
        BasesOf(type).SelectMany(current => current.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault()?.Type;

    private static bool HasMethod(ITypeSymbol? type, string name, int parameters) =>
        type is not null && BasesOf(type).SelectMany(current => current.GetMembers(name)).OfType<IMethodSymbol>().Any(method => method.Parameters.Length == parameters);

    private static IEnumerable<ITypeSymbol> BasesOf(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType!)
            yield return current;
        foreach (var contract in type.AllInterfaces)
            yield return contract;
    }
}
