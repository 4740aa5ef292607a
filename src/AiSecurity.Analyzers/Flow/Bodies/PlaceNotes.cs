using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>What is known of places beside their values: constants that were given to their members, the property that they read, the file that they write to.</summary>
internal sealed class PlaceNotes(BodyContext context, PlaceFlow places)
{
    private readonly ProgramNames _programs = new(context);
    private readonly Dictionary<object, IPropertyReferenceOperation> _properties = new(PlaceComparer.Instance);
    private readonly Dictionary<object, IOperation> _files = new(PlaceComparer.Instance);
    private readonly Dictionary<object, Dictionary<string, string>> _constants = new(PlaceComparer.Instance);

    /// <summary>Keeps what a variable stands for, where a place looks at it: the program that it will start, the stream of one.</summary>
    public void Note(object place, IOperation source)
    {
        source = Operations.Unwrap(source);
        // What an initializer gave to an object, the variable that it goes to has been given.
        if (places.Of(source) is { } origin)
            CopyConstants(origin, place);
        if (source is IPropertyReferenceOperation property && !context.Symbols.RowsOf(property.Property).IsEmpty)
            _properties[place] = property;
        if (source is IMemberReferenceOperation { Instance: null, Member.Name: var name })
            NoteConstant(place, "", name);
        if (source is IInvocationOperation { Arguments: var given })
        {
            // A process that was started is the program that it was told to start.
            foreach (var argument in given)
            {
                if (argument.Parameter is { } parameter && ProgramOf(argument.Value) is { } program)
                    NoteConstant(place, parameter.Name, program);
            }

            if (Carriers.Is(source.Type))
            {
                foreach (var row in context.Symbols.RowsOf(((IInvocationOperation)source).TargetMethod))
                    NoteFile(place, row, given);
            }
        }

        if (source is not IObjectCreationOperation { Constructor: { } constructor } creation)
            return;

        foreach (var row in context.Symbols.RowsOf(constructor))
        {
            if (Carriers.Is(creation.Type))
                NoteFile(place, row, creation.Arguments);
            foreach (var argument in creation.Arguments)
            {
                if (row["program"] is { } program && argument.Parameter?.Name == program && _programs.Of(argument.Value) is { } constant)
                    NoteConstant(place, program, constant);
            }
        }
    }

    /// <summary>The constant program that an object says to start.</summary>
    public string? ProgramOf(IOperation value)
    {
        if (places.Of(value) is not { } place || !_constants.ContainsKey(place) || Operations.Unwrap(value).Type is not INamedTypeSymbol type)
            return null;

        foreach (var constructor in type.InstanceConstructors)
        {
            foreach (var row in context.Symbols.RowsOf(constructor))
            {
                if (row["program"] is { } program && ConstantOf(place, program) is { } constant)
                    return constant;
            }
        }

        return null;
    }

    /// <summary>Keeps the program that a property of an object is given, where more tells it than a constant.</summary>
    public void NoteProgram(object owner, IPropertySymbol property, IOperation value)
    {
        foreach (var row in context.Symbols.RowsOf(property))
        {
            if (row.Role == Role.Sink && row["kind"] == "code" && row["program"] is null && _programs.Of(value) is { } program)
                NoteConstant(owner, property.Name, program);
        }
    }

    /// <summary>The path of the file that a writer or stream writes to; null when nothing is known.</summary>
    public IOperation? FileOf(object writer) => _files.TryGetValue(writer, out var path) ? path : null;

    /// <summary>The property that an expression reads, also through a variable that holds it.</summary>
    public IPropertyReferenceOperation? PropertyBehind(IOperation expression) =>
        Operations.Unwrap(expression) as IPropertyReferenceOperation ?? (places.Of(expression) is { } place && _properties.TryGetValue(place, out var property) ? property : null);

    /// <summary>Keeps a constant that a member of a place was given, such as the program that an object will start.</summary>
    public void NoteConstant(object place, string member, string constant)
    {
        if (!_constants.TryGetValue(place, out var members))
            _constants.Add(place, members = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        members[member] = constant;
    }

    private void CopyConstants(object from, object to)
    {
        if (PlaceComparer.Same(from, to) || !_constants.TryGetValue(from, out var members))
            return;
        foreach (var pair in new List<KeyValuePair<string, string>>(members))
            NoteConstant(to, pair.Key, pair.Value);
    }

    public string? ConstantOf(object place, string member) => _constants.TryGetValue(place, out var members) && members.TryGetValue(member, out var constant) ? constant : null;

    /// <summary>Keeps the file that a writer or stream writes to.</summary>
    private void NoteFile(object writer, CatalogRow row, ImmutableArray<IArgumentOperation> arguments)
    {
        if (row.Role != Role.Sink || row["kind"] != "path")
            return;

        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && RowNames.Has(row["value"], parameter.Name))
                _files[writer] = argument.Value;
        }
    }
}
