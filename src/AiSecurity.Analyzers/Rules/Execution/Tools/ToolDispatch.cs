using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Names;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Functions of a model that an application runs by itself: what it does when the call has a certain name.</summary>
internal sealed class ToolDispatch
{
    /// <summary>Own methods, and variables, that a name is handed on to.</summary>
    private const int MaxHops = 4;

    private readonly AiFile _file;
    private readonly PickedTools _picked;
    private readonly HandlerTable _table;

    public ToolDispatch(AiFile file) => (_file, _picked, _table) = (file, new PickedTools(file), new HandlerTable(file, NameIn));

    public IEnumerable<ToolSite> Find()
    {
        var rows = _file.Compilation.Symbols.Catalog[Role.ToolName];
        foreach (var body in FlowFactStore.For(_file.Compilation, _file.Model.Compilation, _file.CancellationToken).Shared.Names.Of(_file.Model.SyntaxTree))
        {
            var used = rows.RemoveAll(row => !body.Uses.Contains(new NameUse(row.MemberName, -1)) || !MayMean(row, body));
            if (used.IsEmpty)
                continue;

            foreach (var read in body.Node.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
            {
                if (!used.Any(row => row.MemberName == read.Name.Identifier.ValueText) || _file.Model.GetSymbolInfo(read, _file.CancellationToken).Symbol is not { } property)
                    continue;
                if (_file.Compilation.Symbols.RowsOf(property).FirstOrDefault(static row => row.Role == Role.ToolName) is not { } meant)
                    continue;
                foreach (var tool in From(read, meant, [ScopeOf(read)], 0))
                    yield return tool;
            }
        }
    }

    /// <summary>Many things have a name: it counts where the file names the type.</summary>
    private static bool MayMean(CatalogRow row, BodyNames body) => row.MemberName.Length > "Name".Length || body.Mentions.Contains(row.SimpleTypeName);

    private IEnumerable<ToolSite> From(SyntaxNode name, CatalogRow row, SyntaxNode[] around, int hops)
    {
        var outer = name.Parent;
        // call.FunctionName.ToLowerInvariant()
        while (outer is ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } } or InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } or PostfixUnaryExpressionSyntax)
            (name, outer) = (outer, outer.Parent);
        return outer switch
        {
            SwitchStatementSyntax choice => OfSections(choice, row, around),
            SwitchExpressionSyntax choice when choice.GoverningExpression == name => OfArms(choice, row, around),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Parent: LambdaExpressionSyntax } => _picked.By(name, row, around),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equality => OfTest(equality, equality.Left == name ? equality.Right : equality.Left, row, around),
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } match => OfTest(match, constant.Expression, row, around),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } when hops < MaxHops && ScopeOfName(variable) is { } scope => OfUses(scope, variable.Identifier.ValueText, row, around, hops),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument => OfCall(call, argument, row, around, hops).Concat(_picked.By(name, row, around)).Concat(_table.By(name, row, around)),
            ArgumentSyntax { Parent: BracketedArgumentListSyntax } => _picked.By(name, row, around).Concat(_table.By(name, row, around)),
            _ => [],
        };
    }

    private IEnumerable<ToolSite> OfSections(SwitchStatementSyntax choice, CatalogRow row, SyntaxNode[] around) =>
        from section in choice.Sections
        from label in section.Labels.OfType<CaseSwitchLabelSyntax>()
        where NameIn(label.Value) is not null
        select new ToolSite(label.Value, NameIn(label.Value)!, row, section, null) { Around = around, Others = choice.Sections.Where(other => other != section) };

    private IEnumerable<ToolSite> OfArms(SwitchExpressionSyntax choice, CatalogRow row, SyntaxNode[] around) =>
        from arm in choice.Arms
        from constant in arm.Pattern.DescendantNodesAndSelf().OfType<ConstantPatternSyntax>()
        where NameIn(constant.Expression) is not null
        select new ToolSite(constant.Expression, NameIn(constant.Expression)!, row, arm.Expression, null) { Around = around, Others = choice.Arms.Where(other => other != arm) };

    private IEnumerable<ToolSite> OfTest(ExpressionSyntax test, ExpressionSyntax constant, CatalogRow row, SyntaxNode[] around) =>
        NameIn(constant) is { } name && test.Ancestors().TakeWhile(static node => node is ParenthesizedExpressionSyntax or BinaryExpressionSyntax or IfStatementSyntax).LastOrDefault() is var last && (last ?? test.Parent) is IfStatementSyntax { Statement: var handler } branch && branch.Condition.Span.Contains(test.Span)
            ? [new ToolSite(constant, name, row, handler, null) { Around = around }]
            : [];

    private IEnumerable<ToolSite> OfUses(SyntaxNode scope, string variable, CatalogRow row, SyntaxNode[] around, int hops) =>
        scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == variable && use.Parent is not MemberAccessExpressionSyntax { Name: var member } || use.Parent is MemberAccessExpressionSyntax { Expression: var value } && value == use && use.Identifier.ValueText == variable)
            .SelectMany(use => From(use, row, around, hops + 1));

    /// <summary>The parameter that takes the name in a method of the project.</summary>
    private IEnumerable<ToolSite> OfCall(InvocationExpressionSyntax call, ArgumentSyntax argument, CatalogRow row, SyntaxNode[] around, int hops)
    {
        if (hops >= MaxHops || !_file.Model.Compilation.ContainsSyntaxTree(call.SyntaxTree))
            yield break;
        var model = call.SyntaxTree == _file.Model.SyntaxTree ? _file.Model : _file.Model.Compilation.LateModelOf(call.SyntaxTree);
        if (model.GetSymbolInfo(call, _file.CancellationToken).Symbol is not IMethodSymbol method || CandidateCall.ParameterOf(argument, method) is not { Type.SpecialType: SpecialType.System_String } parameter)
            yield break;

        foreach (var reference in method.OriginalDefinition.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(_file.CancellationToken);
            foreach (var tool in OfUses(declaration, parameter.Name, row, [.. around, declaration], hops))
                yield return tool;
        }
    }

    /// <summary>Where a person would be asked about this call: in the loop over all calls, if there is one.</summary>
    private static SyntaxNode ScopeOf(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(static outer => outer is CommonForEachStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax) ?? node;

    private static SyntaxNode? ScopeOfName(SyntaxNode variable) => variable.Ancestors().FirstOrDefault(static outer => outer is BlockSyntax or CompilationUnitSyntax);

    private string? NameIn(ExpressionSyntax constant) => constant switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        // call.Name == deleteTool.Name
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Name", Expression: var definition } => EndpointNames.NameOf((definition as InvocationExpressionSyntax)?.Expression ?? definition),
        // nameof(Delete), or a constant: of this file alone it can be asked.
        _ when constant.SyntaxTree == _file.Model.SyntaxTree => _file.Model.GetConstantValue(constant, _file.CancellationToken).Value as string,
        _ => EndpointNames.NameOf(constant),
    };
}
