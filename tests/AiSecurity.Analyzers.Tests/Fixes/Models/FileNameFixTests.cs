using System.Diagnostics.CodeAnalysis;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.FlowAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Models.FileNameFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Models;

/// <summary>AISEC206: a file name that a model chose, in a folder that the application chose.</summary>
public class FileNameFixTests
{
    [Theory]
    [InlineData("""File.Delete({|AISEC206:Path.Combine("out", answer)|});""", """File.Delete(Path.Combine("out", Path.GetFileName(answer)));""")]
    [InlineData("""File.Delete({|AISEC206:Path.Combine("out", Table, answer.Trim())|}); // the report""", """File.Delete(Path.Combine("out", Table, Path.GetFileName(answer.Trim()))); // the report""")]
    [InlineData("""File.WriteAllText({|AISEC206:$"out/{answer}.txt"|}, "a");""", """File.WriteAllText($"out/{Path.GetFileName(answer)}.txt", "a");""")]
    [InlineData("""File.WriteAllText({|AISEC206:$"out/{number}/{answer}"|}, "a");""", """File.WriteAllText($"out/{number}/{Path.GetFileName(answer)}", "a");""")]
    [InlineData("""var path = Path.Combine("out", answer); File.WriteAllText({|AISEC206:path|}, "a");""", """var path = Path.Combine("out", Path.GetFileName(answer)); File.WriteAllText(path, "a");""")]
    public Task Names_stay_in_their_folder(string body, string fixedBody) => FixAsync(body, fixedBody);

    [Theory]
    [InlineData("File.Delete({|AISEC206:answer|});")]
    [InlineData("""File.Delete({|AISEC206:Path.Combine(answer, "a.txt")|});""")]
    [InlineData("""File.Delete({|AISEC206:Path.Combine(column, answer)|});""")]
    [InlineData("""File.Delete({|AISEC206:Path.Combine("out", $"{answer}/a.txt")|});""")]
    [InlineData("""File.Delete({|AISEC206:$"{answer}.txt"|});""")]
    [InlineData("""File.Delete({|AISEC206:$"out{answer}.txt"|});""")]
    [InlineData("""File.Delete({|AISEC206:$"out/{answer}/a.txt"|});""")]
    [InlineData("""File.Delete({|AISEC206:$"out/{answer}{column}"|});""")]
    public Task Nothing_is_offered_that_may_be_wrong(string body) => Verify.VerifyNoFixAsync(TrustedOutputSource.Of(body), configure: TrustedOutputSource.Configure);

    private static Task FixAsync([StringSyntax("C#-test")] string body, [StringSyntax("C#-test")] string fixedBody) => Verify.VerifyFixAsync(
        TrustedOutputSource.Of(body), TrustedOutputSource.Of(fixedBody), "AISEC206.file_name", configure: TrustedOutputSource.Configure);
}
