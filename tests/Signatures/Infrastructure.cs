// Conversions to what libraries of infrastructure wrap values in: the facts have members, and no operators.
#nullable enable
namespace Azure.ResourceManager
{
    public partial class ArmClient
    {
        public ArmClient(Azure.Core.TokenCredential credential) => throw null!;
    }
}

namespace Azure.ResourceManager.CognitiveServices.Models
{
    public readonly partial struct ServiceAccountPublicNetworkAccess
    {
        public static implicit operator ServiceAccountPublicNetworkAccess(string value) => default;
    }
}

namespace Azure.Provisioning
{
    public partial class BicepValue<T1>
    {
        public static implicit operator BicepValue<T1>(T1 value) => new();
    }
}

namespace Pulumi
{
    public partial class Input<T1>
    {
        public static implicit operator Input<T1>(T1 value) => new();
    }

    public partial class InputUnion<T1, T2>
    {
        public static implicit operator InputUnion<T1, T2>(T1 value) => new();
        public static implicit operator InputUnion<T1, T2>(T2 value) => new();
    }
}
