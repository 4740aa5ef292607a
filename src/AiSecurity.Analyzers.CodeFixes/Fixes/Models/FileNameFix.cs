using System.Linq;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC206: a name in a folder of the application's stays in that folder.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class FileNameFix() : PlaceFix(RuleIds.TrustedOutput, "Use the file name only", "file_name")
{
    private const string PathType = "System.IO.Path";

    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (SinkArgument.Of(place, "path") is not { } sink || place.Symbols.FindType(PathType) is not { } path || NameIn(sink.Written, path, place) is not { } name
            || place.Model.GetTypeInfo(name, place.CancellationToken).Type?.SpecialType != SpecialType.System_String)
            return false;

        edit.Replace(name, place.Generator.InvocationExpression(place.Types.Member(path, "GetFileName"), ComposedText.NeverNull(name, place.Model, place.CancellationToken)));
        return true;
    }

    /// <summary>The last part of a path whose other parts are the application's own: <c>Path.Combine("reports", name)</c>, <c>$"reports/{name}.txt"</c>.</summary>
    private static ExpressionSyntax? NameIn(ExpressionSyntax written, INamedTypeSymbol path, ReportedPlace place)
    {
        if (written is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } arguments } call)
        {
            var last = arguments.Last().Expression;
            return place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is { Name: "Combine" or "Join" } method && SymbolEqualityComparer.Default.Equals(method.ContainingType, path)
                && arguments.All(argument => argument.NameColon is null && (argument.Expression == last) != ComposedText.IsOwn(argument.Expression, place.Model, place.CancellationToken))
                && !ComposedText.PartsOf(last, place.Model, place.CancellationToken).HasConstant
                ? last
                : null;
        }

        var (foreign, _) = ComposedText.PartsOf(written, place.Model, place.CancellationToken);
        if (foreign.Count != 1 || foreign[0] is not InterpolationSyntax { AlignmentClause: null, Parent: InterpolatedStringExpressionSyntax interpolated } hole)
            return null;

        var index = interpolated.Contents.IndexOf(hole);
        var before = index > 0 ? (interpolated.Contents[index - 1] as InterpolatedStringTextSyntax)?.TextToken.ValueText : null;
        var after = index + 1 < interpolated.Contents.Count ? (interpolated.Contents[index + 1] as InterpolatedStringTextSyntax)?.TextToken.ValueText ?? "/" : "";
        return before is { Length: > 0 } && before[before.Length - 1] is '/' or '\\' && after.IndexOfAny(['/', '\\']) < 0 ? hole.Expression : null;
    }
}
