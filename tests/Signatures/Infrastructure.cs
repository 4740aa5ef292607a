// Descriptions of AI resources, beside what the facts have.
#nullable enable
namespace Azure.ResourceManager.CognitiveServices
{
    public partial class CognitiveServicesAccountData(string location)
    {
        public string Location { get; } = location;
        public string? Kind { get; set; }
        public Models.CognitiveServicesAccountProperties? Properties { get; set; }
    }
}

namespace Azure.ResourceManager.CognitiveServices.Models
{
    public partial class ServiceAccountPublicNetworkAccess
    {
        public static ServiceAccountPublicNetworkAccess Enabled => new();
        public static ServiceAccountPublicNetworkAccess Disabled => new();
        public static implicit operator ServiceAccountPublicNetworkAccess(string value) => new();
    }

    public readonly partial struct CognitiveServicesNetworkRuleAction
    {
        public static CognitiveServicesNetworkRuleAction Allow => default;
        public static CognitiveServicesNetworkRuleAction Deny => default;
    }

    public partial class CognitiveServicesNetworkRuleSet
    {
        public CognitiveServicesNetworkRuleAction? DefaultAction { get; set; }
    }
}

namespace Azure.ResourceManager.Search
{
    public partial class SearchServiceData
    {
        public SearchServiceData(string location) => Location = location;
        public string Location { get; }
        public Models.SearchServicePublicNetworkAccess? PublicNetworkAccess { get; set; }
    }
}

namespace Azure.ResourceManager.Search.Models
{
    public enum SearchServicePublicNetworkAccess
    {
        Enabled,
        Disabled,
    }
}

namespace Azure.ResourceManager.MachineLearning.Models
{
    public readonly partial struct MachineLearningEndpointAuthMode
    {
        public static MachineLearningEndpointAuthMode AmlToken => default;
        public static MachineLearningEndpointAuthMode Key => default;
        public static MachineLearningEndpointAuthMode AadToken => default;
    }

    public readonly partial struct MachineLearningPublicNetworkAccessType
    {
        public static MachineLearningPublicNetworkAccessType Enabled => default;
        public static MachineLearningPublicNetworkAccessType Disabled => default;
    }

    public partial class MachineLearningOnlineEndpointProperties(MachineLearningEndpointAuthMode authMode)
    {
        public MachineLearningEndpointAuthMode AuthMode { get; set; } = authMode;
        public MachineLearningPublicNetworkAccessType? PublicNetworkAccess { get; set; }
    }
}

namespace Microsoft.Azure.Management.CognitiveServices.Models
{
    public partial class AccountProperties
    {
        public bool? DisableLocalAuth { get; set; }
        public string? PublicNetworkAccess { get; set; }
    }
}

namespace Azure.Provisioning
{
    public class BicepValue<T>
    {
        public static implicit operator BicepValue<T>(T value) => new();
    }
}

namespace Azure.Provisioning.CognitiveServices
{
    public enum ServiceAccountPublicNetworkAccess
    {
        Enabled,
        Disabled,
    }

    public enum CognitiveServicesNetworkRuleAction
    {
        Allow,
        Deny,
    }

    public class CognitiveServicesNetworkRuleSet
    {
        public BicepValue<CognitiveServicesNetworkRuleAction> DefaultAction { get; set; } = new();
    }

    public class CognitiveServicesAccountProperties
    {
        public BicepValue<bool> DisableLocalAuth { get; set; } = new();
        public BicepValue<string> CustomSubDomainName { get; set; } = new();
        public BicepValue<ServiceAccountPublicNetworkAccess> PublicNetworkAccess { get; set; } = new();
        public CognitiveServicesNetworkRuleSet NetworkAcls { get; set; } = new();
    }

    public class CognitiveServicesAccount(string bicepIdentifier, string? resourceVersion = null)
    {
        public string Identifier { get; } = bicepIdentifier + resourceVersion;
        public BicepValue<string> Kind { get; set; } = new();
        public CognitiveServicesAccountProperties Properties { get; set; } = new();
        public static CognitiveServicesAccount FromExisting(string bicepIdentifier) => new(bicepIdentifier);
    }
}

namespace Azure.Provisioning.Search
{
    public enum SearchServicePublicNetworkAccess
    {
        Enabled,
        Disabled,
    }

    public class SearchService(string bicepIdentifier, string? resourceVersion = null)
    {
        public string Identifier { get; } = bicepIdentifier + resourceVersion;
        public BicepValue<bool> IsLocalAuthDisabled { get; set; } = new();
        public BicepValue<SearchServicePublicNetworkAccess> PublicNetworkAccess { get; set; } = new();
    }
}

namespace Pulumi
{
    public class Input<T>
    {
        public static implicit operator Input<T>(T value) => new();
    }

    public class InputUnion<T0, T1>
    {
        public static implicit operator InputUnion<T0, T1>(T0 value) => new();
        public static implicit operator InputUnion<T0, T1>(T1 value) => new();
    }
}

namespace Pulumi.AzureNative.CognitiveServices
{
    public readonly struct PublicNetworkAccess
    {
        public static PublicNetworkAccess Enabled => default;
        public static PublicNetworkAccess Disabled => default;
    }

    public readonly struct NetworkRuleAction
    {
        public static NetworkRuleAction Allow => default;
        public static NetworkRuleAction Deny => default;
    }

    public sealed class AccountArgs
    {
        public Input<string>? Kind { get; set; }
        public Input<Inputs.AccountPropertiesArgs>? Properties { get; set; }
    }

    public class Account(string name, AccountArgs args)
    {
        public string Name { get; } = name + args;
    }
}

namespace Pulumi.AzureNative.CognitiveServices.Inputs
{
    public sealed class NetworkRuleSetArgs
    {
        public InputUnion<string, NetworkRuleAction>? DefaultAction { get; set; }
    }

    public sealed class AccountPropertiesArgs
    {
        public Input<bool>? DisableLocalAuth { get; set; }
        public InputUnion<string, PublicNetworkAccess>? PublicNetworkAccess { get; set; }
        public Input<NetworkRuleSetArgs>? NetworkAcls { get; set; }
    }
}

namespace Pulumi.AzureNative.Search
{
    public enum PublicNetworkAccess
    {
        Enabled,
        Disabled,
    }

    public sealed class ServiceArgs
    {
        public Input<bool>? DisableLocalAuth { get; set; }
        public InputUnion<string, PublicNetworkAccess>? PublicNetworkAccess { get; set; }
    }
}

namespace Pulumi.Azure.Cognitive
{
    public sealed class AccountArgs
    {
        public Input<bool>? LocalAuthEnabled { get; set; }
        public Input<bool>? PublicNetworkAccessEnabled { get; set; }
    }
}

namespace Pulumi.Azure.Search
{
    public sealed class ServiceArgs
    {
        public Input<bool>? LocalAuthenticationEnabled { get; set; }
        public Input<bool>? PublicNetworkAccessEnabled { get; set; }
    }
}
