using System.Text.Json;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports;

/// <summary>Places and texts in SARIF.</summary>
internal static class SarifPlace
{
    /// <summary>Name of the folder that uris are relative to.</summary>
    public const string Root = "SRCROOT";

    public static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>The members of a location object that is open.</summary>
    public static void Write(Utf8JsonWriter json, SourcePlace place)
    {
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, place.File);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Line);
        json.WriteNumber("startColumn", place.Column);
        json.WriteNumber("endLine", place.EndLine);
        json.WriteNumber("endColumn", place.EndColumn);
        json.WriteEndObject();
        if (place.Code.Length > 0)
        {
            json.WriteStartObject("contextRegion");
            json.WriteNumber("startLine", place.Line);
            json.WriteNumber("endLine", place.Line);
            WriteText(json, "snippet", place.Code);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public static void WriteArtifact(Utf8JsonWriter json, string file)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', file.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
    }
}
