using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Resources.Agents;

/// <summary>Looks for the name that an agent is given: in an argument, in an initializer, or in the options that are an argument.</summary>
internal sealed class AgentName(AiFile file)
{
    private readonly ValueTrace _trace = new(file.Model, file.CancellationToken);

    /// <summary>Null when the agent has a name that stays, or nobody can tell.</summary>
    public NameFault? FaultOf(CallSite site, CatalogRow row)
    {
        // A type of the application's own that derives from an agent may have its name elsewhere.
        if (site.Member is not IMethodSymbol method || site.Node is not (InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax))
            return null;

        if (row["name"] is { } parameter && Has(method, parameter))
            return ArgumentOf(site.Node, method, parameter) is { } given ? Judge(given) : IsTypedIn(site.Node) ? null : NameFault.Missing(site.Node, "argument", parameter);

        NameFault? missing = null;
        foreach (var setting in row["setting"]?.Split(',') ?? [])
        {
            var dot = setting.IndexOf('.');
            if (dot >= 0 && Has(method, setting.Substring(0, dot)))
                return OfOptions(site.Node, ArgumentOf(site.Node, method, setting.Substring(0, dot)), setting.Substring(dot + 1));
            if (dot >= 0 || site.Node is not BaseObjectCreationExpressionSyntax creation)
                continue;
            if (MemberOf(creation, setting) is { } value)
                return Judge(value);
            missing = NameFault.Missing(creation, "own", setting);
        }

        return missing;
    }

    private NameFault? OfOptions(SyntaxNode call, ExpressionSyntax? options, string member)
    {
        if (options is null || IsEmpty(options))
            return NameFault.Missing(call, null, member);
        if (file.Model.OperationOf(options, file.CancellationToken) is not { } operation || _trace.SourcesOf(operation) is not { Length: 1 } sources
            || sources[0].Syntax is not BaseObjectCreationExpressionSyntax creation || creation.SyntaxTree != call.SyntaxTree)
            return null;

        if ((MemberOf(creation, member) ?? ConstructorArgument(creation, member)) is { } value)
            return Judge(value);
        return creation != options && new LaterName(file).MayBeGiven(creation, member) ? null : NameFault.Missing(creation, "member", member);
    }

    private NameFault? Judge(ExpressionSyntax value)
    {
        if (IsEmpty(value))
            return new NameFault(value.GetLocation(), "value", null);
        return file.Model.OperationOf(value, file.CancellationToken) is { } operation && new ChangingValue(file, _trace).Is(operation)
            ? new NameFault(value.GetLocation(), null, null, IsMissing: false)
            : null;
    }

    /// <summary>Whether a value is nothing or a text of blanks, wherever it is written.</summary>
    private bool IsEmpty(ExpressionSyntax value)
    {
        if (file.Model.OperationOf(value, file.CancellationToken) is not { } operation)
            return false;

        foreach (var source in _trace.SourcesOf(operation))
        {
            if (!(source is IDefaultValueOperation || (source.ConstantValue.HasValue && (source.ConstantValue.Value is null || (source.ConstantValue.Value is string text && string.IsNullOrWhiteSpace(text))))))
                return false;
        }

        return true;
    }

    /// <summary>Whether the end of a call is still missing.</summary>
    private static bool IsTypedIn(SyntaxNode call) => call.GetLastToken(includeZeroWidth: true).IsMissing;

    private static ExpressionSyntax? MemberOf(BaseObjectCreationExpressionSyntax creation, string member)
    {
        foreach (var expression in creation.Initializer?.Expressions ?? default)
        {
            if (expression is AssignmentExpressionSyntax { Left: SimpleNameSyntax name } assignment && name.Identifier.ValueText == member)
                return assignment.Right;
        }

        return null;
    }

    /// <summary>Options of earlier versions take the name in their constructor.</summary>
    private ExpressionSyntax? ConstructorArgument(BaseObjectCreationExpressionSyntax creation, string member) =>
        file.Model.GetSymbolInfo(creation, file.CancellationToken).Symbol is IMethodSymbol constructor ? ArgumentOf(creation, constructor, char.ToLowerInvariant(member[0]) + member.Substring(1)) : null;

    private static ExpressionSyntax? ArgumentOf(SyntaxNode call, IMethodSymbol method, string parameter)
    {
        foreach (var argument in CandidateCall.ArgumentsOf(call))
        {
            if (CandidateCall.ParameterOf(argument, method)?.Name == parameter)
                return argument.Expression;
        }

        return null;
    }

    private static bool Has(IMethodSymbol method, string parameter)
    {
        foreach (var candidate in method.Parameters)
        {
            if (candidate.Name == parameter)
                return true;
        }

        return false;
    }
}
