using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC206: values that are put into SQL text become parameters of the command.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SqlParameterFix() : PlaceFix(RuleIds.TrustedOutput, "Use SQL parameters", "sql_parameter")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (SinkArgument.Of(place, "sql") is not { } sink || CommandParameters.Of(sink, place) is not { } parameters
            || SqlText.Split(sink.Written, place, parameters.Name) is not { } sql)
            return false;

        // The values are read later than before.
        if (sink.Written != place.Node && !sql.Sources.TrueForAll(source => SingleUse.CanMove(source, place.Node, place)))
            return false;

        edit.Replace(sink.Written, sql.Statement);
        return parameters.TryAdd(sql.Values, edit);
    }
}
