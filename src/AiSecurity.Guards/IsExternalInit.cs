#if !NET
namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for when it makes a record; netstandard2.0 has none.</summary>
internal static class IsExternalInit;
#endif
