namespace AiSecurity.Cli.Inventory.CycloneDx;

/// <summary>A NuGet package that assets come from. Which version is not in the source; an SBOM has it, and the purl leads there.</summary>
internal static class BomLibrary
{
    public static string Purl(string package) => $"pkg:nuget/{Uri.EscapeDataString(package)}";
}
