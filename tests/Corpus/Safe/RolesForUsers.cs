using Azure.Core;
using Azure.Provisioning.Authorization;
using Azure.Provisioning.CognitiveServices;
using Azure.Provisioning.Expressions;
using Azure.Provisioning.Search;
using Azure.Provisioning.Storage;

namespace Corpus.Safe;

public static class RolesForUsers
{
    public static IEnumerable<RoleAssignment> Assign(CognitiveServicesAccount account, SearchService search, StorageAccount files, Guid agent, string role)
    {
        yield return account.CreateRoleAssignment(CognitiveServicesBuiltInRole.CognitiveServicesOpenAIUser, RoleManagementPrincipalType.ServicePrincipal, agent);
        yield return search.CreateRoleAssignment(SearchBuiltInRole.SearchIndexDataReader, RoleManagementPrincipalType.ServicePrincipal, agent);

        // Not an AI resource.
        yield return new RoleAssignment("files")
        {
            PrincipalId = agent,
            RoleDefinitionId = new ResourceIdentifier("/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c"),
            Scope = new IdentifierExpression(files.BicepIdentifier),
        };

        // Whoever deploys chooses.
        yield return new RoleAssignment("chosen") { PrincipalId = agent, RoleDefinitionId = new ResourceIdentifier(role), Scope = new IdentifierExpression(account.BicepIdentifier) };
    }

    public static string Describe() => "Contributor";
}
