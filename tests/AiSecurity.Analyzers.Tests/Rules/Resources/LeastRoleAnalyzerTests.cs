using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Resources.LeastRoleAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Resources;

/// <summary>AISEC503: roles that do more than use an AI resource.</summary>
public class LeastRoleAnalyzerTests
{
    private const string Usings = """
        using static Aspire.Hosting.AzureOpenAIExtensions;
        using static Aspire.Hosting.AzureSearchExtensions;
        using static Aspire.Hosting.FoundryExtensions;
        using Aspire.Hosting.ApplicationModel;
        using Aspire.Hosting.Azure;
        using Aspire.Hosting.Foundry;
        using Azure.Core;
        using Azure.Provisioning.Authorization;
        using Azure.Provisioning.CognitiveServices;
        using Azure.Provisioning.Expressions;
        using Azure.Provisioning.Resources;
        using Azure.Provisioning.Roles;
        using Azure.Provisioning.Search;
        using Azure.Provisioning.Storage;
        using Azure.ResourceManager.Authorization;
        using Azure.ResourceManager.Authorization.Models;
        using Azure.ResourceManager.CognitiveServices;
        using Microsoft.Extensions.Hosting;
        using Native = Pulumi.AzureNative;
        using Classic = Pulumi.Azure;

        """;

    private const string Contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c";

    [Theory]
    [InlineData("object M(CognitiveServicesAccount a) => a.CreateRoleAssignment(CognitiveServicesBuiltInRole.[|CognitiveServicesContributor|], RoleManagementPrincipalType.ServicePrincipal, Guid.Empty);")]
    [InlineData("object M(CognitiveServicesAccount a) => a.CreateRoleAssignment(new CognitiveServicesBuiltInRole([|\"" + Contributor + "\"|]), RoleManagementPrincipalType.ServicePrincipal, Guid.Empty);")]
    [InlineData("object M(IResourceBuilder<ProjectResource> p, IResourceBuilder<AzureOpenAIResource> o) => p.WithRoleAssignments(o, CognitiveServicesBuiltInRole.[|CognitiveServicesContributor|]);")]
    [InlineData("object M(IResourceBuilder<ProjectResource> p, IResourceBuilder<AzureOpenAIResource> o) => p.WithRoleAssignments(o, CognitiveServicesBuiltInRole.CognitiveServicesOpenAIUser, CognitiveServicesBuiltInRole.[|CognitiveServicesContributor|]);")]
    [InlineData("object M(IResourceBuilder<ProjectResource> p, IResourceBuilder<FoundryResource> f) { var role = CognitiveServicesBuiltInRole.[|CognitiveServicesContributor|]; return p.WithRoleAssignments(f, role); }")]
    public Task Roles_of_AI_resources(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M(CognitiveServicesAccount a) => new RoleAssignment(\"r\") { Scope = new IdentifierExpression(a.BicepIdentifier), RoleDefinitionId = BicepFunction.GetSubscriptionResourceId(\"Microsoft.Authorization/roleDefinitions\", [|\"" + Contributor + "\"|]) };")]
    [InlineData("object M(CognitiveServicesAccount a, string s) => new RoleAssignment(\"r\") { RoleDefinitionId = new ResourceIdentifier($\"/subscriptions/{s}[|/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635|]\"), Scope = new IdentifierExpression(a.BicepIdentifier) };")]
    [InlineData("const string Role = [|\"18d7d88d-d35e-4fb5-a5c3-7773c20a72d9\"|]; object M(CognitiveServicesAccount a) => new RoleAssignment(\"r\") { RoleDefinitionId = new ResourceIdentifier($\"/roleDefinitions/{Role}\"), Scope = new IdentifierExpression(a.BicepIdentifier) };")]
    [InlineData("Task M(CognitiveServicesAccountResource a, Guid g) => a.GetRoleAssignments().CreateOrUpdateAsync(0, \"r\", new RoleAssignmentCreateOrUpdateContent(new ResourceIdentifier([|\"/providers/Microsoft.Authorization/roleDefinitions/" + Contributor + "\"|]), g));")]
    [InlineData("object M(Native.CognitiveServices.Account a) => new Native.Authorization.RoleAssignmentArgs { RoleDefinitionId = [|\"/roleDefinitions/" + Contributor + "\"|], Scope = a.Id };")]
    [InlineData("object M(string s) => new Classic.Authorization.AssignmentArgs { RoleDefinitionName = [|\"Cognitive Services Contributor\"|], Scope = $\"{s}/providers/Microsoft.CognitiveServices/accounts/ai\" };")]
    [InlineData("object M(string s) => new Classic.Authorization.AssignmentArgs { RoleDefinitionName = [|\"Owner\"|], Scope = $\"{s}/providers/Microsoft.Search/searchServices/find\" };")]
    [InlineData("Task M(CognitiveServicesAccountResource a, Guid g) { var roles = a.GetRoleAssignments(); var content = new RoleAssignmentCreateOrUpdateContent(new ResourceIdentifier([|\"/providers/Microsoft.Authorization/roleDefinitions/" + Contributor + "\"|]), g); return roles.CreateOrUpdateAsync(0, \"r\", content); }")]
    [InlineData("object M(string s) => new Classic.Authorization.AssignmentArgs { RoleDefinitionName = [|\"Azure AI Owner\"|], Scope = $\"{s}/providers/Microsoft.CognitiveServices/accounts/ai\" };")]
    [InlineData("object M(CognitiveServicesAccount a, UserAssignedIdentity i) => a.CreateRoleAssignment(CognitiveServicesBuiltInRole.[|CognitiveServicesContributor|], i);")]
    public Task Assignments_on_AI_resources(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M(ResourceGroup g) => new RoleAssignment(\"r\") { RoleDefinitionId = new ResourceIdentifier([|\"/roleDefinitions/" + Contributor + "\"|]), Scope = new IdentifierExpression(g.BicepIdentifier) }; void N(SearchService s) => s.IsLocalAuthDisabled = true;")]
    [InlineData("object M(string s) => new Classic.Authorization.AssignmentArgs { RoleDefinitionName = [|\"Contributor\"|], Scope = s }; string N(string s) => s + \"/providers/Microsoft.CognitiveServices/accounts/ai\";")]
    public Task Assignments_beside_AI_resources(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M(CognitiveServicesAccount a) => a.CreateRoleAssignment(CognitiveServicesBuiltInRole.CognitiveServicesUser, RoleManagementPrincipalType.ServicePrincipal, Guid.Empty);")]
    [InlineData("Task M(object storage, CognitiveServicesAccountResource other, Guid g) { var content = new RoleAssignmentCreateOrUpdateContent(new ResourceIdentifier(\"/providers/Microsoft.Authorization/roleDefinitions/" + Contributor + "\"), g); return storage.GetRoleAssignments().CreateOrUpdateAsync(0, \"r\", content); }")]
    [InlineData("object M(CognitiveServicesAccount a, CognitiveServicesBuiltInRole r) => a.CreateRoleAssignment(r, RoleManagementPrincipalType.ServicePrincipal, Guid.Empty);")]
    [InlineData("object M(SearchService s) => s.CreateRoleAssignment(SearchBuiltInRole.SearchIndexDataContributor, RoleManagementPrincipalType.ServicePrincipal, Guid.Empty);")]
    [InlineData("object M(StorageAccount s) => new RoleAssignment(\"r\") { RoleDefinitionId = new ResourceIdentifier(\"/roleDefinitions/" + Contributor + "\"), Scope = new IdentifierExpression(s.BicepIdentifier) }; void N(SearchService s) => s.IsLocalAuthDisabled = true;")]
    [InlineData("object M(ResourceGroup g) => new RoleAssignment(\"r\") { RoleDefinitionId = new ResourceIdentifier(\"/roleDefinitions/" + Contributor + "\"), Scope = new IdentifierExpression(g.BicepIdentifier) };")]
    [InlineData("object M(string s) => new Classic.Authorization.AssignmentArgs { RoleDefinitionName = \"Storage Blob Data Contributor\", Scope = $\"{s}/providers/Microsoft.CognitiveServices/accounts/ai\" };")]
    [InlineData("object M(string s, string Contributor) => new Classic.Authorization.AssignmentArgs { RoleDefinitionName = Contributor, Scope = $\"{s}/providers/Microsoft.CognitiveServices/accounts/ai\" };")]
    [InlineData("object? M(CognitiveServicesAccount a, IHostEnvironment e) { if (e.IsDevelopment()) return a.CreateRoleAssignment(CognitiveServicesBuiltInRole.CognitiveServicesContributor, RoleManagementPrincipalType.User, Guid.Empty); return null; }")]
    [InlineData("string M() => \"Contributor\";")]
    public Task Quiet(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M(CognitiveServicesAccount a) => a.CreateRoleAssignment(CognitiveServicesBuiltInRole.{|#0:CognitiveServicesOpenAIContributor|}, RoleManagementPrincipalType.ServicePrincipal, Guid.Empty);")]
    [InlineData("object M(IResourceBuilder<ProjectResource> p, IResourceBuilder<AzureSearchResource> s) => p.WithRoleAssignments(s, SearchBuiltInRole.{|#0:SearchServiceContributor|});")]
    [InlineData("object M(SearchService s) => s.CreateRoleAssignment(new SearchBuiltInRole({|#0:\"7ca78c08-252a-4471-8644-bb5ff32d4ba0\"|}), RoleManagementPrincipalType.ServicePrincipal, Guid.Empty);")]
    public Task Roles_that_some_applications_need_are_suggestions(string member) =>
        VerifyAsync(member, test => test.ExpectedDiagnostics.Add(new DiagnosticResult("AISEC503", DiagnosticSeverity.Info).WithLocation(0)));

    [Fact]
    public Task Test_projects() => VerifyAsync(
        "object M(CognitiveServicesAccount a) => a.CreateRoleAssignment(CognitiveServicesBuiltInRole.CognitiveServicesContributor, RoleManagementPrincipalType.User, Guid.Empty);",
        test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync(
        "object M(CognitiveServicesAccount a, Missing m) => a.CreateRoleAssignment(CognitiveServicesBuiltInRole.[|CognitiveServicesContributor|], m.Type, Guid.Empty); object N(CognitiveServicesAccount a) => a.CreateRoleAssignment(",
        test => test.TolerateCompileErrors());

    private static Task VerifyAsync([StringSyntax("C#-test")] string member, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + "class C\n{\n" + member + "\n}\n", SdkSet.Stubs, configure);
}
