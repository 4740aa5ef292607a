using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>The code in the arguments of an interpreter whose language the sessions have.</summary>
internal static class InterpreterCode
{
    /// <summary>Whether the sessions have the language of a program.</summary>
    public static bool IsOfPool(ExpressionSyntax program, ReportedPlace place) =>
        place.Model.GetConstantValue(program, place.CancellationToken).Value is string file && RowOf(file, place) is not null;

    /// <summary>The code; null where the arguments hold anything else beside it.</summary>
    public static ExpressionSyntax? In(ExpressionSyntax arguments, ExpressionSyntax program, ReportedPlace place)
    {
        if (place.Model.GetConstantValue(program, place.CancellationToken).Value is not string file || RowOf(file, place) is not { } row || row["argument"] is not { } flag)
            return null;

        var code = Elements(arguments) is { } elements
            ? elements.Count == 2 && place.Model.GetConstantValue(elements[0], place.CancellationToken).Value as string == flag ? elements[1] : null
            : InLine(arguments, flag, place);
        return code is not null && place.Model.GetTypeInfo(code, place.CancellationToken).Type is { SpecialType: SpecialType.System_String } ? code : null;
    }

    private static CatalogRow? RowOf(string file, ReportedPlace place)
    {
        var name = file.Substring(Math.Max(file.LastIndexOf('/'), file.LastIndexOf('\\')) + 1);
        return place.Symbols.Catalog[Role.Interpreter].FirstOrDefault(row => PoolLanguages.Have(row, place)
            && (row.Member.EndsWith("*", StringComparison.Ordinal) ? name.StartsWith(row.Member.TrimEnd('*'), StringComparison.OrdinalIgnoreCase) : name.Equals(row.Member, StringComparison.OrdinalIgnoreCase)));
    }

    public static List<ExpressionSyntax>? Elements(ExpressionSyntax arguments) => arguments switch
    {
        CollectionExpressionSyntax collection when collection.Elements.All(static element => element is ExpressionElementSyntax) => collection.Elements.Select(static element => ((ExpressionElementSyntax)element).Expression).ToList(),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.ToList(),
        InitializerExpressionSyntax list => list.Expressions.ToList(),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.ToList(),
        _ => null,
    };

    /// <summary><c>$"-c \"{code}\""</c>, <c>"-c " + code</c>: with quotation marks around it or without.</summary>
    private static ExpressionSyntax? InLine(ExpressionSyntax line, string flag, ReportedPlace place)
    {
        var parts = Parts(line).ToList();
        var code = parts.Where(part => !IsConstant(part, place)).ToList();
        if (code.Count != 1)
            return null;

        var index = parts.IndexOf(code[0]);
        var before = string.Concat(parts.Take(index).Select(part => TextOf(part, place)));
        var after = string.Concat(parts.Skip(index + 1).Select(part => TextOf(part, place)));
        var isWhole = (before == flag + " " && after.Length == 0) || (before == flag + " \"" && after == "\"") || (before == flag + " '" && after == "'");
        return !isWhole ? null : code[0] is InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole ? hole.Expression : code[0] as ExpressionSyntax;
    }

    private static IEnumerable<SyntaxNode> Parts(ExpressionSyntax line) => line switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Parts(sum.Left).Concat(Parts(sum.Right)),
        InterpolatedStringExpressionSyntax interpolated => interpolated.Contents,
        ParenthesizedExpressionSyntax parenthesized => Parts(parenthesized.Expression),
        _ => [line],
    };

    private static bool IsConstant(SyntaxNode part, ReportedPlace place) => part is InterpolatedStringTextSyntax || (part is ExpressionSyntax expression && place.Model.GetConstantValue(expression, place.CancellationToken).HasValue);

    private static string TextOf(SyntaxNode part, ReportedPlace place) => part switch
    {
        InterpolatedStringTextSyntax text => text.TextToken.ValueText,
        ExpressionSyntax expression => place.Model.GetConstantValue(expression, place.CancellationToken).Value as string ?? "",
        _ => "",
    };
}
