using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Text where it becomes something dangerous.</summary>
/// <param name="Call">The call, creation or assignment.</param>
/// <param name="Member">The method or property there.</param>
/// <param name="Written">Where the text is put together: the argument, or the initializer of the variable that it alone reads.</param>
internal sealed record SinkArgument(SyntaxNode Call, ISymbol Member, ExpressionSyntax Written)
{
    /// <summary>The name of the property of a diagnostic that tells the kind of the place.</summary>
    private const string KindProperty = "kind";

    /// <summary>The argument of a diagnostic, when its place is of that kind.</summary>
    public static SinkArgument? Of(ReportedPlace place, string kind)
    {
        if (place.Node is not ExpressionSyntax value || (place.Diagnostic.Properties.TryGetValue(KindProperty, out var known) && known != kind))
            return null;

        var call = value.Parent switch
        {
            ArgumentSyntax { Parent.Parent: ExpressionSyntax owner } => owner,
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Right == value => assignment,
            _ => null,
        };
        if (call is null || place.Model.GetSymbolInfo(call is AssignmentExpressionSyntax target ? target.Left : call, place.CancellationToken).Symbol is not { } member)
            return null;
        if (known is null && !place.Symbols.RowsOf(member).Any(row => row.Role == Role.Sink && row["kind"] == kind))
            return null;

        return new SinkArgument(call, member, SingleUse.InitializerOf(value, place.Model, place.CancellationToken) is { } written && IsPutTogether(written) ? written : value);
    }

    private static bool IsPutTogether(ExpressionSyntax written) =>
        written is InterpolatedStringExpressionSyntax or BinaryExpressionSyntax or InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 1 };
}
