using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>Whether code runs in development only, or when a setting says so: then somebody decides it.</summary>
internal sealed class DecisionGuard(AiFile file)
{
    public bool Covers(SyntaxNode node) =>
        new DevelopmentGuard(file.Compilation.Symbols, file.Model, file.CancellationToken).Covers(node)
        || new SettingGuard(file.Compilation.Symbols, file.Model, file.CancellationToken).Covers(node);
}
