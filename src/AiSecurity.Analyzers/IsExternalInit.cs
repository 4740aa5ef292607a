namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for when it makes a record; netstandard2.0 has none. The fixes see this one too.</summary>
internal static class IsExternalInit;
