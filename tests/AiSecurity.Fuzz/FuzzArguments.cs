using System.Globalization;

namespace AiSecurity.Fuzz;

/// <summary>FOLDER [--seed N] [--mutants N] [--of-findings N] [--workers N] [--minutes N] [--part N/M] [--out FOLDER] [--only FILE:NUMBER] [--together N] [--edit-every N].</summary>
internal sealed class FuzzArguments
{
    public string Folder { get; private set; } = "";

    public int Seed { get; private set; } = 1;

    public int Mutants { get; private set; } = 2;

    public int MutantsOfFindings { get; private set; } = 30;

    public int Workers { get; private set; } = 1;

    public int Minutes { get; private set; } = int.MaxValue / 60_000;

    /// <summary>Which of how many equal parts of the files.</summary>
    public (int Number, int Of) Part { get; private set; } = (1, 1);

    public string Out { get; private set; } = "fuzz";

    /// <summary>A file and the number of a mutant, or of none for all.</summary>
    public string Only { get; private set; } = "";

    /// <summary>How many files make a project.</summary>
    public int Together { get; private set; } = 8;

    /// <summary>On each how manieth mutant fixes and refactorings run; 0 for none.</summary>
    public int EditEvery { get; private set; } = 5;

    /// <summary>Null when they make no sense.</summary>
    public static FuzzArguments? Parse(string[] args)
    {
        var parsed = new FuzzArguments();
        for (var at = 0; at < args.Length; at++)
        {
            if (!args[at].StartsWith("--", StringComparison.Ordinal))
                parsed.Folder = args[at];
            else if (at + 1 == args.Length || !parsed.Set(args[at], args[++at]))
                return null;
        }

        return parsed.Folder.Length > 0 ? parsed : null;
    }

    private bool Set(string name, string value)
    {
        switch (name)
        {
            case "--seed": Seed = Number(value); return true;
            case "--mutants": Mutants = Number(value); return true;
            case "--of-findings": MutantsOfFindings = Number(value); return true;
            case "--workers": Workers = Number(value); return true;
            case "--together": Together = Number(value); return true;
            case "--edit-every": EditEvery = Number(value); return true;
            case "--minutes": Minutes = Number(value); return true;
            case "--part" when value.Split('/') is [var number, var of]: Part = (Number(number), Number(of)); return true;
            case "--out": Out = value; return true;
            case "--only": Only = value; return true;
            default: return false;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
