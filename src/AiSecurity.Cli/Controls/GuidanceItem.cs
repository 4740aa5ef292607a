using System.Collections.Immutable;

namespace AiSecurity.Cli.Controls;

/// <summary>A recommendation of "Secure Azure platform services (PaaS) for AI", in our words.</summary>
/// <param name="Name">Section and number, as in the tags of the rules.</param>
/// <param name="Text">What it asks for.</param>
internal sealed record GuidanceItem(string Name, string Text)
{
    public static ImmutableArray<GuidanceItem> All { get; } =
    [
        new("Resources 1", "Apply the security baseline of each AI platform"),
        new("Resources 2", "Follow the Well-Architected service guides"),
        new("Models 1", "Switch on threat protection for AI workloads"),
        new("Models 2", "Shield what models are asked and check what they answer"),
        new("Models 3", "Verify that a model is what it claims to be"),
        new("Models 4", "Put an AI gateway in front of the models"),
        new("Access 1", "Use Microsoft Entra ID instead of API keys"),
        new("Access 2", "Keep an inventory of agent identities"),
        new("Access 3", "Require multifactor authentication and just-in-time administration"),
        new("Access 4", "Use Conditional Access"),
        new("Access 5", "Assign the least role"),
        new("Access 6", "Use managed identities between services"),
        new("Access 7", "Let only authorized clients reach model endpoints"),
        new("Access 8", "Govern access, quotas and policies in one place"),
        new("Data 1", "Draw data boundaries by audience"),
        new("Data 2", "Give each application data sets of its own"),
        new("Data 3", "Give access to data by role"),
        new("Data 4", "Discover, classify and govern data"),
        new("Execution 1", "Run agent code in a fresh isolated environment"),
        new("Execution 2", "Review and approve code before it runs"),
        new("Execution 3", "Limit resources and time of every execution"),
        new("Execution 4", "Monitor executions"),
    ];
}
