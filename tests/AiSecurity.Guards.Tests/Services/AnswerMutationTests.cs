using System.Text;
using System.Text.Json;

namespace AiSecurity.Guards.Tests.Services;

/// <summary>However an answer with an attack is damaged on its way, it never becomes one without.</summary>
public class AnswerMutationTests
{
    private const string Answer = """{"userPromptAnalysis":{"attackDetected":USER},"documentsAnalysis":[{"attackDetected":FIRST},{"attackDetected":SECOND}]}""";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_damaged_attack_is_no_pass(int attack)
    {
        var random = new Random(attack);
        string[] verdicts = ["false", "false", "false"];
        verdicts[attack] = "true";
        var answer = Encoding.UTF8.GetBytes(Answer.Replace("USER", verdicts[0], StringComparison.Ordinal).Replace("FIRST", verdicts[1], StringComparison.Ordinal).Replace("SECOND", verdicts[2], StringComparison.Ordinal));
        var understood = 0;
        for (var round = 0; round < 30_000; round++)
        {
            if (await ReadAsync(Mutate(answer, random)) is not { } read)
                continue;
            understood++;
            Assert.True(read.IsPromptAttack || read.AttackedDocuments.Count > 0);
        }

        Assert.True(understood > 100, $"{understood}");
    }

    private static byte[] Mutate(byte[] answer, Random random)
    {
        var bytes = answer.ToList();
        for (var count = random.Next(1, 3); count > 0; count--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes.Insert(at, (byte)" \t\n\r  {}[]\",:0ntf\\u"[random.Next(19)]);
                    break;
                case 2:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 3:
                    var length = Math.Min(random.Next(1, 40), bytes.Count - at);
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at - 1));
                    break;
            }
        }

        return [.. bytes];
    }

    private static async Task<ShieldAnswer?> ReadAsync(byte[] answer)
    {
        var request = new ShieldRequest { UserPrompt = "prompt", Documents = { (0, "first"), (1, "second") } };
        try
        {
            using var document = await ServiceAnswer.ReadAsync(new MemoryStream(answer), 10_000, CancellationToken.None);
            return document is null ? null : request.Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
