using System.Composition;
using System.Composition.Hosting;
using AiSecurity.Analyzers.CodeFixes.Fixes.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>The fixes as a host's composition finds and creates them.</summary>
public class CodeFixExportTests
{
    [Fact]
    public void Composition_creates_every_fix()
    {
        using var container = new ContainerConfiguration().WithAssembly(typeof(KeyCredentialFix).Assembly).CreateContainer();
        var exports = container.GetExports<ExportFactory<CodeFixProvider, Dictionary<string, object>>>().ToList();
        var fixes = exports.Select(export => export.CreateExport().Value).ToList();

        Assert.Equal(
            typeof(KeyCredentialFix).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider))).Select(type => type.Name).Order(StringComparer.Ordinal),
            fixes.Select(fix => fix.GetType().Name).Order(StringComparer.Ordinal));
        Assert.All(exports, export => Assert.Equal([LanguageNames.CSharp], (string[])export.Metadata["Languages"]));
        Assert.All(fixes, fix => Assert.NotEmpty(fix.FixableDiagnosticIds));
    }
}
