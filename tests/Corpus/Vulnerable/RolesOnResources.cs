using Azure.Core;
using Azure.Provisioning.Authorization;
using Azure.Provisioning.CognitiveServices;
using Azure.Provisioning.Expressions;
using Azure.Provisioning.Search;

namespace Corpus.Vulnerable;

public static class RolesOnResources
{
    private const string UserAccessAdministrator = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"; //! AISEC503

    public static IEnumerable<RoleAssignment> Assign(CognitiveServicesAccount account, SearchService search, Guid agent)
    {
        yield return account.CreateRoleAssignment(CognitiveServicesBuiltInRole.CognitiveServicesContributor, RoleManagementPrincipalType.ServicePrincipal, agent); //! AISEC503
        yield return search.CreateRoleAssignment(SearchBuiltInRole.SearchServiceContributor, RoleManagementPrincipalType.ServicePrincipal, agent); //! AISEC503
        yield return new RoleAssignment("admin")
        {
            PrincipalId = agent,
            RoleDefinitionId = new ResourceIdentifier($"/providers/Microsoft.Authorization/roleDefinitions/{UserAccessAdministrator}"),
            Scope = new IdentifierExpression(account.BicepIdentifier),
        };
    }
}
