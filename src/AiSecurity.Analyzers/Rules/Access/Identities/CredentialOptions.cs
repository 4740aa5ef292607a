using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Identities;

/// <summary>What the arguments of a credential say that tries one way to sign in after the other.</summary>
internal enum CredentialPin
{
    /// <summary>It tries everything.</summary>
    None,

    /// <summary>It tries everything and asks a person in the end.</summary>
    Interactive,

    /// <summary>It leaves a developer's tool out, or is told by something that is out of sight.</summary>
    Pinned,
}

/// <summary>Reads the arguments of such a credential.</summary>
internal sealed class CredentialOptions(AiFile file)
{
    private readonly ValueTrace _trace = new(file.Model, file.CancellationToken);
    private readonly SinkArguments _arguments = new(file.Model, file.CancellationToken);

    public CredentialPin PinOf(IOperation creation, ISymbol constructor)
    {
        var pin = CredentialPin.None;
        foreach (var argument in _arguments.Of(creation, constructor))
        {
            if (argument.Value is IDefaultValueOperation || argument.Value.ConstantValue is { HasValue: true, Value: null })
                continue;
            if (Asks(argument, constructor) is { } asks)
                pin = asks ? CredentialPin.Interactive : pin;
            else if (!IsOptions(argument, constructor) || Excludes(argument.Value))
                return CredentialPin.Pinned;
        }

        return pin;
    }

    /// <summary>Whether an argument makes the credential ask a person; null for arguments about something else, and for values that are not constant.</summary>
    private bool? Asks(SinkArgument argument, ISymbol constructor)
    {
        foreach (var row in file.Compilation.Symbols.RowsOf(constructor))
        {
            if (row["when"] is { } when && when.StartsWith(argument.Parameter.Name + ":", System.StringComparison.Ordinal) && argument.Value.ConstantValue is { HasValue: true } constant)
                return constant.Value?.ToString() == when.Substring(argument.Parameter.Name.Length + 1);
        }

        return null;
    }

    private bool IsOptions(SinkArgument argument, ISymbol constructor)
    {
        foreach (var row in file.Compilation.Symbols.RowsOf(constructor))
        {
            if (row.Role == Role.UnpinnedCredential && row["value"] == argument.Parameter.Name)
                return true;
        }

        return false;
    }

    /// <summary>Whether options leave a developer's tool out, or come from where that cannot be seen.</summary>
    private bool Excludes(IOperation options)
    {
        foreach (var source in _trace.SourcesOf(options))
        {
            if (source is not IObjectCreationOperation)
                return true;
        }

        // Options are few: an exclusion anywhere in the file may be these options'.
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.DeveloperExclusion && site.Node is AssignmentExpressionSyntax assignment
                    && file.Model.GetConstantValue(assignment.Right, file.CancellationToken) is not { HasValue: true, Value: false })
                    return true;
            }
        }

        return false;
    }
}
