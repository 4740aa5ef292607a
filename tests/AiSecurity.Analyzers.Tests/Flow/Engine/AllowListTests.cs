namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Values that were compared with what the program itself wrote down.</summary>
public class AllowListTests
{
    private const string Members = """
        private static readonly string[] Topics = { "weather", "news" };
        private static readonly IReadOnlyList<string> List = new[] { "weather", "news" };
        private static readonly System.Collections.Frozen.FrozenSet<string> Frozen = System.Collections.Frozen.FrozenSet.ToFrozenSet(new[] { "weather", "news" });
        private static readonly ImmutableHashSet<string> Immutable = ImmutableHashSet.Create("weather", "news");
        private static readonly Dictionary<string, string> Prompts = new() { ["weather"] = "Tell the weather." };
        private static readonly Regex Anchored = new("^[a-z]{1,8}$");
        private static HashSet<string> Filled = new();
        private static bool IsTopic(string word) => Prompts.ContainsKey(word);
        private static string First(string words) => words.Split(' ')[0];
        """;

    [Theory]
    [InlineData("array", "if (!Topics.Contains(text)) return;", "text")]
    [InlineData("list", "if (!List.Contains(text)) return;", "text")]
    [InlineData("Array.IndexOf", "if (Array.IndexOf(Topics, text) < 0) return;", "text")]
    [InlineData("frozen set", "if (!Frozen.Contains(text)) return;", "text")]
    [InlineData("immutable set", "if (!Immutable.Contains(text)) return;", "text")]
    [InlineData("ContainsKey", "if (!Prompts.ContainsKey(text)) return;", "text")]
    [InlineData("TryGetValue", "if (!Prompts.TryGetValue(text, out _)) return;", "text")]
    [InlineData("throw", "if (!Topics.Contains(text)) throw new ArgumentException(\"a\");", "text")]
    [InlineData("literal collection", "if (!new[] { \"weather\", \"news\" }.Contains(text)) return;", "text")]
    [InlineData("pattern", "if (text is not (\"weather\" or \"news\")) return;", "text")]
    [InlineData("switch statement", "switch (text) { case \"weather\": case \"news\": break; default: return; }", "text")]
    [InlineData("switch expression", "", "text switch { \"weather\" or \"news\" => text, _ => \"weather\" }")]
    [InlineData("string.Equals", "if (!string.Equals(text, \"weather\", StringComparison.OrdinalIgnoreCase)) return;", "text")]
    [InlineData("Equals", "if (!text.Equals(\"weather\")) return;", "text")]
    [InlineData("two comparisons", "if (text != \"weather\" && text != \"news\") return;", "text")]
    [InlineData("either", "if (text == \"weather\" || text == \"news\") { } else return;", "text")]
    [InlineData("Enum.TryParse", "if (!Enum.TryParse<Tone>(text, out var parsed)) return;", "$\"Be {parsed}.\"")]
    [InlineData("Enum.IsDefined", "if (!Enum.IsDefined(typeof(Tone), text)) return;", "text")]
    [InlineData("anchored pattern", "if (!Anchored.IsMatch(text)) return;", "text")]
    [InlineData("anchored pattern, static", "if (!Regex.IsMatch(text, @\"\\A(weather|news)\\z\")) return;", "text")]
    [InlineData("anchored pattern with a dot", "if (!Regex.IsMatch(text, @\"^[a-z]+\\.[a-z]+$\")) return;", "text")]
    [InlineData("anchored pattern with a backslash", "if (!Regex.IsMatch(text, @\"^\\\\[a-z]+$\")) return;", "text")]
    [InlineData("each of many words", "var areKnown = true; foreach (var word in text.Split(' ')) areKnown &= Topics.Contains(word); if (!areKnown) return;", "text")]
    [InlineData("none of many words unknown", "var isUnknown = false; foreach (var word in text.Split(' ')) { if (!Topics.Contains(word)) isUnknown = true; } if (isUnknown) return;", "text")]
    [InlineData("all of many words", "if (!text.Split(' ').All(word => Topics.Contains(word))) return;", "text")]
    [InlineData("all of many words, by a method of the set", "var words = text.Split(' '); if (words.All(Frozen.Contains)) { } else return;", "text")]
    [InlineData("all of many words, by an own method", "if (!text.Split(' ').All(IsTopic)) return;", "text")]
    [InlineData("all of a list", "var words = text.Split(' ').ToList(); if (!words.TrueForAll(word => IsTopic(word))) return;", "string.Join(\" \", words)")]
    [InlineData("none of many words that is unknown", "if (text.Split(' ').Any(word => !Topics.Contains(word))) return;", "text")]
    [InlineData("none of a list that is unknown", "var words = text.Split(' ').ToList(); if (words.Exists(word => { if (word.Length == 0) return true; return !Topics.Contains(word); })) return;", "text")]
    [InlineData("anchored pattern with parentheses", "if (!Regex.IsMatch(text, @\"^\\([a-z]+\\)$\")) return;", "text")]
    [InlineData("the last word", "var words = text.Split(' '); if (!Topics.Contains(words[^1])) return;", "words[^1]")]
    [InlineData("the last word of a list", "var words = text.Split(' ').ToList(); var last = words[^1].Trim(); if (!Topics.Contains(last)) return;", "last")]
    [InlineData("words that are kept", "var known = text.Split(' ').Where(word => Topics.Contains(word));", "string.Join(\" \", known)")]
    [InlineData("words that are kept, by a method of the set", "var known = text.Split(' ').Where(Frozen.Contains).ToList();", "string.Join(\" \", known)")]
    [InlineData("words that are kept, by an own method", "", "string.Concat(text.Split(' ').Where(IsTopic))")]
    [InlineData("words that are kept, by a pattern", "", "string.Join(\",\", text.Split(' ').Where(word => word is \"weather\" or \"news\"))")]
    [InlineData("words that are kept, of a list", "var words = text.Split(' ').ToList();", "string.Join(\" \", words.FindAll(word => Topics.Contains(word)))")]
    [InlineData("words that are kept, and made of", "", "string.Join(\",\", text.Split(' ').Where(word => word is \"weather\" or \"news\").Select(word => $\"{word}!\"))")]
    [InlineData("entries of known keys", "var counts = JsonSerializer.Deserialize<Dictionary<string, int>>(text)!;", "string.Join(\",\", counts.Where(pair => pair.Key is \"weather\" or \"news\").Select(pair => $\"{pair.Key}={pair.Value}\"))")]
    public Task Guards(string name, string statements, string expression)
    {
        _ = name;
        return Endpoint.IsQuietAsync(statements, expression, Members);
    }

    [Theory]
    [InlineData("wrong way round", "if (Topics.Contains(text)) return;", "text")]
    [InlineData("words that are left", "var others = text.Split(' ').Where(word => !Topics.Contains(word));", "string.Join(\" \", others)")]
    [InlineData("the last word", "var words = text.Split(' '); if (!Topics.Contains(words[^1])) return;", "words[0]")]
    [InlineData("the last word of a list", "var words = text.Split(' ').ToList(); if (!Topics.Contains(words[^1])) return;", "words[0]")]
    [InlineData("the last word and not the one before", "var words = text.Split(' '); if (!Topics.Contains(words[^1])) return;", "words[^2]")]
    [InlineData("words of some length", "", "string.Join(\" \", text.Split(' ').Where(word => word.Length > 3))")]
    [InlineData("all words, of which some are kept elsewhere", "var known = text.Split(' ').Where(word => Topics.Contains(word));", "text")]
    [InlineData("one of many words", "var isKnown = false; foreach (var word in text.Split(' ')) { if (Topics.Contains(word)) isKnown = true; } if (!isKnown) return;", "text")]
    [InlineData("one of many words, gathered", "var isKnown = false; foreach (var word in text.Split(' ')) isKnown |= Topics.Contains(word); if (!isKnown) return;", "text")]
    [InlineData("last of many words", "var isKnown = true; foreach (var word in text.Split(' ')) isKnown = Topics.Contains(word); if (!isKnown) return;", "text")]
    [InlineData("any of many words", "if (!text.Split(' ').Any(word => Topics.Contains(word))) return;", "text")]
    [InlineData("all of many words, the wrong way round", "if (text.Split(' ').All(Topics.Contains)) return;", "text")]
    [InlineData("all of many words are no topic", "if (!text.Split(' ').All(word => !Topics.Contains(word))) return;", "text")]
    [InlineData("all of many words are short", "if (!text.Split(' ').All(word => word.Length < 9)) return;", "text")]
    [InlineData("all words but the first", "if (!text.Split(' ').Skip(1).All(Topics.Contains)) return;", "text")]
    [InlineData("all of other words", "if (!Topics.All(topic => Topics.Contains(topic))) return;", "text")]
    [InlineData("first word, by a method", "if (!Topics.Contains(First(text))) return;", "text")]
    [InlineData("blank first word, by a method", "if (!string.IsNullOrEmpty(First(text))) return;", "text")]
    [InlineData("wrong switch", "switch (text) { case \"weather\": return; default: break; }", "text")]
    [InlineData("wrong arm", "", "text switch { \"weather\" => \"weather\", _ => text }")]
    [InlineData("wrong Equals", "if (string.Equals(text, \"weather\", StringComparison.Ordinal)) return;", "text")]
    [InlineData("one of two", "if (text != \"weather\" && number > 1) return;", "text")]
    [InlineData("set that is filled elsewhere", "Filled.Add(text); if (!Filled.Contains(text)) return;", "text")]
    [InlineData("length", "if (text.Length > 100) return;", "text")]
    [InlineData("empty", "if (string.IsNullOrWhiteSpace(text)) return;", "text")]
    [InlineData("null", "if (text is null) return;", "text")]
    [InlineData("contains a word", "if (!text.Contains(\"weather\")) return;", "text")]
    [InlineData("starts with a word", "if (!text.StartsWith(\"weather\")) return;", "text")]
    [InlineData("pattern without anchors", "if (!Regex.IsMatch(text, \"[a-z]+\")) return;", "text")]
    [InlineData("pattern with one anchor", "if (!Regex.IsMatch(text, \"^[a-z]+\")) return;", "text")]
    [InlineData("pattern that takes anything", "if (!Regex.IsMatch(text, \"^.+$\")) return;", "text")]
    [InlineData("anchors of one alternative", "if (!Regex.IsMatch(text, \"^weather|news$\")) return;", "text")]
    [InlineData("backslash and then anything", "if (!Regex.IsMatch(text, @\"^\\\\.*$\")) return;", "text")]
    [InlineData("dollar that is no anchor", "if (!Regex.IsMatch(text, @\"^[a-z]+\\$\")) return;", "text")]
    [InlineData("backslash and z that are no anchor", "if (!Regex.IsMatch(text, @\"^[a-z]+\\\\z\")) return;", "text")]
    [InlineData("alternatives between parentheses of the text", "if (!Regex.IsMatch(text, @\"^\\(a|b\\)$\")) return;", "text")]
    [InlineData("alternatives behind a parenthesis in a set", "if (!Regex.IsMatch(text, \"^[(]a|b$\")) return;", "text")]
    [InlineData("pattern the wrong way round", "if (Anchored.IsMatch(text)) return;", "text")]
    public Task Guards_nothing(string name, string statements, string expression)
    {
        _ = name;
        return Endpoint.ReportsAsync(statements, expression, Members);
    }
}
