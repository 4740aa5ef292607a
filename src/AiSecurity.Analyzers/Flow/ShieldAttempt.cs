using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>Why a shield that looked at a text protects nothing.</summary>
internal enum ShieldFault
{
    /// <summary>Nobody reads its answer.</summary>
    Unread,

    /// <summary>Nobody waits for it.</summary>
    Unawaited,

    /// <summary>A catch goes on as if it had answered.</summary>
    FailOpen,

    /// <summary>The service's answer is used without a look at its status.</summary>
    Status,
}

/// <summary>A shield that looked at a text in vain.</summary>
/// <param name="Site">The call.</param>
/// <param name="Fault">What is wrong with it.</param>
/// <param name="Guard">The call of an own method, which is a shield only if its facts say so; null for known shields.</param>
internal sealed record ShieldAttempt(SyntaxNode Site, ShieldFault Fault, CallGuard? Guard);
