using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>An extension method that a row of the catalog names, with what must be imported to call it.</summary>
internal sealed record ExtensionName(string Method, string TypeName, string Namespace)
{
    public static ExtensionName? Of(string? member)
    {
        if (member is null)
            return null;

        var method = member.LastIndexOf('.');
        var type = member.LastIndexOf('.', method - 1);
        return new ExtensionName(member.Substring(method + 1), member.Substring(2, method - 2), member.Substring(2, Math.Max(0, type - 2)));
    }

    /// <summary>Imports its namespace where it is not visible yet.</summary>
    public void Import(ReportedPlace place, FileEdit edit)
    {
        if (place.Symbols.FindType(TypeName) is not { } type)
            return;
        // Other libraries have extensions of the same name.
        foreach (var visible in place.Model.LookupNamespacesAndTypes(place.Node.SpanStart, name: type.Name))
        {
            if (SymbolEqualityComparer.Default.Equals(visible, type))
                return;
        }

        var root = (CompilationUnitSyntax)place.Node.SyntaxTree.GetRoot(place.CancellationToken);
        var import = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(Namespace)).NormalizeWhitespace().WithTrailingTrivia(LineEnd.Of(root));
        edit.Change(root, current => ((CompilationUnitSyntax)current).AddUsings(import));
    }
}
