using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<AiSecurity.Analyzers.Rules.Resources.LeastRoleAnalyzer, AiSecurity.Analyzers.CodeFixes.Fixes.Resources.LeastRoleFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Resources;

/// <summary>AISEC503: the role for users of the resource.</summary>
public class LeastRoleFixTests
{
    private const string Usings = "global using static Aspire.Hosting.AzureOpenAIExtensions;\nglobal using Azure.Provisioning.Expressions;\nglobal using Aspire.Hosting.ApplicationModel;\nglobal using Azure.Core;\nglobal using Azure.Provisioning.Authorization;\nglobal using Azure.Provisioning.CognitiveServices;\nglobal using Azure.Provisioning.Resources;\nglobal using Azure.Provisioning.Search;\n";

    [Theory]
    [InlineData(
        "object M(IResourceBuilder<ProjectResource> p, IResourceBuilder<AzureOpenAIResource> o) => p.WithRoleAssignments(o, CognitiveServicesBuiltInRole.[|CognitiveServicesContributor|] /* chat */);",
        "object M(IResourceBuilder<ProjectResource> p, IResourceBuilder<AzureOpenAIResource> o) => p.WithRoleAssignments(o, CognitiveServicesBuiltInRole.CognitiveServicesOpenAIUser /* chat */);")]
    [InlineData(
        "object M(CognitiveServicesAccount a) => new RoleAssignment(\"r\") { RoleDefinitionId = new ResourceIdentifier([|\"/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c\"|]), Scope = new IdentifierExpression(a.BicepIdentifier) };",
        "object M(CognitiveServicesAccount a) => new RoleAssignment(\"r\") { RoleDefinitionId = new ResourceIdentifier(\"/roleDefinitions/a97b65f3-24c7-4388-baec-2e87135dc908\"), Scope = new IdentifierExpression(a.BicepIdentifier) };")]
    [InlineData(
        "object M(CognitiveServicesAccount a, string s) => new RoleAssignment(\"r\") { RoleDefinitionId = new ResourceIdentifier($\"/subscriptions/{s}[|/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635|]\"), Scope = new IdentifierExpression(a.BicepIdentifier) };",
        "object M(CognitiveServicesAccount a, string s) => new RoleAssignment(\"r\") { RoleDefinitionId = new ResourceIdentifier($\"/subscriptions/{s}/roleDefinitions/a97b65f3-24c7-4388-baec-2e87135dc908\"), Scope = new IdentifierExpression(a.BicepIdentifier) };")]
    [InlineData(
        "object M(string s) => new Pulumi.Azure.Authorization.AssignmentArgs { RoleDefinitionName = [|\"Owner\"|], Scope = $\"{s}/providers/Microsoft.Search/searchServices/find\" };",
        "object M(string s) => new Pulumi.Azure.Authorization.AssignmentArgs { RoleDefinitionName = \"Search Index Data Reader\", Scope = $\"{s}/providers/Microsoft.Search/searchServices/find\" };")]
    [InlineData(
        "const string Role = [|\"Contributor\"|]; object M(string s) => new Pulumi.Azure.Authorization.AssignmentArgs { RoleDefinitionName = Role, Scope = $\"{s}/providers/Microsoft.CognitiveServices/accounts/ai\" };",
        "const string Role = \"Cognitive Services User\"; object M(string s) => new Pulumi.Azure.Authorization.AssignmentArgs { RoleDefinitionName = Role, Scope = $\"{s}/providers/Microsoft.CognitiveServices/accounts/ai\" };")]
    [InlineData(
        "object M(string s) => new Pulumi.Azure.Authorization.AssignmentArgs { RoleDefinitionName = [|\"Azure AI Account Owner\"|], Scope = $\"{s}/providers/Microsoft.CognitiveServices/accounts/ai\" };",
        "object M(string s) => new Pulumi.Azure.Authorization.AssignmentArgs { RoleDefinitionName = \"Cognitive Services User\", Scope = $\"{s}/providers/Microsoft.CognitiveServices/accounts/ai\" };")]
    public Task The_role_changes_in_the_form_that_it_has(string member, string fixedMember) => FixAsync(member, fixedMember);

    [Fact]
    public Task All_at_once() => FixAsync(
        "object M(IResourceBuilder<ProjectResource> p, IResourceBuilder<AzureOpenAIResource> o, CognitiveServicesAccount a) { p.WithRoleAssignments(o, CognitiveServicesBuiltInRole.[|CognitiveServicesContributor|]); return a.CreateRoleAssignment(CognitiveServicesBuiltInRole.[|CognitiveServicesContributor|], RoleManagementPrincipalType.User, Guid.Empty); }",
        "object M(IResourceBuilder<ProjectResource> p, IResourceBuilder<AzureOpenAIResource> o, CognitiveServicesAccount a) { p.WithRoleAssignments(o, CognitiveServicesBuiltInRole.CognitiveServicesOpenAIUser); return a.CreateRoleAssignment(CognitiveServicesBuiltInRole.CognitiveServicesUser, RoleManagementPrincipalType.User, Guid.Empty); }");

    /// <summary>Which resource in the group the application uses does not show.</summary>
    [Fact]
    public Task No_fix_where_the_resource_does_not_show() => FixAsync(
        "object M(ResourceGroup g) => new RoleAssignment(\"r\") { RoleDefinitionId = new ResourceIdentifier([|\"/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c\"|]), Scope = new IdentifierExpression(g.BicepIdentifier) }; void N(SearchService s) => s.IsLocalAuthDisabled = true;",
        "object M(ResourceGroup g) => new RoleAssignment(\"r\") { RoleDefinitionId = new ResourceIdentifier([|\"/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c\"|]), Scope = new IdentifierExpression(g.BicepIdentifier) }; void N(SearchService s) => s.IsLocalAuthDisabled = true;");

    private static Task FixAsync(string member, string fixedMember) =>
        Verify.VerifyFixAsync(Class(member), Class(fixedMember), "AISEC503.role", set: SdkSet.Stubs, configure: test => test.AddSource("/0/Usings.cs", Usings));

    private static string Class(string member) => "class C\n{\n    " + member + "\n}\n";
}
