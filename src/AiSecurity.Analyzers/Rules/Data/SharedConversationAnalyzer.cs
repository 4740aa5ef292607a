using System;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Data.Conversations;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Data;

/// <summary>AISEC403: one conversation for all users of a server.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedConversationAnalyzer() : AiRule(DataRules.SharedConversation)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        var conversations = new ConversationTypes(file);
        var ids = new ConversationIds(file, conversations);
        foreach (var node in file.Model.SyntaxTree.GetRoot(file.CancellationToken).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            switch (node)
            {
                case FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword) && (conversations.MayBe(field.Declaration.Type) || ConversationIds.MayBe(field.Declaration.Type)):
                    foreach (var variable in field.Declaration.Variables)
                        Look(file, conversations, ids, node, variable, variable.Identifier, variable.Initializer?.Value);
                    break;
                case PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors } property when accessors.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }) && conversations.MayBe(property.Type):
                    Look(file, conversations, ids, node, property, property.Identifier, property.Initializer?.Value);
                    break;
            }
        }

        foreach (var registration in ConversationRegistration.In(file, conversations))
        {
            if (ServerProject.Is(file.Compilation, file.Model.Compilation, file.CancellationToken))
                Report(file, registration.Node, registration.Name, registration.Member is { } member ? $"is registered as a singleton and keeps '{member}'" : "is registered as a singleton");
        }
    }

    private static void Look(AiFile file, ConversationTypes conversations, ConversationIds ids, SyntaxNode declaration, SyntaxNode declarator, SyntaxToken name, ExpressionSyntax? initial)
    {
        if (declaration.Parent is not TypeDeclarationSyntax owner || file.Model.GetDeclaredSymbol(declarator, file.CancellationToken) is not { } member || (conversations.KindOf(member) ?? ids.KindOf(member, owner)) is not { } kind)
            return;

        var isShared = member.IsStatic ? !IsOfThread(member) : SingletonTypes.Contains(file.Compilation, file.Model.Compilation, owner.Identifier.ValueText, file.CancellationToken) && !RunsAlone(member.ContainingType);
        if (!isShared || !ServerProject.Is(file.Compilation, file.Model.Compilation, file.CancellationToken) || (kind != ConversationIds.Kind && !new ConversationUse(file.Model, member, kind, file.CancellationToken).Grows(owner, initial)))
            return;

        Report(file, name, member.Name, member.IsStatic ? "is static" : $"is kept in '{owner.Identifier.ValueText}', of which there is one for all");
    }

    /// <summary>A service that runs by itself talks to nobody's users.</summary>
    internal static bool RunsAlone(INamedTypeSymbol type) => type.AllInterfaces.Any(static contract => contract.Name == "IHostedService");

    private static bool IsOfThread(ISymbol member) => member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == nameof(ThreadStaticAttribute));

    private static void Report(AiFile file, SyntaxNodeOrToken place, string name, string fault) =>
        file.Report(Diagnostic.Create(DataRules.SharedConversation, place.GetLocation(), ControlTags.Of(DataRules.SharedConversation), name, fault));
}
