using Microsoft.CodeAnalysis;

namespace AiSecurity.Cli.Fixing;

/// <summary>The errors of a project, counted by what they say and not by where: an edit moves lines.</summary>
internal sealed class CompileErrors
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    private CompileErrors()
    {
    }

    public bool IsEmpty => _counts.Count == 0;

    public static async Task<CompileErrors> OfAsync(Project project, CancellationToken cancellationToken)
    {
        var errors = new CompileErrors();
        if (await project.GetCompilationAsync(cancellationToken) is not { } compilation)
            return errors;

        foreach (var diagnostic in compilation.GetDiagnostics(cancellationToken))
        {
            if (diagnostic.Severity != DiagnosticSeverity.Error)
                continue;
            var key = $"{diagnostic.Id} {Path.GetFileName(diagnostic.Location.SourceTree?.FilePath)} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
            errors._counts[key] = errors._counts.GetValueOrDefault(key) + 1;
        }

        return errors;
    }

    /// <summary>Whether there is an error that others have not, or more of one kind.</summary>
    public bool Exceeds(CompileErrors before) => _counts.Any(error => error.Value > before._counts.GetValueOrDefault(error.Key));
}
