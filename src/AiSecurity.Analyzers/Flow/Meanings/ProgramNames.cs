using System;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Which programs a value can name, and which of them execute what they are given.</summary>
internal sealed class ProgramNames(BodyContext context)
{
    /// <summary>The constant that names the program, also where all callers of a private method name one; of several an interpreter when there is one. Null when nobody can tell.</summary>
    public string? Of(IOperation value)
    {
        if (Operations.ConstantText(value) is { } constant)
            return constant;
        // Operations in a graph have no parents outside their body: the trace needs those of the model.
        if (context.Model.OperationOf(value.Syntax, context.CancellationToken) is not { } written)
            return null;

        string? program = null;
        foreach (var source in new ValueTrace(context.Model, context.CancellationToken).SourcesOf(written))
        {
            if (NameIn(source) is not { } name)
                return null;
            if (program is null || !IsInterpreter(program))
                program = name;
        }

        return program;
    }

    public bool IsInterpreter(string program)
    {
        var name = program.Substring(Math.Max(program.LastIndexOf('/'), program.LastIndexOf('\\')) + 1);
        foreach (var row in context.Symbols.Catalog[Role.Interpreter])
        {
            var pattern = row.Member.Substring(row.Member.LastIndexOf('/') + 1);
            if (pattern.EndsWith("*", StringComparison.Ordinal) ? name.StartsWith(pattern.TrimEnd('*'), StringComparison.OrdinalIgnoreCase) : name.Equals(pattern, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static string? NameIn(IOperation source) => source switch
    {
        { ConstantValue: { HasValue: true, Value: string name } } => name,
        IFieldReferenceOperation { Field: { IsStatic: true, Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } } => "",
        _ => null,
    };
}
