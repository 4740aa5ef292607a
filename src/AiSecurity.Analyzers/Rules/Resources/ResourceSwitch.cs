using System;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Resources;

/// <summary>What a resource is set to where its description sets it: open, closed, or what nobody can see here.</summary>
internal sealed class ResourceSwitch(AiFile file)
{
    private readonly ValueTrace _trace = new(file.Model, file.CancellationToken);

    /// <summary>The expression that a call site gives to a switch; null when it gives none.</summary>
    public ExpressionSyntax? ValueAt(CallSite site, CatalogRow row)
    {
        if (site.Node is AssignmentExpressionSyntax assignment)
            return assignment.Right;
        if (row["value"] is not { } parameter || file.Model.OperationOf(site.Node, file.CancellationToken) is not { } operation)
            return null;

        return new SinkArguments(file.Model, file.CancellationToken).Find(operation, site.Member, new CatalogSlot(parameter, null, null))?.Syntax?.Expression;
    }

    /// <summary>Whether a value can be nothing but one that opens the resource.</summary>
    public bool IsOpen(ExpressionSyntax value, CatalogRow row) => IsAlways(value, name => row["bad"] is { } bad ? Holds(bad, name) : row["good"] == "true" ? name == "false" : name == "true");

    /// <summary>Whether a value can be nothing but the one that closes it.</summary>
    public bool IsClosed(ExpressionSyntax value, CatalogRow row) => IsAlways(value, name => Holds(row["good"]!, name));

    private bool IsAlways(ExpressionSyntax value, Func<string, bool> isMeant) =>
        file.Model.OperationOf(value, file.CancellationToken) is { } operation && IsAlways(operation, isMeant, depth: 0);

    private bool IsAlways(IOperation value, Func<string, bool> isMeant, int depth)
    {
        foreach (var source in _trace.SourcesOf(value))
        {
            // Libraries of infrastructure wrap every value in a type of their own.
            if (source is IConversionOperation { OperatorMethod: not null } wrapped)
            {
                if (depth > 3 || !IsAlways(wrapped.Operand, isMeant, depth + 1))
                    return false;
            }
            else if (NameOf(source) is not { } name || !isMeant(name))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A constant as text, or the name of a value of an enumeration or of what stands for one.</summary>
    private static string? NameOf(IOperation value) => value switch
    {
        IMemberReferenceOperation { Instance: null, Member: IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } or IPropertySymbol { IsStatic: true } } member => member.Member.Name,
        { ConstantValue: { HasValue: true, Value: bool on } } => on ? "true" : "false",
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        _ => null,
    };

    private static bool Holds(string names, string name)
    {
        foreach (var known in names.Split(','))
        {
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
