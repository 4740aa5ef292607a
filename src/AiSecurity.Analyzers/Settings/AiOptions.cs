using System;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Settings;

/// <summary>All options, and the project properties that the package's props make visible.</summary>
internal static class AiOptions
{
    public static readonly OptionDefinition Credential = new(
        "credential",
        ImmutableArray.Create("default", "managed_identity"),
        "The credential that the first fix of a key finding creates: `DefaultAzureCredential` or `ManagedIdentityCredential`.",
        ImmutableArray.Create(RuleIds.KeyCredential, RuleIds.HardCodedKey, RuleIds.KeyHeader));

    public static readonly OptionDefinition PlatformGuardrails = new(
        "platform_guardrails",
        ImmutableArray.Create("none", "user", "all"),
        "What the deployment itself looks at with Prompt Shields: nothing, user prompts, or user prompts and documents.",
        ImmutableArray.Create(RuleIds.UnshieldedInput, RuleIds.UnshieldedDocument));

    public static readonly OptionDefinition ShieldedBy = new(
        "shielded_by",
        ImmutableArray.Create("none", "gateway"),
        "Whether an AI gateway in front of the models looks at every prompt with Prompt Shields.",
        ImmutableArray.Create(RuleIds.UnshieldedInput, RuleIds.UnshieldedDocument));

    public static readonly OptionDefinition PublicParameters = new(
        "public_parameters",
        ImmutableArray.Create("unknown", "untrusted"),
        "Whether the parameters of public methods that nothing in the project calls hold text of users: for libraries.",
        ImmutableArray.Create(RuleIds.UnshieldedInput));

    public static readonly OptionDefinition HostIsSandboxed = new(
        "host_is_sandboxed",
        ImmutableArray.Create("false", "true"),
        "Whether the whole process already runs in a sandbox that holds nothing worth protecting.",
        ImmutableArray.Create(RuleIds.HostCodeExecution));

    public static readonly OptionDefinition PoolLanguages = new(
        "pool_languages",
        ImmutableArray.Create("none"),
        "The languages that the container of the session pool runs beside Python and JavaScript, `csharp` and `powershell`, where it takes code as the built-in pools do: the fix then sends it code in them.",
        ImmutableArray.Create(RuleIds.HostCodeExecution),
        TakesList: true);

    public static readonly OptionDefinition GatewayHosts = new(
        "gateway_hosts",
        ImmutableArray.Create("none"),
        "The hosts of the AI gateway that all models are to be reached through; `*.` at the beginning stands for any name.",
        ImmutableArray.Create(RuleIds.Gateway),
        TakesList: true);

    public static readonly OptionDefinition MaxIterations = new(
        "max_iterations",
        ImmutableArray.Create("100"),
        "How often a model may be asked for one request at most: caps over it are as good as none.",
        ImmutableArray.Create(RuleIds.UnboundedLoop),
        TakesNumber: true);

    public static readonly OptionDefinition ApprovedModels = new(
        "approved_models",
        ImmutableArray.Create("none"),
        "The models and deployments that the project may use, by name; `*` at the end stands for any continuation.",
        ImmutableArray.Create(RuleIds.ApprovedModel),
        TakesList: true);

    public static readonly OptionDefinition Audience = new(
        "audience",
        ImmutableArray.Create("none", "public", "customer", "employee"),
        "Who reads what the application answers; `none` means that nobody has said so.",
        ImmutableArray.Create(RuleIds.DataBoundary));

    public static readonly OptionDefinition DataAudience = new(
        "data_audience.<store>",
        ImmutableArray.Create("none", "public", "customer", "employee"),
        "Who may read what is in a store, by the name of the index, container, collection or database; a character that is no letter, digit, dot or hyphen is written `_`.",
        ImmutableArray.Create(RuleIds.DataBoundary));

    public static readonly OptionDefinition RequirePurview = new(
        "require_purview",
        ImmutableArray.Create("false", "true"),
        "Whether everything that passes between users and models is to be governed with Microsoft Purview.",
        ImmutableArray.Create(RuleIds.UngovernedPipeline));

    public static readonly ImmutableArray<OptionDefinition> All = ImmutableArray.Create(
        Credential, PlatformGuardrails, ShieldedBy, PublicParameters, HostIsSandboxed, PoolLanguages, GatewayHosts, MaxIterations, ApprovedModels, Audience, DataAudience, RequirePurview);

    /// <summary>Whether the project is a test project, in which only hard-coded keys are reported.</summary>
    public static bool IsTestProject(AnalyzerOptions options) => IsTrue(options, "IsTestProject");

    /// <summary>Whether the project's SDK says that it runs as a service: a web application, a worker or Azure Functions.</summary>
    public static bool IsServerProject(AnalyzerOptions options) =>
        IsTrue(options, "UsingMicrosoftNETSdkWeb") || IsTrue(options, "UsingMicrosoftNETSdkWorker") || ProjectProperty(options, "AzureFunctionsVersion").Length > 0;

    /// <summary>Whether it runs in the background, on behalf of nobody.</summary>
    public static bool IsWorkerProject(AnalyzerOptions options) => IsTrue(options, "UsingMicrosoftNETSdkWorker") && !IsTrue(options, "UsingMicrosoftNETSdkWeb") && ProjectProperty(options, "AzureFunctionsVersion").Length == 0;

    private static bool IsTrue(AnalyzerOptions options, string property) => ProjectProperty(options, property).Equals("true", StringComparison.OrdinalIgnoreCase);

    private static string ProjectProperty(AnalyzerOptions options, string name) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";
}
