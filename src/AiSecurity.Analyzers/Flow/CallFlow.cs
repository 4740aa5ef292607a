using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow;

/// <summary>What calls, creations and properties do to values: by the catalog's rows, by the project's own code, or by what members usually do.</summary>
internal sealed class CallFlow(ValueFlow values, AiSymbols symbols, ShieldNames shields, FlowFacts facts)
{
    public FlowValue Invoke(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var receiver = call.Instance;
        // First, and always: calls and creations in the receiver happen whatever this one does.
        var held = receiver is null ? FlowValue.Clean : values.Evaluate(receiver);
        var arguments = Arguments(call.Arguments);
        var rows = symbols.RowsOf(method);
        foreach (var row in rows)
        {
            if (Apply(row, call, arguments) is not { } known)
                continue;
            // The history that a message is added to holds it from now on.
            if (row.Role == Role.Message && receiver is not null)
                values.Grow(receiver, known);
            return known;
        }

        if (IsOwn(method) && !method.IsImplicitlyDeclared)
            return CallOwn(call, method, call.Arguments, arguments);

        var given = Union(arguments);
        // What a collection or builder is given, it holds.
        if (receiver is not null && !given.IsClean && Carriers.Is(receiver.Type))
            values.Grow(receiver, given);
        else if (receiver is null && method.IsExtensionMethod && !call.Arguments.IsEmpty && Carriers.Is(call.Arguments[0].Value.Type))
            values.Grow(call.Arguments[0].Value, given);

        var result = held.Join(given).Join(ThroughFunctions(call.Arguments, held.Join(given), call.Syntax));
        WriteOutputs(call.Arguments, result);
        return result;
    }

    public FlowValue Create(IObjectCreationOperation creation)
    {
        var arguments = Arguments(creation.Arguments);
        if (creation.Constructor is not { } constructor)
            return Union(arguments);

        foreach (var row in symbols.RowsOf(constructor))
        {
            if (Apply(row, creation, arguments) is { } known)
                return known;
        }

        if (IsOwn(constructor))
            CallOwn(creation, constructor, creation.Arguments, arguments);
        return Union(arguments).Join(ThroughFunctions(creation.Arguments, Union(arguments), creation.Syntax));
    }

    public FlowValue Convert(IConversionOperation conversion, IMethodSymbol converter)
    {
        var value = values.Evaluate(conversion.Operand);
        foreach (var row in symbols.RowsOf(converter))
        {
            if (row.Role == Role.Message)
                return value;
        }

        return value;
    }

    public FlowValue ReadProperty(IPropertyReferenceOperation property)
    {
        foreach (var row in symbols.RowsOf(property.Property))
        {
            if (row.Role == Role.Source)
                return Source(row, property.Syntax);
        }

        var index = FlowValue.Clean;
        foreach (var argument in property.Arguments)
            index = index.Join(values.Evaluate(argument.Value));
        return values.ReadMember(property.Property, property.Instance).Join(property.Property.IsIndexer ? FlowValue.Clean : index);
    }

    public void WriteProperty(IPropertyReferenceOperation target, FlowValue value, IOperation source)
    {
        foreach (var row in symbols.RowsOf(target.Property))
        {
            if (row.Role is Role.Instructions or Role.Sink)
                Sink(row, "value", value, target.Parent ?? target, source);
        }

        // dictionary["key"] = value
        if (target.Property.IsIndexer && target.Instance is { } container)
            values.Grow(container, value);
    }

    public GuardTest? TestOf(IInvocationOperation call)
    {
        foreach (var row in symbols.RowsOf(call.TargetMethod))
        {
            if (row.Role == Role.Shield && row["signals"] == "result")
                return new GuardTest(Guarded(row, call.Arguments), GuardOf(row), call.TargetMethod.ReturnType.SpecialType == SpecialType.System_Boolean ? row["good"] == "true" : null);
        }

        return null;
    }

    /// <summary>The test that a member of a guard's answer stands for.</summary>
    public GuardTest? MemberTest(IPropertySymbol member, GuardTest answer)
    {
        foreach (var row in symbols.RowsOf(member))
        {
            if (row.Role == Role.Verdict)
                return answer with { GoodWhen = row["good"] == "true" };
        }

        // response.Value.Verdict, a list of verdicts and the like stay the answer.
        return member.Type.SpecialType == SpecialType.System_Boolean ? null : answer;
    }

    private FlowValue? Apply(CatalogRow row, IOperation operation, ImmutableArray<(IArgumentOperation Argument, FlowValue Value)> arguments)
    {
        switch (row.Role)
        {
            case Role.Source:
                return Source(row, operation.Syntax);
            case Role.ModelCall:
                foreach (var attribute in new[] { "prompt", "instructions" })
                    Sinks(row, attribute, operation, arguments);
                return FlowValue.Of(new FlowNode(FlowNodeKind.Source, null, operation.Syntax, Origins.Model));
            case Role.Message:
                return Message(row, operation, arguments);
            case Role.Sink or Role.Instructions:
                Sinks(row, "value", operation, arguments);
                return row["result"] is { } origin ? FlowValue.Of(new FlowNode(FlowNodeKind.Source, null, operation.Syntax, OriginNames.Parse(origin))) : null;
            case Role.Shield when row["signals"] != "result":
                if (IsAwaited(operation))
                    values.State = values.State.Guard(Guarded(row, ((IInvocationOperation)operation).Arguments), GuardOf(row));
                return FlowValue.Clean;
            case Role.Shield:
                return FlowValue.Clean;
            case Role.Entry:
                AddHandlers(row, arguments);
                return null;
            case Role.Sanitizer:
                return Union(arguments).With(GuardOf(row));
            default:
                return null;
        }
    }

    /// <summary><c>app.MapPost("/chat", handler)</c>: its parameters are filled by whoever calls.</summary>
    private void AddHandlers(CatalogRow row, ImmutableArray<(IArgumentOperation Argument, FlowValue Value)> arguments)
    {
        if (!values.IsRecording)
            return;

        foreach (var (argument, _) in arguments)
        {
            if (argument.Parameter?.Name == row["handler"] && FunctionOf(argument.Value) is { } handler)
                facts.Handlers.Add((handler, OriginNames.Parse(row["origin"])));
        }
    }

    /// <summary>A message: instructions when its role says so, which are a place of their own; text for the model otherwise.</summary>
    private FlowValue Message(CatalogRow row, IOperation operation, ImmutableArray<(IArgumentOperation Argument, FlowValue Value)> arguments)
    {
        var role = row["as"];
        if (role is null && row["role"] is { } parameter)
        {
            foreach (var (argument, _) in arguments)
            {
                if (argument.Parameter?.Name == parameter)
                    role = RoleNames.Of(argument.Value);
            }
        }

        if (role is not ("system" or "developer"))
            return Union(arguments);

        Sinks(row, "text", operation, arguments);
        return FlowValue.Clean;
    }

    private void Sinks(CatalogRow row, string attribute, IOperation operation, ImmutableArray<(IArgumentOperation Argument, FlowValue Value)> arguments)
    {
        if (row[attribute] is not { } names)
            return;

        foreach (var (argument, value) in arguments)
        {
            foreach (var name in names.Split(','))
            {
                if (argument.Parameter?.Name == name)
                    Sink(row, attribute, value, operation, argument.Value);
            }
        }
    }

    private void Sink(CatalogRow row, string slot, FlowValue value, IOperation operation, IOperation argument)
    {
        if (values.IsRecording && !value.IsClean)
            facts.Sinks.Add(new SinkFact(row, slot, values.State.Effective(value), operation.Syntax, argument.Syntax));
    }

    private FlowValue CallOwn(IOperation site, IMethodSymbol method, ImmutableArray<IArgumentOperation> operations, ImmutableArray<(IArgumentOperation Argument, FlowValue Value)> arguments)
    {
        var callee = (method.ReducedFrom ?? method).OriginalDefinition;
        if (shields.Contains(callee.Name) && IsAwaited(site))
            values.State = values.State.Guard(Union(arguments), Guards.Shield);
        var given = ImmutableArray.CreateBuilder<(int, FlowValue)>();
        foreach (var (argument, value) in arguments)
        {
            if (argument.Parameter is { } parameter && !value.IsClean)
                given.Add((parameter.Ordinal, values.State.Effective(value)));
        }

        var result = new FlowNode(FlowNodeKind.Result, callee, site.Syntax);
        if (values.IsRecording)
            facts.Calls.Add(new CallFact(callee, result, given.ToImmutable()));
        WriteOutputs(operations, FlowValue.Of(result));
        return CleanTypes.IsService(callee.ReturnType) ? FlowValue.Clean : FlowValue.Of(result).Join(ThroughFunctions(operations, FlowValue.Clean, site.Syntax));
    }

    /// <summary>Lambdas get what the call holds, and the call gets what they return: <c>texts.Select(text => ...)</c>.</summary>
    private FlowValue ThroughFunctions(ImmutableArray<IArgumentOperation> arguments, FlowValue held, SyntaxNode site)
    {
        var returned = FlowValue.Clean;
        foreach (var argument in arguments)
        {
            if (FunctionOf(argument.Value) is not { } function)
                continue;
            var given = ImmutableArray.CreateBuilder<(int, FlowValue)>();
            foreach (var parameter in function.Parameters)
            {
                if (!held.IsClean)
                    given.Add((parameter.Ordinal, values.State.Effective(held)));
            }

            var result = new FlowNode(FlowNodeKind.Result, function, argument.Syntax);
            if (values.IsRecording)
                facts.Calls.Add(new CallFact(function, result, given.ToImmutable()));
            returned = returned.Join(FlowValue.Of(result));
        }

        return returned;
    }

    public static IMethodSymbol? FunctionOf(IOperation value) => ValueFlow.Unwrap(value) switch
    {
        IDelegateCreationOperation { Target: var target } => FunctionOf(target),
        Microsoft.CodeAnalysis.FlowAnalysis.IFlowAnonymousFunctionOperation lambda => lambda.Symbol,
        IMethodReferenceOperation method => method.Method.OriginalDefinition,
        _ => null,
    };

    private ImmutableArray<(IArgumentOperation, FlowValue)> Arguments(ImmutableArray<IArgumentOperation> operations)
    {
        var arguments = ImmutableArray.CreateBuilder<(IArgumentOperation, FlowValue)>(operations.Length);
        foreach (var operation in operations)
            arguments.Add((operation, values.Evaluate(operation.Value)));
        return arguments.ToImmutable();
    }

    private void WriteOutputs(ImmutableArray<IArgumentOperation> arguments, FlowValue value)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref && argument.Value.Type is { } type)
                values.WriteTo(argument.Value, CleanTypes.Is(type) ? FlowValue.Clean : value);
        }
    }

    private FlowValue Guarded(CatalogRow row, ImmutableArray<IArgumentOperation> arguments)
    {
        var guarded = FlowValue.Clean;
        foreach (var argument in arguments)
        {
            foreach (var attribute in new[] { "text", "documents" })
            {
                foreach (var name in row[attribute]?.Split(',') ?? [])
                {
                    if (argument.Parameter?.Name == name)
                        guarded = guarded.Join(values.Evaluate(argument.Value));
                }
            }
        }

        return guarded;
    }

    private static Guards GuardOf(CatalogRow row) => row["guards"] switch
    {
        "allow-list" => Guards.AllowList,
        "sandbox" => Guards.Sandbox,
        "html" => Guards.Html,
        "path" => Guards.Path,
        "url" => Guards.Url,
        "pattern" => Guards.Pattern,
        "query" => Guards.Query,
        "screened" => Guards.Screened,
        "redacted" => Guards.Redacted,
        _ => Guards.Shield,
    };

    /// <summary>A guard that nobody waits for says nothing in time.</summary>
    private static bool IsAwaited(IOperation call) =>
        call.Type is { Name: not ("Task" or "ValueTask") } || call.Parent is IAwaitOperation || (call.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Parent: IAwaitOperation });

    private static FlowValue Source(CatalogRow row, SyntaxNode site) => FlowValue.Of(new FlowNode(FlowNodeKind.Source, null, site, OriginNames.Parse(row["origin"])));

    private static FlowValue Union(ImmutableArray<(IArgumentOperation Argument, FlowValue Value)> arguments)
    {
        var union = FlowValue.Clean;
        foreach (var (_, value) in arguments)
            union = union.Join(value);
        return union;
    }

    private bool IsOwn(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals((method.ReducedFrom ?? method).ContainingAssembly, facts.Owner.ContainingAssembly);
}
