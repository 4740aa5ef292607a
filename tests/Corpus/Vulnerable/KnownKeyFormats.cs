static class KnownKeyFormats
{
    // The known formats are reported wherever they stand.
    static readonly string AzureAI = "4Kd8sLq2Zx7Vb1Nm5Tg9Yh3Jw6Rf0Pc8Ua4Ei7Ko2Xs5Dz9Gv1Hb" + "JQQJ99" + "BCACYeBjFXJ3w3AAAB" + "ACOG" + "x7Kp"; //! AISEC102

    static readonly string OpenAIProject = "sk-proj-" + "Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4zAb7cDe0fGh3iJk6lMn9oPq2rSt5uVw8xYz1aBc4dEf" + "T3BlbkFJ" + "Gh7iJk0lMn3oPq6rSt9uVw2xYz5aBc8dEf1gHi4jKl7mNo0pQr3sTu6vWx9yZa2bCd5eFg8hIj"; //! AISEC102

    static string HuggingFace() => "hf_" + "aBcDeFgHiJkLmNoPqRsTuVwXyZaBcDeFgH"; //! AISEC102

    static string Anthropic() => "sk-ant-" + "api03-Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4zAb7cDe0fGh3iJk6lMn9oPq2rSt5uVw8xYz1aBc4dEf6hIj9kLm2nOp5qRs8tUv1w-Xy4zAbAA"; //! AISEC102
}
