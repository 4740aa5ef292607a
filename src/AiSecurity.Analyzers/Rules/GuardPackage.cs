using AiSecurity.Analyzers.Catalog;

namespace AiSecurity.Analyzers.Rules;

/// <summary>The package with the run-time guards that fixes write, named in the message where a project does not refer to it.</summary>
internal static class GuardPackage
{
    /// <summary>Ends the message of a finding that a guard of that kind mends; empty where the project has one, of the package or its own.</summary>
    public static string Hint(string guards, AiSymbols symbols)
    {
        var package = "";
        foreach (var row in symbols.Catalog[Role.Guard])
        {
            if (row["guards"] != guards)
                continue;
            if (symbols.FindType(row.TypeName) is not null)
                return "";
            package = row.Package;
        }

        return package.Length == 0 ? "" : " (the package " + package + " does that)";
    }
}
