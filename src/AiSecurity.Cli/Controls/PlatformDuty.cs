using System.Collections.Immutable;

namespace AiSecurity.Cli.Controls;

/// <summary>What an item of the guidance asks for that no code shows: somebody has to look at it on the platform.</summary>
/// <param name="Item">The name of the <see cref="GuidanceItem"/>.</param>
/// <param name="Text">What to look at.</param>
internal sealed record PlatformDuty(string Item, string Text)
{
    public static ImmutableArray<PlatformDuty> All { get; } =
    [
        new("Resources 1", "Resources that are not set up in this code: compare them with the security baseline in Defender for Cloud."),
        new("Models 1", "Switch on the plan for AI services of Microsoft Defender for Cloud in every subscription that holds models."),
        new("Access 1", "Rotate the keys that have to stay, and watch who reads them."),
        new("Access 3", "Require multifactor authentication of everybody who administers AI resources, and give administrator rights for a time only (Privileged Identity Management)."),
        new("Access 4", "Set up Conditional Access policies that react to risk, place and device."),
        new("Access 8", "Look at access, quotas and policies of all projects in the Management Center of Microsoft Foundry."),
        new("Data 4", "Deploy Microsoft Purview: discovery, classification and policy of the data that is grounded on."),
    ];

    public static PlatformDuty? Of(string item) => All.FirstOrDefault(duty => duty.Item == item);
}
