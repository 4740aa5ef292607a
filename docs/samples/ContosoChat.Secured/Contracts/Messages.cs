namespace ContosoChat.Contracts;

public sealed record ChatRequest(string? Message, string? CustomerName, string? Tone);

public sealed record AskRequest(string? Question);

public sealed record AgentRequest(string? Task);

public sealed record LoginRequest(string? AccessCode);

public sealed record ChatReply(string Answer);

public sealed record GroundedReply(string Answer, IReadOnlyList<string> Sources);
