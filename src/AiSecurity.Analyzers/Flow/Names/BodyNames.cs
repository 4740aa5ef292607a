using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>A name that a body calls or creates, with the number of arguments; -1 for a method group or member, which can mean any.</summary>
internal readonly record struct NameUse(string Name, int Arguments);

/// <summary>A place where a name stands that can mean something.</summary>
internal readonly record struct NameSite(SyntaxNode Node, NameKind Kinds);

/// <summary>The names that one body declares and uses: enough to tell, without binding anything, that it has nothing to do with a model.</summary>
/// <param name="Node">The declaration that has a control flow graph of its own.</param>
/// <param name="Name">Name of the method or property, or of the type for what runs with it.</param>
/// <param name="Type">Name of the type around it.</param>
/// <param name="Fewest">The fewest arguments that it takes.</param>
/// <param name="Most">The most arguments that it takes.</param>
/// <param name="RunsWithType">Whether it runs without being called by a name: a constructor, an accessor, an initializer.</param>
internal sealed record BodyNames(SyntaxNode Node, string Name, string Type, int Fewest, int Most, bool RunsWithType)
{
    /// <summary>What it calls, creates and takes as a value.</summary>
    public HashSet<NameUse> Uses { get; } = [];

    /// <summary>What it is by its signature, its attributes and the texts in it.</summary>
    public NameKind Given { get; set; }

    /// <summary>Where it uses names that can mean something.</summary>
    public List<NameSite> Sites { get; } = [];

    /// <summary>What it is as far as names can tell.</summary>
    public NameKind Kinds { get; set; }

    /// <summary>The functions declared in it.</summary>
    public List<string> LocalFunctions { get; } = [];

    /// <summary>The type names that stand in its file.</summary>
    public HashSet<string> Mentions { get; set; } = [];

    /// <summary>Whether it is an extension method, which is called without naming its type.</summary>
    public bool IsExtension { get; set; }

    /// <summary>Whether a string in it names the shield's REST operation.</summary>
    public bool CallsShieldService { get; set; }

    /// <summary>Whether a use can mean this body: an extension method has one parameter more than its call has arguments.</summary>
    public bool CanBe(NameUse use) => RunsWithType || use.Arguments < 0 || (use.Arguments >= Fewest - 1 && use.Arguments <= Most);

    public bool Equals(BodyNames? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Node.GetHashCode();
}
