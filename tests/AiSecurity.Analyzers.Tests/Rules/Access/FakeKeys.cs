namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>Keys that open nothing, in pieces: no scanner of secrets shall take them for real ones.</summary>
internal static class FakeKeys
{
    /// <summary>An Azure AI key as it was until 2024.</summary>
    public const string Hex = "3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64";

    public const string OtherHex = "b7a3e1c59f0d4826" + "c4e8f2a6d1b37590";

    /// <summary>An Azure AI key as it is since: 84 characters with two marks.</summary>
    public const string Azure = "4Kd8sLq2Zx7Vb1Nm5Tg9Yh3Jw6Rf0Pc8Ua4Ei7Ko2Xs5Dz9Gv1Hb" + "JQQJ99" + "BCACYeBjFXJ3w3AAAB" + "ACOG" + "x7Kp";

    public const string Search = "Kx7pQ2mVn9RtLw4sYb8ZcDf1GhJk3A9tUe5WqXo2Pa" + "AzSe" + "B6N0uR";

    public const string OpenAIProject = "sk-proj-" + Middle + "T3BlbkFJ" + Tail;

    public const string OpenAIService = "sk-svcacct-" + Middle + "T3BlbkFJ" + Tail;

    public const string OpenAIAdmin = "sk-admin-" + Middle + "T3BlbkFJ" + Tail;

    public const string Anthropic = "sk-ant-" + "api03-" + Middle + "6hIj9kLm2nOp5q-Xy4zAbAA";

    public const string HuggingFace = "hf_" + "aBcDeFgHiJkLmNoPqRsTuVwXyZaBcDeFgH";

    public const string ClientSecret = "Vq38Q~" + "k2Jx9mPz.Wn4tR7yLc_1sBdGhA0eUf6o";

    private const string Middle = "Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4zAb7cDe0fGh3iJk6lMn9oPq2rSt5uVw8xYz1aBc4dEf";

    private const string Tail = "Gh7iJk0lMn3oPq6rSt9uVw2xYz5aBc8dEf1gHi4jKl7mNo0pQr3sTu6vWx9yZa2bCd5eFg8hIj";
}
