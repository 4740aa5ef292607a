using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>The folder that an object was made with, in a path below it: <c>Path.Combine(_root, name)</c>. Where an application keeps its files, its settings say, wherever they are kept themselves.</summary>
internal static class KeptFolder
{
    public static bool IsIn(IInvocationOperation call) => call is { TargetMethod: { Name: "Combine" or "Join", ContainingType: { Name: "Path", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: nameof(System) } } }, Arguments: { Length: > 1 } arguments }
        && Operations.Unwrap(arguments[0].Value) switch
        {
            IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: false } } => true,
            IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } } => constructor.DeclaringSyntaxReferences.Length > 0 && constructor.DeclaringSyntaxReferences[0].GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax,
            _ => false,
        };
}
