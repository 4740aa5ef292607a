using System;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>A name as far as source code tells it.</summary>
/// <param name="Text">The constant; empty when there is none.</param>
/// <param name="Source">Where it is read from otherwise; null when that is unknown.</param>
internal readonly record struct NamedText(string Text, string? Source)
{
    private const int MaxLength = 200;

    public static readonly NamedText None = new("", null);

    public bool IsNone => Text.Length == 0 && Source is null;

    public static NamedText Of(ExpressionSyntax? value, AiFile file, ValueTrace trace)
    {
        if (value is null)
            return None;
        if (ValueOperation.Of(value, file) is not { } operation)
            return ConstantText.Fold(value) is { } folded ? new NamedText(Cut(folded), null) : None;

        var pieces = ConstantText.Of(operation, trace, file.CancellationToken).Pieces;
        return new NamedText(pieces.IsEmpty ? "" : Cut(pieces[0].Text), SourceOf(operation, file, trace, pieces.IsEmpty));
    }

    /// <summary>The host of an address and never more of it: what stands before it and behind may be secret.</summary>
    public static NamedText HostOf(ExpressionSyntax? address, AiFile file, ValueTrace trace)
    {
        if (address is null || ValueOperation.Of(address, file) is not { } operation)
            return None;

        string? from = null;
        foreach (var source in trace.SourcesOf(operation))
        {
            foreach (var inner in trace.SourcesOf(Endpoint.Inner(source) ?? source))
            {
                foreach (var piece in ConstantText.Of(inner, trace, file.CancellationToken).Pieces)
                {
                    if (AiHosts.HostOf(piece.Text) is { Length: > 0 } host)
                        return new NamedText(host, from);
                }

                if (Endpoint.Template(inner) is { } template && AiHosts.HostOf(template.Text) is { Length: > 0 } pattern && pattern.Trim(Endpoint.Hole).Length > 0)
                    return new NamedText(pattern.Replace(Endpoint.Hole, '*'), from);
                from ??= SourceOf(inner, file, trace, isOnly: true);
            }
        }

        return new NamedText("", from);
    }

    private static string? SourceOf(IOperation value, AiFile file, ValueTrace trace, bool isOnly)
    {
        string? member = null;
        foreach (var source in trace.SourcesOf(value))
        {
            if (Endpoint.SettingName(source, file.Compilation.Symbols)?.TrimEnd(':') is { Length: > 0 } setting)
                return "configuration:" + setting;
            if (source is IMemberReferenceOperation { Member: { ContainingType: { } type } read } && !source.ConstantValue.HasValue)
                member ??= "member:" + type.Name + "." + read.Name;
        }

        return isOnly ? member : null;
    }

    private static string Cut(string text) => text.Trim() is { Length: > MaxLength } trimmed ? trimmed.Substring(0, MaxLength) : text.Trim();
}
