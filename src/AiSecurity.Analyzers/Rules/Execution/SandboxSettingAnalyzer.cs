using System;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>AISEC302: limits of what executes a model's code that the source switches off.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SandboxSettingAnalyzer() : WrittenSettingRule(ExecutionRules.SandboxSetting, Role.SandboxSetting)
{
    private protected override void Look(WrittenSetting setting, CatalogRow row, AiFile file)
    {
        var kind = row["kind"]!;
        if (kind is not ("directory" or "argument"))
        {
            if (WrittenSetting.IsBad(setting.Value, row, file))
                Report(file, setting.Node, setting.Name, kind, row["good"]);
            return;
        }

        foreach (var element in setting.Elements())
        {
            if (file.Model.GetConstantValue(element, file.CancellationToken) is { HasValue: true, Value: string text } && (kind == "directory" ? OpenDirectory.Is(text) : IsOption(text, row["bad"]!)))
                Report(file, element, setting.Name, kind, null);
        }
    }

    /// <summary><c>--network=host</c> as well as <c>--network</c>; <c>--network=none</c> opens nothing.</summary>
    private static bool IsOption(string text, string options)
    {
        var equals = text.IndexOf('=');
        return Array.IndexOf(options.Split(','), equals < 0 ? text : text.Substring(0, equals)) >= 0 && !text.EndsWith("=none", StringComparison.OrdinalIgnoreCase);
    }

    private void Report(AiFile file, SyntaxNode node, string name, string kind, string? good)
    {
        var (problem, advice) = kind switch
        {
            "files" => ("opens files of this machine", "leave them closed"),
            "directory" => ("opens a whole drive or home directory", "name one directory that holds nothing else"),
            "argument" => ("opens the container to this machine or its network", "leave the option out"),
            "network" => ("opens the network", "leave it closed, or send the traffic through a proxy that knows the allowed hosts"),
            "approval" => ("runs commands without a person's approval", "leave the approval on, or run them in a container or a dynamic session"),
            "limit" => ("lets it run without an end", "set a limit"),
            _ => ("takes the checks away that come before execution", "leave them on"),
        };
        Report(file, node, name, problem, advice, good);
    }
}
