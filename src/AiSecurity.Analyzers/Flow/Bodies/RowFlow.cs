using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>What the rows of the catalog say that members do to values.</summary>
internal sealed class RowFlow(BodyContext context, ValueFlow values, PlaceFlow places, PlaceNotes notes, ShieldCallFlow shields)
{
    private readonly SinkFlow _sinks = new(context, values, places, notes);
    private readonly ModelRequest _requests = new(context);

    public QueueFlow Queues { get; } = new(context, places);

    /// <summary>The value of a call or creation; null when no row says, and the member does what such members do.</summary>
    public FlowValue? Apply(IOperation operation, IMethodSymbol method, FlowValue held, ImmutableArray<GivenValue> arguments)
    {
        if (operation is IInvocationOperation { Instance: { } receiver } && Carriers.Grows(method.Name))
            WriteThrough(receiver, operation, arguments);

        FlowValue? result = null;
        foreach (var row in context.Symbols.RowsOf(method))
        {
            if (Apply(row, operation, method, held, arguments) is { } known)
                result = result is { } before ? before.Join(known) : known;
        }

        return result;
    }

    /// <summary>A property whose rows say what it holds.</summary>
    public FlowValue? Read(IPropertyReferenceOperation property)
    {
        foreach (var row in context.Symbols.RowsOf(property.Property))
        {
            switch (row.Role)
            {
                case Role.Source:
                    if (property.Instance is { } instance)
                        values.Evaluate(instance);
                    return context.Source(property.Syntax, OriginNames.Parse(row["origin"]));
                case Role.Setting:
                    return Setting(row, property.Arguments, property.Syntax);
                // To look at the finish reason is to look at the answer.
                case Role.Verdict when row["good"] is null && property.Instance is { } answer:
                    context.Guard(values.Evaluate(answer), new Passage(GuardNames.Parse(row["guards"])));
                    break;
            }
        }

        return null;
    }

    /// <summary>Whether a row says that the property is a place of its own, apart from the object that has it.</summary>
    public bool Write(IPropertyReferenceOperation target, FlowValue value, IOperation source)
    {
        var isApart = false;
        var owner = target.Instance is { } instance ? places.Of(instance) : null;
        if (owner is not null && (Operations.ConstantText(source) ?? RoleNames.Of(source)) is { } constant)
            notes.NoteConstant(owner, target.Property.Name, constant);
        else if (owner is not null && notes.ProgramOf(source) is { } program)
            notes.NoteConstant(owner, target.Property.Name, program);
        else if (owner is not null)
            notes.NoteProgram(owner, target.Property, source);
        foreach (var row in context.Symbols.RowsOf(target.Property))
        {
            if (row.Role is Role.Instructions or Role.Sink)
                _sinks.Property(row, target, value, source);
            else if (row.Role == Role.Message && IsInstruction(row["as"] ?? (owner is not null && row["role"] is { } beside ? notes.ConstantOf(owner, beside) : null)))
                _sinks.Add(row, "text", value, target.Parent ?? target, source);
            else if (row.Role == Role.Entry && context.IsRecording)
                context.Facts.Handlers.Add((value, row));
            else
                continue;
            isApart |= row.Role is not (Role.Sink or Role.Entry);
        }

        return isApart;
    }

    /// <summary>A conversion that makes something dangerous of a text: <c>(MarkupString)text</c>.</summary>
    public void Convert(IConversionOperation conversion, IMethodSymbol converter, FlowValue value)
    {
        foreach (var row in context.Symbols.RowsOf(converter))
        {
            if (row.Role == Role.Sink)
                _sinks.Add(row, "value", value, conversion, conversion.Operand);
        }
    }

    private FlowValue? Apply(CatalogRow row, IOperation operation, IMethodSymbol method, FlowValue held, ImmutableArray<GivenValue> arguments)
    {
        switch (row.Role)
        {
            // The body of a model's response is what the model wrote, and no page of somebody else.
            case Role.Source when (OriginNames.Parse(row["origin"]) & Origins.Document) != 0 && held.Join(CallFlow.Union(arguments)) is var read && IsAnswer(read):
                return read;
            case Role.Source:
                return Enter(row, operation, arguments);
            case Role.ModelCall when !_requests.Goes(row, arguments) || OwnAgents.AnswersItself(operation, context.Compilation):
                return null;
            case Role.Setting when operation is IInvocationOperation call:
                return Setting(row, call.Arguments, operation.Syntax) is { IsClean: false } secret ? secret : null;
            case Role.ModelCall:
                _sinks.Arguments(row, "instructions", operation, arguments);
                _sinks.Arguments(row, "prompt", operation, arguments);
                // Pictures and sounds are no text that anybody obeys, runs or reads in a log.
                return row["answers"] == "media" ? FlowValue.Clean : context.Source(operation.Syntax, Origins.Model);
            case Role.Message:
                return Message(row, operation, arguments);
            // Whoever is given a key uses it, and hands out something else.
            case Role.Key or Role.KeyCredential or Role.Secret:
                return held.Join(CallFlow.Union(arguments)).With(Guards.Redacted);
            // What authenticates a request stands beside its content.
            case Role.Header when !method.IsStatic:
                return FlowValue.Clean;
            // The project of a library is looked into: what others are warned of is reported where it executes.
            case Role.Sink when row.Package == context.Compilation.Assembly.Name && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, context.Compilation.Assembly):
                return null;
            // Whoever names a type in an assembly that was loaded before is not the one who let it in.
            case Role.Sink when row["kind"] == "type" && !held.IsClean:
                return null;
            case Role.Sink:
                _sinks.Arguments(row, "value", operation, arguments);
                _sinks.WriteFile(row, arguments);
                return row["result"] is { } origin ? context.Source(operation.Syntax, OriginNames.Parse(origin)) : null;
            case Role.Instructions:
                _sinks.Arguments(row, "value", operation, arguments);
                return null;
            case Role.Shield when operation is IInvocationOperation call:
                return shields.Ask(row, call, held, arguments);
            case Role.Verdict when row["good"] is null:
                context.Guard(held.Join(CallFlow.Union(arguments)), new Passage(GuardNames.Parse(row["guards"])));
                return null;
            case Role.Queue:
                return Queues.Pass(row, method, arguments);
            case Role.Entry:
                AddHandlers(row, arguments);
                return null;
            case Role.Sanitizer when SinkFlow.HasWhen(row, arguments):
                return CallFlow.Union(arguments).Join(held).With(GuardNames.Parse(row["guards"]));
            case Role.Decoder:
                return CallFlow.Union(arguments).Join(held).Without(GuardNames.Parse(row["guards"]));
            default:
                return null;
        }
    }

    private FlowValue? Enter(CatalogRow row, IOperation operation, ImmutableArray<GivenValue> arguments)
    {
        var source = context.Source(operation.Syntax, OriginNames.Parse(row["origin"]) | (IsUnfiltered(row, operation, arguments) ? Origins.Unfiltered : Origins.None));
        if (row["into"] is not { } into)
            return source;

        foreach (var (argument, _) in arguments)
        {
            if (argument.Parameter is { } parameter && RowNames.Has(into, parameter.Name))
                places.Grow(argument.Value, source);
        }

        return null;
    }

    /// <summary>A search that is told from others beside it is reported wherever its result goes, and not once more here.</summary>
    private static bool IsUnfiltered(CatalogRow row, IOperation search, ImmutableArray<GivenValue> arguments) =>
        RetrievalFilter.IsMissing(row, search, arguments) && OwnerFilter.Beside(search.Syntax, row) is null;

    /// <summary>A setting whose name says that it is a secret.</summary>
    private FlowValue Setting(CatalogRow row, ImmutableArray<IArgumentOperation> arguments, SyntaxNode site)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == row["name"] && Operations.ConstantText(argument.Value) is { } name && (row["origin"] == "secret" || SecretNames.Is(name)))
                return context.Source(site, Origins.Secret);
        }

        return FlowValue.Clean;
    }

    /// <summary><c>app.MapPost("/chat", handler)</c>: its parameters are filled by whoever calls.</summary>
    private void AddHandlers(CatalogRow row, ImmutableArray<GivenValue> arguments)
    {
        if (!context.IsRecording || row["handler"]?.Split(',') is not { } handlers)
            return;

        foreach (var (argument, value) in arguments)
        {
            if (argument.Parameter is { } parameter && Array.IndexOf(handlers, parameter.Name) >= 0)
                context.Facts.Handlers.Add((value, row));
        }
    }

    /// <summary>A message: instructions when its role says so, which are a place of their own; text for the model otherwise.</summary>
    private FlowValue? Message(CatalogRow row, IOperation operation, ImmutableArray<GivenValue> arguments)
    {
        var role = row["as"];
        if (row["role"] is { } parameter)
        {
            foreach (var (argument, _) in arguments)
            {
                if (argument.Parameter?.Name == parameter)
                    role = RoleNames.Of(argument.Value) ?? (places.Of(argument.Value) is { } place ? notes.ConstantOf(place, "")?.ToLowerInvariant() : null);
            }
        }

        var message = CallFlow.Union(arguments);
        if (IsInstruction(role))
        {
            _sinks.Arguments(row, "text", operation, arguments);
            message = FlowValue.Clean;
        }

        // The history that a message is added to holds it from now on.
        if (operation is IInvocationOperation { Instance: { } history })
            places.Grow(history, message);
        return operation is IInvocationOperation { TargetMethod.ReturnsVoid: true } ? FlowValue.Clean : message;
    }

    /// <summary><c>process.StandardInput.WriteLine(code)</c>, <c>info.ArgumentList.Add(code)</c>: what is written to a property that is a place of its own.</summary>
    private void WriteThrough(IOperation receiver, IOperation operation, ImmutableArray<GivenValue> arguments)
    {
        if (places.Of(receiver) is { } writer)
            _sinks.WriteFileOf(writer, arguments);
        if (notes.PropertyBehind(receiver) is not { } property)
            return;

        foreach (var row in context.Symbols.RowsOf(property.Property))
        {
            if (row.Role != Role.Sink)
                continue;
            foreach (var (argument, value) in arguments)
                _sinks.Property(row, property, value, argument.Value, operation);
        }
    }

    private bool IsAnswer(FlowValue held)
    {
        foreach (var part in held.Parts)
        {
            if ((part.Node.Root.Origins & Origins.Model) != 0 || (part.Node.Root is { Kind: FlowNodeKind.Result, Symbol: IMethodSymbol sender } && context.Compilation.Requests.AreIn(sender)))
                return true;
        }

        return false;
    }

    private static bool IsInstruction(string? role) => role is "system" or "developer";
}
