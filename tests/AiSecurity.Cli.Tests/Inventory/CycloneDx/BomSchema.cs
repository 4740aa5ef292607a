using System.Text.Json;
using Json.Schema;

namespace AiSecurity.Cli.Tests.Inventory.CycloneDx;

/// <summary>The official JSON schema of CycloneDX 1.6 with the two that it refers to.</summary>
internal static class BomSchema
{
    private static readonly JsonSchema Schema = Load();

    public static IReadOnlyList<string> Errors(JsonElement bom)
    {
        var results = Schema.Evaluate(bom, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        if (results.IsValid)
            return [];
        return [.. (results.Details ?? []).Append(results).Where(static detail => detail.Errors is not null).SelectMany(static detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}")).DefaultIfEmpty("not valid")];
    }

    private static JsonSchema Load()
    {
        foreach (var name in (string[])["spdx.schema.json", "jsf-0.82.schema.json"])
            SchemaRegistry.Global.Register(Read(name));
        return Read("bom-1.6.schema.json");
    }

    private static JsonSchema Read(string name)
    {
        using var stream = typeof(BomSchema).Assembly.GetManifestResourceStream($"Schema/{name}")!;
        using var reader = new StreamReader(stream);
        return JsonSchema.FromText(reader.ReadToEnd());
    }
}
