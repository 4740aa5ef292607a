using System;
using System.Collections.Generic;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Flow.Names;
using AiSecurity.Analyzers.Flow.Pipelines;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>What the engine knows of the whole compilation. Safe for concurrent use.</summary>
internal sealed class FlowCompilation
{
    /// <param name="compilation">The compilation that is looked at.</param>
    /// <param name="names">Its bodies, and those of others that are looked at with it, by name.</param>
    /// <param name="symbols">The catalog in it.</param>
    /// <param name="arePublicParametersUntrusted">Whether some file says that anybody may fill the parameters of its public methods.</param>
    /// <param name="hasOthers">Whether the sources of projects that it refers to are looked at, now or later.</param>
    /// <param name="shieldsOfOthers">What may be a shield in those that are looked at later.</param>
    public FlowCompilation(Compilation compilation, CompilationNames names, AiSymbols symbols, bool arePublicParametersUntrusted, bool hasOthers, IEnumerable<ShieldNames> shieldsOfOthers)
    {
        Assembly = compilation.Assembly;
        IsProgram = compilation.Options.OutputKind is not (OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule);
        HasOthers = hasOthers;
        Symbols = symbols;
        DataTypes = new DataTypes(symbols);
        Names = names;
        Families = new TypeFamilies(Names.Bases, Names.Results);
        Inherited = new InheritedKinds(Names);
        ArePublicParametersUntrusted = arePublicParametersUntrusted;
        _uses = new Lazy<BodyUses>(() => new BodyUses(Names.All));
        Refusing = new RefusingNames(() => Uses);
        Requests = new ModelRequestNames(() => Names.NamesModelRequest, () => Uses, symbols.Catalog);
        Shields = ShieldNames.Of(Names, symbols.Catalog).With(shieldsOfOthers);
        Pipelines = new ShieldPipelines(Shields, Names, symbols.Catalog, compilation);
        _registrations = new Lazy<IReadOnlyList<ServiceRegistration>>(() => ServiceRegistration.AllOf(Names, symbols.Catalog));
        Clients = new ShieldedClients(this);
        Mediators = new MediatorShields(this);
    }

    public IAssemblySymbol Assembly { get; }

    /// <summary>Whether nothing else calls what it does not call itself; a library's methods are there for others.</summary>
    public bool IsProgram { get; }

    /// <summary>Whether the sources of projects that it refers to are looked at, now or later.</summary>
    public bool HasOthers { get; }

    public AiSymbols Symbols { get; }

    public CompilationNames Names { get; }

    public TypeFamilies Families { get; }

    public InheritedKinds Inherited { get; }

    /// <summary>All bodies by name.</summary>
    public BodyUses Uses => _uses.Value;

    /// <summary>Methods that may throw for what they are given.</summary>
    public RefusingNames Refusing { get; }

    /// <summary>Requests whose address nothing is known of.</summary>
    public ModelRequestNames Requests { get; }

    /// <summary>Whether some file says that anybody may fill the parameters of its public methods.</summary>
    public bool ArePublicParametersUntrusted { get; }

    public ShieldNames Shields { get; }

    public ShieldPipelines Pipelines { get; }

    /// <summary>What the project tells its containers to hand out.</summary>
    public IReadOnlyList<ServiceRegistration> Registrations => _registrations.Value;

    /// <summary>Which clients have a shield of a pipeline before them.</summary>
    public ShieldedClients Clients { get; }

    /// <summary>What requests of a mediator have passed before they are handled.</summary>
    public MediatorShields Mediators { get; }

    public DataTypes DataTypes { get; }

    private readonly Lazy<BodyUses> _uses;
    private readonly Lazy<IReadOnlyList<ServiceRegistration>> _registrations;
    private int _spentBudgets;
    private int _graphs;

    /// <summary>Bodies whose values were followed: what the engine costs.</summary>
    public int Graphs => Volatile.Read(ref _graphs);

    /// <summary>Bodies and graphs that were given up because a budget was spent.</summary>
    public int SpentBudgets => Volatile.Read(ref _spentBudgets);

    /// <summary>Whether the source of a member is the project's own, or that of a project whose sources can be had.</summary>
    public bool HasSourceOf(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, Assembly) || (HasOthers && !member.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty);

    /// <summary>Whether a method is followed like the project's own: those with a body here, contracts that a library declares and a type of the project implements, and shields of others, by their names. What a framework declares means what it always means.</summary>
    public bool HasBodiesOf(IMethodSymbol method) => HasSourceOf(method) || Shields.IsElsewhere(method)
        || (method is { IsStatic: false, IsAbstract: true, ContainingType: { } type } && Families.IsDerived(type.Name) && !DataTypes.IsFramework(type.ContainingNamespace));

    public void CountGraph() => Interlocked.Increment(ref _graphs);

    public void CountSpentBudget() => Interlocked.Increment(ref _spentBudgets);
}
