using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.WholeAssembly;

/// <summary>Analyzers and fixes as Visual Studio and dotnet format find them.</summary>
public class CodeFixDiscoveryTests
{
    [Fact]
    public void Every_analyzer_is_public_sealed_and_for_CSharp()
    {
        foreach (var type in Everything.Analyzers.Select(analyzer => analyzer.GetType()))
        {
            Assert.True(type is { IsPublic: true, IsSealed: true }, type.Name);
            Assert.Equal(LanguageNames.CSharp, Assert.Single(type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()!.Languages));
        }
    }

    [Fact]
    public void Every_fix_is_exported_for_CSharp()
    {
        foreach (var type in Everything.Fixes.Select(fix => fix.GetType()))
        {
            var export = type.GetCustomAttribute<ExportCodeFixProviderAttribute>();
            Assert.True(export is not null, type.Name);
            Assert.Equal(LanguageNames.CSharp, Assert.Single(export.Languages));
        }
    }

    /// <summary>The attribute pins a System.Composition that older hosts do not have.</summary>
    [Fact]
    public void No_fix_is_shared()
    {
        foreach (var type in Everything.Fixes.Select(fix => fix.GetType()))
            Assert.DoesNotContain(type.CustomAttributes, attribute => attribute.AttributeType.Name == "SharedAttribute");
        Assert.DoesNotContain(Assembly.Load("AiSecurity.Analyzers.CodeFixes").GetReferencedAssemblies(), name => name.Name == "System.Composition.AttributedModel" && name.Version!.Major > 7);
    }

    [Fact]
    public void Every_fixable_id_is_one_that_an_analyzer_reports()
    {
        var ids = Everything.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var fix in Everything.Fixes)
        {
            Assert.NotEmpty(fix.FixableDiagnosticIds);
            Assert.All(fix.FixableDiagnosticIds, id => Assert.Contains(id, ids));
        }
    }

    [Fact]
    public void Every_fix_can_fix_all()
    {
        foreach (var fix in Everything.Fixes)
        {
            var scopes = fix.GetFixAllProvider()?.GetSupportedFixAllScopes().ToList();
            Assert.True(scopes is not null, fix.GetType().Name);
            Assert.Contains(FixAllScope.Document, scopes);
            Assert.Contains(FixAllScope.Project, scopes);
            Assert.Contains(FixAllScope.Solution, scopes);
        }
    }
}
