using System.Linq;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC206: <c>FromSqlRaw($"...{x}")</c> becomes <c>FromSql($"...{x}")</c>, which makes parameters of what is put in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SqlInterpolationFix() : PlaceFix(RuleIds.TrustedOutput, "Pass the values as SQL parameters", "sql_interpolation")
{
    private const string Raw = "Raw";

    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (SinkArgument.Of(place, "sql") is not { Call: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call, Member: IMethodSymbol method } sink
            || sink.Written != place.Node || CounterpartOf(method) is not { } counterpart
            || SqlText.Split(sink.Written, place, Mark) is not { Statement: LiteralExpressionSyntax literal } sql)
            return false;

        // Values that are passed beside the text have no place in the other method.
        if (call.ArgumentList.Arguments.Count > 1 && method.Parameters.Any(static parameter => parameter.Name == "parameters" && !parameter.IsParams))
            return false;

        var text = literal.ToString();
        var source = text.StartsWith("\"\"\"", System.StringComparison.Ordinal) ? text : text.Replace("{", "{{").Replace("}", "}}");
        for (var i = 0; i < sql.Values.Count; i++)
            source = source.Replace(Mark(i), "{" + (sql.Values[i] is ConditionalExpressionSyntax ? $"({sql.Values[i]})" : sql.Values[i].ToString()) + "}");

        edit.Replace(sink.Written, SyntaxFactory.ParseExpression("$" + source));
        edit.Replace(access.Name, access.Name.WithIdentifier(SyntaxFactory.Identifier(counterpart)));
        return true;
    }

    private static string Mark(int index) => $"__value{index}__";

    /// <summary>The method of the same type that takes an interpolated string as it is.</summary>
    private static string? CounterpartOf(IMethodSymbol method)
    {
        if (!method.Name.Contains(Raw))
            return null;

        foreach (var replacement in new[] { "", "Interpolated" })
        {
            var name = method.Name.Replace(Raw, replacement);
            if ((method.ReducedFrom ?? method).ContainingType.GetMembers(name).OfType<IMethodSymbol>().Any(static candidate => candidate.Parameters.Any(static parameter => parameter.Type.Name == "FormattableString")))
                return name;
        }

        return null;
    }
}
