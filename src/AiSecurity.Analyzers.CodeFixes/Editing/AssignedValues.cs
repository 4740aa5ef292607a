using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>What a variable, field or property is set to in its file.</summary>
internal static class AssignedValues
{
    public static List<ExpressionSyntax> Of(ISymbol symbol, ReportedPlace place)
    {
        var values = new List<ExpressionSyntax>();
        foreach (var reference in symbol.DeclaringSyntaxReferences.Where(reference => reference.SyntaxTree == place.Model.SyntaxTree))
        {
            if (reference.GetSyntax(place.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } initial })
                values.Add(initial);
            else if (reference.GetSyntax(place.CancellationToken) is PropertyDeclarationSyntax property && (property.Initializer?.Value ?? property.ExpressionBody?.Expression) is { } given)
                values.Add(given);
        }

        foreach (var assignment in place.Model.SyntaxTree.GetRoot(place.CancellationToken).DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if ((assignment.Left as IdentifierNameSyntax ?? (assignment.Left as MemberAccessExpressionSyntax)?.Name) is { } name && name.Identifier.ValueText == symbol.Name
                && SymbolEqualityComparer.Default.Equals(place.Model.GetSymbolInfo(name, place.CancellationToken).Symbol, symbol))
                values.Add(assignment.Right);
        }

        return values;
    }
}
