using System.Globalization;

namespace AiSecurity.Analyzers.Tests.Catalog;

/// <summary>A version as NuGet orders it: <c>1.0.0-beta.6</c> is below <c>1.0.0</c>.</summary>
internal sealed record PackageVersion(Version Number, string Label) : IComparable<PackageVersion>
{
    public static PackageVersion Parse(string text)
    {
        // Some assemblies write the commit behind a blank: "7.6.9 SHA: 3a0b".
        var parts = text.Split('+', ' ')[0].Split('-', 2);
        return new PackageVersion(Normalized(Version.Parse(parts[0])), parts.Length > 1 ? parts[1] : "");
    }

    public int CompareTo(PackageVersion? other)
    {
        if (other is null)
            return 1;
        var byNumber = Number.CompareTo(other.Number);
        if (byNumber != 0)
            return byNumber;
        if (Label.Length == 0 || other.Label.Length == 0)
            return other.Label.Length.CompareTo(Label.Length);
        return StringComparer.Ordinal.Compare(Padded(Label), Padded(other.Label));
    }

    /// <summary>Whether a row with <c>since=</c> and <c>until=</c>, both inclusive, speaks of this version.</summary>
    public bool IsWithin(string? since, string? until) =>
        (since is null || CompareTo(Parse(since)) >= 0) && (until is null || CompareTo(Parse(until)) <= 0);

    public override string ToString() => Label.Length == 0 ? Number.ToString() : Number + "-" + Label;

    private static Version Normalized(Version version) => new(version.Major, version.Minor, Math.Max(0, version.Build), Math.Max(0, version.Revision));

    /// <summary>Numbers of equal width, so that beta.10 comes after beta.9.</summary>
    private static string Padded(string label) =>
        string.Join('.', label.Split('.').Select(part => int.TryParse(part, CultureInfo.InvariantCulture, out var number) ? number.ToString("D9", CultureInfo.InvariantCulture) : part));
}
