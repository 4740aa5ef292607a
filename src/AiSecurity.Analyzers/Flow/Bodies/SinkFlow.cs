using System;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Values that arrive at places a rule cares about, as far as constants beside them make it one.</summary>
internal sealed class SinkFlow(BodyContext context, ValueFlow values, PlaceFlow places, PlaceNotes notes)
{
    private readonly ProgramNames _programs = new(context);
    private readonly FileEnd _files = new(context);
    private readonly BrowserAddress _addresses = new(context);
    private readonly CallSettings _settings = new(context);

    /// <summary>The arguments that an attribute of a row names.</summary>
    public void Arguments(CatalogRow row, string attribute, IOperation operation, ImmutableArray<GivenValue> arguments)
    {
        if (row[attribute] is not { } names || !IsAsked(row, operation, arguments) || IsBounded(row, arguments))
            return;

        // What a provider of local execution will run, a model writes later.
        if (names == "*")
        {
            Add(row, attribute, context.Source(operation.Syntax, Origins.ToolArgument), operation, operation);
            return;
        }

        var program = ProgramOf(row, arguments);
        foreach (var (argument, value) in arguments)
        {
            if (argument.Parameter is not { } parameter || !RowNames.Has(names, parameter.Name))
                continue;
            // Arguments of a program that executes nothing are only arguments.
            if (program is not null && parameter.Name != row["program"] && !_programs.IsInterpreter(program))
                continue;
            if (parameter.Name == row["program"] && !value.IsClean && _addresses.Is(argument.Value))
                continue;
            if (argument is { IsParamArray: true, Value: IArrayCreationOperation { Initializer.ElementValues: var elements } })
                Elements(row, attribute, operation, elements);
            else
                Add(row, attribute, value.Join(FileNamedIn(row, argument.Value)), operation, argument.Value);
        }
    }

    /// <summary>An array that nobody wrote has no place of its own: its elements have.</summary>
    private void Elements(CatalogRow row, string attribute, IOperation operation, ImmutableArray<IOperation> elements)
    {
        foreach (var element in elements)
            Add(row, attribute, values.Evaluate(element).Join(FileNamedIn(row, element)), operation, element);
    }

    public void Property(CatalogRow row, IPropertyReferenceOperation property, FlowValue value, IOperation source, IOperation? call = null)
    {
        if (row["program"] is { } program && property.Instance is { } instance && ProgramOn(instance, program) is { } constant && !_programs.IsInterpreter(constant))
            return;
        if (row["kind"] == "code" && row["program"] is null && !value.IsClean && _addresses.Is(source))
            return;
        if (row["when"] is { } when && !MemberSettings.Have(when, property.Syntax, context.Model, context.CancellationToken))
            return;
        Add(row, "value", value.Join(FileNamedIn(row, source)), call ?? property.Parent ?? property, source);
    }

    public void Add(CatalogRow row, string slot, FlowValue value, IOperation operation, IOperation argument)
    {
        if (!context.IsRecording || value.IsClean)
            return;

        var attempts = ImmutableArray<(FlowNode, ShieldAttempt)>.Empty;
        foreach (var part in value.Parts)
        {
            if (context.State.Attempts.TryGetValue(part.Node, out var attempt))
                attempts = attempts.Add((part.Node, attempt));
        }

        context.Facts.Sinks.Add(new SinkFact(row, slot, context.State.Effective(value), operation.Syntax, argument.Syntax, attempts));
    }

    /// <summary>What is written to a file is met again by whoever executes the file.</summary>
    public void WriteFile(CatalogRow row, ImmutableArray<GivenValue> arguments)
    {
        if (row["content"] is not { } content)
            return;

        var text = FlowValue.Clean;
        IOperation? path = null;
        foreach (var (argument, value) in arguments)
        {
            if (argument.Parameter is not { } parameter)
                continue;
            if (RowNames.Has(content, parameter.Name))
                text = text.Join(context.State.Effective(value).With(Guards.InFile));
            else if (RowNames.Has(row["value"], parameter.Name))
                path = argument.Value;
        }

        WriteFile(path, text);
    }

    /// <summary>What a writer is given stands in its file.</summary>
    public void WriteFileOf(object writer, ImmutableArray<GivenValue> arguments)
    {
        if (notes.FileOf(writer) is { } path)
            WriteFile(path, context.State.Effective(CallFlow.Union(arguments)).With(Guards.InFile));
    }

    private void WriteFile(IOperation? path, FlowValue text)
    {
        if (text.IsClean || path is null || _files.IsViewed(path))
            return;
        if (Operations.ConstantText(path) is not { Length: > 0 } file)
        {
            places.Grow(path, text);
            // In its folder, a program is given the name alone.
            file = _files.NameOf(path);
        }

        if (file is not null)
            places.Write(file, places.Held(file).Join(text));
    }

    private string? ProgramOn(IOperation instance, string program) => places.Of(instance) is { } owner ? notes.ConstantOf(owner, program) : null;

    private string? ProgramOf(CatalogRow row, ImmutableArray<GivenValue> arguments)
    {
        if (row["program"] is not { } program)
            return null;

        foreach (var (argument, _) in arguments)
        {
            if (argument.Parameter?.Name == program)
                return _programs.Of(argument.Value);
        }

        return null;
    }

    /// <summary>Whether what a row asks for is there: a setting of an argument, of the object itself, or a constant argument.</summary>
    private bool IsAsked(CatalogRow row, IOperation operation, ImmutableArray<GivenValue> arguments)
    {
        if (row["when"] is not { } when)
            return true;
        if (MemberSettings.IsMember(when))
            return MemberSettings.Have(when, operation.Syntax, context.Model, context.CancellationToken);
        return when.IndexOf('.') is > 0 and var dot && dot < when.IndexOf(':') ? _settings.Have(when, arguments) : HasWhen(row, arguments);
    }

    /// <summary>Whether the constant argument that a row asks for is there: <c>when=contentType:text/html</c>.</summary>
    public static bool HasWhen(CatalogRow row, ImmutableArray<GivenValue> arguments)
    {
        if (row["when"] is not { } when)
            return true;

        var colon = when.IndexOf(':');
        foreach (var (argument, _) in arguments)
        {
            if (argument.Parameter?.Name != when.Substring(0, colon))
                continue;
            var constant = Operations.ConstantText(argument.Value) ?? (Operations.Unwrap(argument.Value) as IMemberReferenceOperation)?.Member.Name;
            foreach (var start in when.Substring(colon + 1).Split(','))
            {
                if (constant?.StartsWith(start, StringComparison.OrdinalIgnoreCase) == true)
                    return true;
            }

            return false;
        }

        return false;
    }

    /// <summary>Whether the argument that takes the danger away is given: <c>unless=matchTimeout</c>. An infinite one takes nothing away.</summary>
    private static bool IsBounded(CatalogRow row, ImmutableArray<GivenValue> arguments)
    {
        if (row.Role != Role.Sink || row["unless"] is not { } bound)
            return false;

        foreach (var (argument, _) in arguments)
        {
            if (argument.Parameter?.Name == bound)
                return Operations.Unwrap(argument.Value) is not IMemberReferenceOperation { Member.Name: var name } || !name.StartsWith("Infinite", StringComparison.Ordinal);
        }

        return false;
    }

    /// <summary>The text of a file that a constant argument names.</summary>
    private FlowValue FileNamedIn(CatalogRow row, IOperation argument)
    {
        if (row["kind"] != "code" || Operations.ConstantText(argument) is not { } text)
            return FlowValue.Clean;

        foreach (var pair in context.State.Values)
        {
            if (pair.Key is string file && text.IndexOf(file, StringComparison.Ordinal) is >= 0 and var start && !NamesFile(text.Substring(0, start)))
                return pair.Value;
        }

        return FlowValue.Clean;
    }

    /// <summary>Whether a word before the last one has an extension: the first file that an interpreter is given is the one that it executes, as in <c>train.py config.yaml</c>.</summary>
    private static bool NamesFile(string before)
    {
        var words = before.Split(' ', '"', '\'');
        for (var i = 0; i < words.Length - 1; i++)
        {
            if (words[i].LastIndexOf('.') is > 0 and var dot && dot < words[i].Length - 1 && char.IsLetter(words[i][dot + 1]) && words[i].IndexOf('/', dot) < 0)
                return true;
        }

        return false;
    }
}
