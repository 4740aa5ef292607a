using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>What a client's endpoint tells of the service behind it.</summary>
/// <param name="Kind">Who answers there; <see cref="HostKind.Unknown"/> when the source does not say.</param>
/// <param name="IsNamedAzure">Whether it comes from a setting or member whose name says Azure OpenAI, Azure AI or Foundry.</param>
/// <param name="IsWritten">Whether some source of it is an address whose host is written down.</param>
/// <param name="Symbols">The locals, parameters and members that it is read from.</param>
internal readonly record struct Endpoint(HostKind Kind, bool IsNamedAzure, bool IsWritten, IReadOnlyCollection<ISymbol> Symbols)
{
    /// <summary>What stands for a part of a URL that is not constant.</summary>
    public const char Hole = '\uFFFC';

    public static readonly Endpoint None = new(HostKind.Unknown, false, false, []);

    public static Endpoint Of(IOperation value, AiSymbols symbols, ValueTrace trace, CancellationToken cancellationToken)
    {
        var read = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var kinds = new List<HostKind>();
        var (named, written) = (false, false);
        var pending = new Stack<IOperation>();
        pending.Push(value);
        for (var step = 0; pending.Count > 0 && step < 100; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var current = pending.Pop();
            if (ValueTrace.ReadSymbol(current) is { } symbol)
            {
                read.Add(symbol);
                named |= AzureName.Is(symbol.Name);
            }

            foreach (var source in trace.SourcesOf(current))
            {
                if (ValueTrace.ReadSymbol(source) is { } member)
                {
                    read.Add(member);
                    named |= AzureName.Is(member.Name);
                    if (DefaultOf(member, cancellationToken) is { } meant && symbols.Catalog.Hosts.Classify(meant) == HostKind.Azure)
                        kinds.Add(HostKind.Azure);
                }

                named |= SettingName(source, symbols) is { } name && AzureName.Is(name);
                if (source.ConstantValue is { HasValue: true } constant)
                {
                    if (constant.Value is not string { Length: > 0 } text)
                        continue;
                    kinds.Add(symbols.Catalog.Hosts.Classify(text));
                    written |= HasHost(text);
                }
                else if (Inner(source) is { } inner)
                {
                    pending.Push(inner);
                }
                else if (Template(source) is { } template)
                {
                    if (template.Text.StartsWith(Hole.ToString(), StringComparison.Ordinal) && template.FirstHole is { } hole)
                    {
                        named |= IsPathOfAzure(template.Text.TrimStart(Hole, '/'), source.Syntax, symbols);
                        pending.Push(hole);
                    }
                    else
                    {
                        kinds.Add(symbols.Catalog.Hosts.Classify(template.Text));
                        written |= HasHost(template.Text);
                    }
                }
                else
                {
                    kinds.Add(HostKind.Unknown);
                }
            }
        }

        return new Endpoint(Strongest(kinds), named, written, read);
    }

    /// <summary>Whether a text names a host as it is, and not a place for one: <c>https://{name}.contoso.com</c>, <c>https://&lt;resource&gt;</c>.</summary>
    private static bool HasHost(string url) => AiHosts.HostOf(url) is { Length: > 0 } host && host.IndexOfAny([Hole, '{', '<']) < 0;

    /// <summary>What an option is set to where it is declared, in whatever file: the service that it is meant for.</summary>
    private static string? DefaultOf(ISymbol member, CancellationToken cancellationToken) =>
        member is IPropertySymbol { DeclaringSyntaxReferences: { Length: 1 } references } && references[0].GetSyntax(cancellationToken) is PropertyDeclarationSyntax { Initializer.Value: LiteralExpressionSyntax { Token.Value: string { Length: > 0 } text } } ? text : null;

    /// <summary>Whether a path shows whose it is when its host is a setting, and the setting does not say somebody else.</summary>
    private static bool IsPathOfAzure(string path, SyntaxNode written, AiSymbols symbols)
    {
        foreach (var row in symbols.Catalog[Role.AiPath])
        {
            if (path.StartsWith(row.Member, StringComparison.OrdinalIgnoreCase) && !(row["except"] is { } other && written.ToString().IndexOf(other, StringComparison.OrdinalIgnoreCase) >= 0))
                return true;
        }

        return false;
    }

    /// <summary>The value that a URI or a string method only reshapes.</summary>
    public static IOperation? Inner(IOperation source) => source switch
    {
        IObjectCreationOperation { Type: { Name: "Uri" or "UriBuilder", ContainingNamespace.Name: "System" }, Arguments: { Length: > 0 } arguments } => arguments[0].Value,
        IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_String, Instance: { } instance } => instance,
        IInvocationOperation { TargetMethod: { Name: "ToString", Parameters.IsEmpty: true }, Instance: { } instance } => instance,
        IPropertyReferenceOperation { Property: { ContainingType: { Name: "Uri" or "UriBuilder" } }, Instance: { } instance } => instance,
        _ => null,
    };

    /// <summary>An interpolated or concatenated text with a mark for each part that is not constant.</summary>
    public static (string Text, IOperation? FirstHole)? Template(IOperation source)
    {
        if (source is not (IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }))
            return null;

        var text = new StringBuilder();
        IOperation? firstHole = null;
        var pending = new Stack<IOperation>();
        pending.Push(source);
        for (var step = 0; pending.Count > 0 && step < 5_000; step++)
        {
            var part = pending.Pop();
            if (part.ConstantValue is { HasValue: true } constant)
            {
                text.Append(constant.Value);
                continue;
            }

            switch (part)
            {
                case IInterpolatedStringOperation interpolated:
                    for (var i = interpolated.Parts.Length - 1; i >= 0; i--)
                        pending.Push(interpolated.Parts[i]);
                    break;
                case IInterpolatedStringTextOperation literal:
                    pending.Push(literal.Text);
                    break;
                case IInterpolationOperation hole:
                    pending.Push(hole.Expression);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                    pending.Push(sum.RightOperand);
                    pending.Push(sum.LeftOperand);
                    break;
                case IConversionOperation or IParenthesizedOperation when ValueTrace.Unwrap(part) is { } inner && inner != part:
                    pending.Push(inner);
                    break;
                default:
                    firstHole ??= part;
                    text.Append(Hole);
                    break;
            }
        }

        return (text.ToString(), firstHole);
    }

    /// <summary>The name under which a setting is read, with the sections above it.</summary>
    public static string? SettingName(IOperation source, AiSymbols symbols)
    {
        var name = "";
        for (IOperation? current = source; current is not null;)
        {
            var (member, arguments, instance) = current switch
            {
                IInvocationOperation invocation => ((ISymbol)invocation.TargetMethod, invocation.Arguments, invocation.Instance),
                IPropertyReferenceOperation property => (property.Property, property.Arguments, property.Instance),
                _ => (null!, default, null),
            };
            if (member is null)
                break;

            foreach (var row in symbols.RowsOf(member))
            {
                if (row.Role != Role.Setting)
                    continue;
                foreach (var argument in arguments)
                {
                    if (argument.Parameter?.Name == row["name"] && argument.Value.ConstantValue is { HasValue: true, Value: string part })
                        name = part + ":" + name;
                }
            }

            // Extension methods have their receiver as first argument.
            current = ValueTrace.Unwrap(instance ?? (arguments.IsEmpty ? null : arguments[0].Value));
        }

        return name.Length == 0 ? null : name;
    }

    /// <summary>One Azure source is enough to matter; an unknown one keeps the others from silencing.</summary>
    private static HostKind Strongest(List<HostKind> kinds)
    {
        if (kinds.Contains(HostKind.Azure))
            return HostKind.Azure;

        return kinds.Count == 0 || kinds.Contains(HostKind.Unknown) ? HostKind.Unknown : kinds[0];
    }
}
