using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>A compiled library beside the SDKs, whose source is out of sight.</summary>
internal static class LibraryReference
{
    public static MetadataReference Of(string source)
    {
        var compilation = CSharpCompilation.Create(
            "Library", [CSharpSyntaxTree.ParseText(source, TestSetup.ParseOptions)], SdkReferences.Latest, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
