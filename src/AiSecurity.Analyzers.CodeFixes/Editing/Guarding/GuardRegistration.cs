using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>Puts a guard into the container, where the project builds its application.</summary>
internal static class GuardRegistration
{
    private const string EndpointMark = "__endpoint__";
    private const string CredentialMark = "__credential__";

    /// <summary>The file with the registration in its project; the file itself when the guard is registered, null when nothing in the project fills a container.</summary>
    public static async Task<Document?> AddAsync(Document document, GuardMember guard, AiSymbols symbols, CancellationToken cancellationToken)
    {
        if (guard.Registration is not { } registration)
            return null;

        Document? program = null;
        StatementSyntax? place = null;
        ExpressionSyntax? services = null;
        foreach (var candidate in document.Project.Documents)
        {
            var root = await candidate.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            foreach (var access in root!.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
            {
                if (access.Name.Identifier.ValueText == registration.Method)
                    return document;
                // builder.Services is there from the statement on that makes the builder.
                if (program is null && IsServer(access, symbols) && access is { Parent: InvocationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier: var name, Parent.Parent: LocalDeclarationStatementSyntax statement } } } })
                    (program, place, services) = (candidate, statement, SyntaxFactory.ParseExpression(name.ValueText + ".Services"));
            }
        }

        if (program is null || await EditAsync(program, place!, services!, guard, registration, cancellationToken).ConfigureAwait(false) is not { } changed)
            return null;
        return changed.Project.Solution.GetDocument(document.Id)!;
    }

    /// <summary><c>WebApplication.CreateBuilder(...)</c>, and not the builder of a kernel.</summary>
    private static bool IsServer(MemberAccessExpressionSyntax access, AiSymbols symbols) => symbols.Catalog[Role.Server].Any(row =>
        row.IsNamed(access.Name.Identifier.ValueText) && row.MemberName.Length > 0 && access.Expression is SimpleNameSyntax { Identifier.ValueText: var type } && type == row.SimpleTypeName);

    private static async Task<Document?> EditAsync(Document program, StatementSyntax statement, ExpressionSyntax services, GuardMember guard, ExtensionName registration, CancellationToken cancellationToken)
    {
        if (await ReportedPlace.CreateAsync(program, statement.Span, cancellationToken).ConfigureAwait(false) is not { } place
            || place.Symbols.FindType(registration.TypeName) is not { } extensions || OptionsOf(extensions, registration.Method, place.Symbols) is not { } options
            || GuardCreation.Endpoint(guard, statement.Span.End + 1, place) is not { } endpoint || GuardCreation.Credential(statement.Span.End + 1, place) is not { } credential)
            return null;

        var edit = new FileEdit();
        var line = LineEnd.Of(place.Node.SyntaxTree.GetRoot(cancellationToken)).ToString();
        if (!StatementInsertion.TryAddAfter(statement, Call($"{services}.{registration.Method}", options, endpoint, credential, line, statement), edit))
            return null;
        registration.Import(place, edit);
        return await CheckedEdit.ApplyAsync(program, place.Symbols, edit, cancellationToken).ConfigureAwait(false);
    }

    private static StatementSyntax Call(string method, (string Endpoint, string Credential) options, ExpressionSyntax endpoint, ExpressionSyntax credential, string line, StatementSyntax neighbour)
    {
        var indentation = neighbour.GetLeadingTrivia().LastOrDefault();
        var outer = indentation.IsKind(SyntaxKind.WhitespaceTrivia) ? indentation.ToString() : "";
        var inner = outer + (outer.Length > 0 && outer[0] == '\t' ? "\t" : "    ");
        var call = SyntaxFactory.ParseStatement(
            $"{method}(options =>{line}{outer}{{{line}{inner}options.{options.Endpoint} = {EndpointMark};{line}{inner}options.{options.Credential} = {CredentialMark};{line}{outer}}});");
        return call.ReplaceNodes(
            call.DescendantNodes().OfType<IdentifierNameSyntax>().Where(static name => name.Identifier.ValueText is EndpointMark or CredentialMark),
            (mark, _) => mark.Identifier.ValueText == EndpointMark ? endpoint : credential);
    }

    /// <summary>The properties of the options that take an endpoint and a credential.</summary>
    private static (string Endpoint, string Credential)? OptionsOf(INamedTypeSymbol extensions, string method, AiSymbols symbols)
    {
        foreach (var candidate in extensions.GetMembers(method).OfType<IMethodSymbol>())
        {
            if (candidate.Parameters.LastOrDefault()?.Type is not INamedTypeSymbol { TypeArguments: { Length: 1 } arguments })
                continue;

            string? endpoint = null, credential = null;
            for (var type = arguments[0]; type is not null; type = type.BaseType)
            {
                foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
                {
                    endpoint ??= property.Type.Name == "Uri" ? property.Name : null;
                    credential ??= symbols.Is(property.Type, Role.Token) ? property.Name : null;
                }
            }

            if (endpoint is not null && credential is not null)
                return (endpoint, credential);
        }

        return null;
    }
}
