using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Cli.Loading;

/// <summary>Empty assemblies in the place of packages that are not there: rules look at a project when it refers to the right names. Those of AI SDKs bring what the tool knows of them.</summary>
internal static class StandInAssembly
{
    /// <summary>One for each name that no reference has, and what is known of SDKs when one of them is among these.</summary>
    public static IEnumerable<MetadataReference> For(IEnumerable<string> names, IReadOnlyCollection<MetadataReference> references)
    {
        var known = references.Select(static reference => Path.GetFileNameWithoutExtension(reference.Display ?? "")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = names.Where(name => !known.Contains(name)).ToList();
        var standIns = missing.Select(Create);
        return missing.Exists(AiCatalog.BuiltIn.IsAiReference) ? standIns.Append(SdkDeclarations.For(references)) : standIns;
    }

    private static MetadataReference Create(string name)
    {
        var compilation = CSharpCompilation.Create(name, references: FrameworkAssemblies.Core, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        if (!compilation.Emit(stream).Success)
            throw new InvalidOperationException($"The stand-in for '{name}' does not compile.");
        return MetadataReference.CreateFromImage(stream.ToArray(), filePath: name + ".dll");
    }
}
