// What assigns roles of Azure: names and parameters as the sources of the libraries have them.
#nullable enable
namespace Azure.Provisioning.Authorization
{
    public class RoleAssignment(string bicepIdentifier, string? resourceVersion = null)
    {
        public string Identifier { get; } = bicepIdentifier + resourceVersion;
        public BicepValue<Azure.Core.ResourceIdentifier> RoleDefinitionId { get; set; } = new();
        public BicepValue<string> Scope { get; set; } = new();
        public BicepValue<System.Guid> PrincipalId { get; set; } = new();
    }

    public enum RoleManagementPrincipalType
    {
        User,
        ServicePrincipal,
    }
}

namespace Azure.Provisioning.Expressions
{
    public class IdentifierExpression(string name)
    {
        public string Name { get; } = name;
        public static implicit operator BicepValue<string>(IdentifierExpression expression) => new();
    }

    public static class BicepFunction
    {
        public static BicepValue<Azure.Core.ResourceIdentifier> GetSubscriptionResourceId(params string[] values) => new();
    }
}

namespace Azure.Provisioning.Roles
{
    public class UserAssignedIdentity(string bicepIdentifier)
    {
        public string BicepIdentifier { get; } = bicepIdentifier;
    }
}

namespace Azure.Provisioning.Storage
{
    public class StorageAccount(string bicepIdentifier)
    {
        public string BicepIdentifier { get; } = bicepIdentifier;
    }
}

namespace Azure.Provisioning.Resources
{
    public class ResourceGroup(string bicepIdentifier)
    {
        public string BicepIdentifier { get; } = bicepIdentifier;
    }
}

namespace Azure.Provisioning.CognitiveServices
{
    using Azure.Provisioning.Authorization;

    public partial class CognitiveServicesAccount
    {
        public string BicepIdentifier => throw null!;
        public RoleAssignment CreateRoleAssignment(CognitiveServicesBuiltInRole role, Roles.UserAssignedIdentity identity) => throw null!;
        public RoleAssignment CreateRoleAssignment(CognitiveServicesBuiltInRole role, BicepValue<RoleManagementPrincipalType> principalType, BicepValue<System.Guid> principalId, string? bicepIdentifierSuffix = null) => throw null!;
    }

    public readonly struct CognitiveServicesBuiltInRole(string value)
    {
        public string Value { get; } = value;
        public static CognitiveServicesBuiltInRole CognitiveServicesContributor => default;
        public static CognitiveServicesBuiltInRole CognitiveServicesUser => default;
        public static CognitiveServicesBuiltInRole CognitiveServicesOpenAIContributor => default;
        public static CognitiveServicesBuiltInRole CognitiveServicesOpenAIUser => default;
        public static implicit operator CognitiveServicesBuiltInRole(string value) => new(value);
    }

}

namespace Azure.Provisioning.Search
{
    using Azure.Provisioning.Authorization;

    public partial class SearchService
    {
        public RoleAssignment CreateRoleAssignment(SearchBuiltInRole role, Roles.UserAssignedIdentity identity) => throw null!;
        public RoleAssignment CreateRoleAssignment(SearchBuiltInRole role, BicepValue<RoleManagementPrincipalType> principalType, BicepValue<System.Guid> principalId, string? bicepIdentifierSuffix = null) => throw null!;
    }

    public readonly struct SearchBuiltInRole(string value)
    {
        public string Value { get; } = value;
        public static SearchBuiltInRole SearchServiceContributor => default;
        public static SearchBuiltInRole SearchIndexDataReader => default;
        public static SearchBuiltInRole SearchIndexDataContributor => default;
    }
}

namespace Azure.ResourceManager.Authorization.Models
{
    public partial class RoleAssignmentCreateOrUpdateContent(Azure.Core.ResourceIdentifier roleDefinitionId, System.Guid principalId)
    {
        public Azure.Core.ResourceIdentifier RoleDefinitionId { get; } = roleDefinitionId;
        public System.Guid PrincipalId { get; } = principalId;
    }
}

namespace Azure.ResourceManager.Authorization
{
    public partial class RoleAssignmentCollection
    {
        public virtual System.Threading.Tasks.Task CreateOrUpdateAsync(int waitUntil, string roleAssignmentName, Models.RoleAssignmentCreateOrUpdateContent content) => throw null!;
    }

    public static class AuthorizationExtensions
    {
        public static RoleAssignmentCollection GetRoleAssignments(this object resource) => new();
    }
}

namespace Aspire.Hosting.ApplicationModel
{
    public partial class ProjectResource
    {
    }

    public partial class AzureOpenAIResource
    {
    }

}

namespace Aspire.Hosting.Azure
{
    public partial class AzureSearchResource
    {
    }

    public partial class AzureAIFoundryResource
    {
    }
}

namespace Aspire.Hosting.Foundry
{
    public partial class FoundryResource
    {
    }
}

namespace Aspire.Hosting
{
    using ApplicationModel;
    using global::Azure.Provisioning.CognitiveServices;
    using global::Azure.Provisioning.Search;

    public static partial class AzureOpenAIExtensions
    {
        public static ApplicationModel.IResourceBuilder<T> WithRoleAssignments<T>(this ApplicationModel.IResourceBuilder<T> builder, ApplicationModel.IResourceBuilder<AzureOpenAIResource> target, params CognitiveServicesBuiltInRole[] roles) => builder;
    }

    public static partial class AzureAIFoundryExtensions
    {
        public static ApplicationModel.IResourceBuilder<T> WithRoleAssignments<T>(this ApplicationModel.IResourceBuilder<T> builder, ApplicationModel.IResourceBuilder<Azure.AzureAIFoundryResource> target, params CognitiveServicesBuiltInRole[] roles) => builder;
    }

    public static partial class FoundryExtensions
    {
        public static ApplicationModel.IResourceBuilder<T> WithRoleAssignments<T>(this ApplicationModel.IResourceBuilder<T> builder, ApplicationModel.IResourceBuilder<Foundry.FoundryResource> target, params CognitiveServicesBuiltInRole[] roles) => builder;
    }

    public static partial class AzureSearchExtensions
    {
        public static ApplicationModel.IResourceBuilder<T> WithRoleAssignments<T>(this ApplicationModel.IResourceBuilder<T> builder, ApplicationModel.IResourceBuilder<Azure.AzureSearchResource> target, params SearchBuiltInRole[] roles) => builder;
    }
}

namespace Pulumi.AzureNative.Authorization
{
    public sealed class RoleAssignmentArgs
    {
        public Input<string>? RoleDefinitionId { get; set; }
        public Input<string>? Scope { get; set; }
        public Input<string>? PrincipalId { get; set; }
    }

    public class RoleAssignment(string name, RoleAssignmentArgs args)
    {
        public string Name { get; } = name + args;
    }
}

namespace Pulumi.Azure.Authorization
{
    public sealed class AssignmentArgs
    {
        public Input<string>? RoleDefinitionName { get; set; }
        public Input<string>? RoleDefinitionId { get; set; }
        public Input<string>? Scope { get; set; }
    }
}

namespace Pulumi.AzureNative.CognitiveServices
{
    public partial class Account
    {
        public Input<string> Id => new();
    }
}
