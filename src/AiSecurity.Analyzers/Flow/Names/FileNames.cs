using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>One walk over a file that lists its bodies and the names that they use.</summary>
internal sealed class FileNames
{
    /// <summary>The shield's operation in the service's REST contract, in every version of its address; .NET has no released client for it.</summary>
    public const string ShieldOperation = "shieldPrompt";

    private readonly NameKinds _kinds;
    private readonly ImmutableArray<BodyNames>.Builder _bodies = ImmutableArray.CreateBuilder<BodyNames>();
    private readonly Stack<BodyNames> _open = new();

    private readonly HashSet<string> _mentions = [];
    private readonly HashSet<string> _words = [];
    private readonly List<(BodyNames Body, NameUse Use, SyntaxNode Node)> _sites = [];
    private readonly List<(BodyNames Body, SyntaxNode Node)> _creations = [];
    private readonly HashSet<(string Type, string Name)> _addresses = [];
    private readonly FileScope _scope;
    private readonly EntryNames _entries;

    private FileNames(NameKinds kinds, FileScope scope) => (_kinds, _scope, _entries) = (kinds, scope, new EntryNames(kinds));

    public ImmutableArray<BodyNames> Bodies { get; private set; } = ImmutableArray<BodyNames>.Empty;

    /// <summary>Types and what they derive from, by name.</summary>
    public List<(string Type, string Base)> Bases { get; } = [];

    /// <summary>Types and the types that their members hand out, by name.</summary>
    public List<(string Type, string Result)> Results { get; } = [];

    /// <summary>Types whose methods somebody else calls, by their attributes and base types.</summary>
    public List<(string Type, NameKind Kinds)> Types { get; } = [];

    /// <summary>Whether a string names the error of the service's content filter.</summary>
    public bool NamesContentFilter { get; private set; }

    /// <summary>Whether a string names the path of a model's operation, or something is written that is sent to one.</summary>
    public bool NamesModelRequest { get; private set; }

    /// <summary>Names of members without a body that an attribute makes guards.</summary>
    public List<string> DeclaredGuards { get; } = [];

    /// <summary>Members of interfaces that say by their names that they ask a shield.</summary>
    public List<(string Contract, string Name)> NamedGuards { get; } = [];

    /// <summary>Whether any member, also of an interface, has an attribute that makes it a guard.</summary>
    public bool HasGuardAttributes { get; private set; }

    public static FileNames Of(CompilationUnitSyntax root, NameKinds kinds, ImmutableHashSet<string> globalUsings)
    {
        var names = new FileNames(kinds, new FileScope(root, globalUsings));
        if (root.Members.Any(SyntaxKind.GlobalStatement))
            names.Open(new BodyNames(root, "<Main>$", "Program", 0, 0, false));
        foreach (var node in root.DescendantNodes(static node => node is not (UsingDirectiveSyntax or AttributeListSyntax or BaseListSyntax { Parent: EnumDeclarationSyntax })))
            names.Visit(node);
        names.Judge();
        names.Bodies = names._bodies.ToImmutable();
        return names;
    }

    private void Visit(SyntaxNode node)
    {
        while (_open.Count > 0 && node.SpanStart >= _open.Peek().Node.Span.End)
            _open.Pop();
        if (BodyDeclaration.Of(node) is { } body)
            Open(body);
        switch (node)
        {
            case SimpleNameSyntax { Identifier.ValueText: { Length: > 0 } text } when char.IsUpper(text[0]):
                if (_mentions.Add(text))
                    AddWord(text);
                if (HandedOut.By((SimpleNameSyntax)node) is { } giver && giver != text)
                    Results.Add((giver, text));
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal:
                Read(literal, literal.Token);
                break;
            case InterpolatedStringTextSyntax text:
                Read(text, text.TextToken);
                break;
            case AnonymousObjectCreationExpressionSyntax or InitializerExpressionSyntax:
                NamesModelRequest = NamesModelRequest || _kinds.IsModelBody(node);
                break;
            case QualifiedNameSyntax qualified:
                _scope.Add(qualified.Left.ToString());
                break;
            case MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: SimpleNameSyntax or MemberAccessExpressionSyntax, Name.Identifier.ValueText: { Length: > 0 } type } access } when char.IsUpper(type[0]):
                // A static member of a type that is written out in full.
                _scope.Add(access.ToString());
                _scope.Add(access.Expression.ToString());
                break;
            case MethodDeclarationSyntax { AttributeLists.Count: > 0 } attributed:
                if ((_entries.OfAttributes(attributed.AttributeLists) & NameKind.Shield) == 0)
                    break;
                HasGuardAttributes = true;
                if (attributed.Body is null && attributed.ExpressionBody is null)
                    DeclaredGuards.Add(attributed.Identifier.ValueText);
                break;
            case TypeDeclarationSyntax type:
                foreach (var parent in type.BaseList?.Types ?? default)
                {
                    if (SimpleNames.Of(parent.Type) is not { } name)
                        continue;
                    Bases.Add((type.Identifier.ValueText, name));
                    // Who sends a request names its type, and not who handles it.
                    if (_kinds.IsHandler(name) && parent.Type is GenericNameSyntax { TypeArgumentList.Arguments: { Count: > 0 } requests } && SimpleNames.Of(requests[0]) is { } request)
                        Bases.Add((type.Identifier.ValueText, request));
                }

                foreach (var member in type is InterfaceDeclarationSyntax ? type.Members : default)
                {
                    if (member is MethodDeclarationSyntax { Body: null, ExpressionBody: null, Identifier.ValueText: var contract } asked && TakesText(asked) && _kinds.IsShieldContract(type.Identifier.ValueText, contract))
                        NamedGuards.Add((type.Identifier.ValueText, contract));
                }

                if (_entries.OfType(type) is var given and not NameKind.None)
                    Types.Add((type.Identifier.ValueText, given));

                break;
        }

        if (_open.Count > 0)
            Use(node, _open.Peek());
    }

    private static bool TakesText(MethodDeclarationSyntax method)
    {
        foreach (var parameter in method.ParameterList.Parameters)
        {
            if (parameter.Type?.ToString().Contains("string") == true)
                return true;
        }

        return false;
    }

    /// <summary>What the names of each body can mean, now that all words of the file are known.</summary>
    private void Judge()
    {
        foreach (var (body, use, node) in _sites)
            Add(body, node, _scope.Of(_kinds.OfMember(use.Name), use.Arguments, _words));
        // The type stands elsewhere, perhaps: new(ChatRole.User, text) in a list of messages.
        var creations = _creations.Count > 0 ? _scope.Of(_kinds.Creations, 1, _words) : NameKind.None;
        foreach (var (body, node) in _creations)
            Add(body, node, creations);
        foreach (var body in _bodies)
        {
            body.Kinds |= body.Given;
            body.CallsShieldService |= _addresses.Count > 0 && UsesAddress(body);
        }
    }

    private static void Add(BodyNames body, SyntaxNode node, NameKind kinds)
    {
        if (kinds == NameKind.None)
            return;
        body.Kinds |= kinds;
        body.Sites.Add(new NameSite(node, kinds));
    }

    private static bool NamesShield(SyntaxToken token) => token.Text.IndexOf(ShieldOperation, StringComparison.Ordinal) >= 0;

    private void Read(SyntaxNode node, SyntaxToken token)
    {
        NamesModelRequest = NamesModelRequest || _kinds.IsModelPath(token.ValueText) || _kinds.IsModelBody(node);
        if (NamesShield(token))
            AddAddress(node);
    }

    /// <summary>The service's address often stands in a field or property of the type: who uses that asks the service.</summary>
    private void AddAddress(SyntaxNode text)
    {
        if (text.FirstAncestorOrSelf<MemberDeclarationSyntax>() is PropertyDeclarationSyntax property)
            _addresses.Add((BodyDeclaration.TypeOf(property), property.Identifier.ValueText));
        else if (text.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { Parent.Parent: FieldDeclarationSyntax } field)
            _addresses.Add((BodyDeclaration.TypeOf(field), field.Identifier.ValueText));
        else if (text.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Left: { } member } assignment && text.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is { } constructor && assignment.SpanStart > constructor.SpanStart && SimpleNames.Of(member) is { } name)
            _addresses.Add((BodyDeclaration.TypeOf(constructor), name));
    }

    private bool UsesAddress(BodyNames body)
    {
        foreach (var token in body.Node.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && _addresses.Contains((body.Type, token.ValueText)))
                return true;
        }

        return false;
    }

    private void AddWord(string name)
    {
        _words.Add(name);
        if (name.StartsWith("Http", StringComparison.Ordinal) && name.Length > 4)
            _words.Add(name.Substring(4));
        else if (name.Length > 2 && name[0] == 'I' && char.IsUpper(name[1]))
            _words.Add(name.Substring(1));
    }

    private void Open(BodyNames body)
    {
        body.Given |= _entries.Of(body.Node) | (CodeBehind.Is(body.Node.SyntaxTree) ? NameKind.Origin : NameKind.None);
        body.Mentions = _mentions;
        body.IsExtension = body.Node is MethodDeclarationSyntax { ParameterList.Parameters: { Count: > 0 } parameters } && parameters[0].Modifiers.Any(SyntaxKind.ThisKeyword);
        _bodies.Add(body);
        _open.Push(body);
    }

    private void Use(SyntaxNode node, BodyNames body)
    {
        switch (node)
        {
            case InvocationExpressionSyntax invocation:
                Add(body, SimpleNames.Of(invocation.Expression), invocation.ArgumentList.Arguments.Count, node);
                break;
            case ObjectCreationExpressionSyntax creation:
                Add(body, SimpleNames.Of(creation.Type), creation.ArgumentList?.Arguments.Count ?? 0, node);
                break;
            case CastExpressionSyntax cast:
                Add(body, SimpleNames.Of(cast.Type), 1, node);
                break;
            case ImplicitObjectCreationExpressionSyntax:
                _creations.Add((body, node));
                break;
            case MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax } access:
                Add(body, access.Name.Identifier.ValueText, -1, node);
                break;
            case MemberBindingExpressionSyntax { Parent: not InvocationExpressionSyntax } binding:
                Add(body, binding.Name.Identifier.ValueText, -1, node);
                break;
            case IdentifierNameSyntax { Parent: ArgumentSyntax or EqualsValueClauseSyntax or AssignmentExpressionSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ConditionalExpressionSyntax or InitializerExpressionSyntax } name:
                Add(body, name.Identifier.ValueText, -1, node);
                break;
            case IdentifierNameSyntax { Identifier.ValueText: "args" } when body.Node is CompilationUnitSyntax:
                body.Given |= NameKind.Origin;
                break;
            case LocalFunctionStatementSyntax function:
                body.LocalFunctions.Add(function.Identifier.ValueText);
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal:
                body.CallsShieldService |= NamesShield(literal.Token);
                NamesContentFilter |= literal.Token.Text.IndexOf("content_filter", StringComparison.Ordinal) >= 0;
                if (literal.Parent is ArgumentSyntax && SecretNames.Is(literal.Token.ValueText))
                    body.Given |= NameKind.Origin;
                break;
            case InterpolatedStringTextSyntax text:
                body.CallsShieldService |= NamesShield(text.TextToken);
                break;
        }
    }

    private void Add(BodyNames body, string? name, int arguments, SyntaxNode node)
    {
        if (name is null)
            return;
        body.Uses.Add(new NameUse(name, arguments));
        foreach (var handler in _kinds.HandlersOf(name))
            body.Uses.Add(new NameUse(handler, -1));
        if (!_kinds.OfMember(name).IsEmpty)
            _sites.Add((body, new NameUse(name, arguments), node));
    }
}
