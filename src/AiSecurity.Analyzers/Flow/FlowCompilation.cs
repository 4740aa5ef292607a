using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>What the engine knows of the whole compilation. Safe for concurrent use.</summary>
internal sealed class FlowCompilation(Compilation compilation, AiSymbols symbols, ShieldNames shields)
{
    public IAssemblySymbol Assembly { get; } = compilation.Assembly;

    public AiSymbols Symbols { get; } = symbols;

    public ShieldNames Shields { get; } = shields;

    public DataTypes DataTypes { get; } = new();

    private int _spentBudgets;

    /// <summary>Bodies and graphs that were given up because a budget was spent.</summary>
    public int SpentBudgets => Volatile.Read(ref _spentBudgets);

    public void CountSpentBudget() => Interlocked.Increment(ref _spentBudgets);
}
