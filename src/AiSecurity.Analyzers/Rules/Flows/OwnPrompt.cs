using System;
using System.Linq;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Flows;

/// <summary>Files and blobs that hold the application's own prompts, by what the code that reads them is called: <c>PromptStore.LoadAsync(name)</c>.</summary>
internal static class OwnPrompt
{
    public static bool Is(FlowArrival arrival) => (arrival.Origins & ~(Origins.Document | Origins.LocalDocument | Origins.Response)) == 0 && arrival.Source.Site is { } read
        && read.Ancestors().Any(static around => around is BaseTypeDeclarationSyntax { Identifier.ValueText: var type } && Speaks(type) || around is MethodDeclarationSyntax { Identifier.ValueText: var method } && Speaks(method));

    private static bool Speaks(string name) => name.IndexOf("Prompt", StringComparison.Ordinal) >= 0 && name.IndexOf("User", StringComparison.Ordinal) < 0;
}
