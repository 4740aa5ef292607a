namespace AiSecurity.Analyzers.Tests.Verification;

/// <summary>What a test source is compiled against: one folder of tests/References each.</summary>
public enum SdkSet
{
    /// <summary>The newest version of every SDK, together with ASP.NET Core.</summary>
    Latest,

    /// <summary><see cref="Latest"/>, the run-time guards of this repository, and signature stubs of the SDKs that are not on the feed.</summary>
    Stubs,

    /// <summary>The framework only.</summary>
    Bare,

    AzureOpenAI_1_0_beta6,
    AzureOpenAI_2_1,
    OpenAI_2_10,
    OpenAI_2_13,
    OpenAI_2_14,
    OpenAI_2_15,

    /// <summary>The community library that had the package id OpenAI before 2.0.</summary>
    OpenAI_1_11,

    /// <summary>Libraries of other makers, and retired ones, that rows of the catalog speak of.</summary>
    OtherLibraries,

    /// <summary>AI SDKs beside the libraries that text comes from and goes to: databases, queues, bots, scripting engines, loggers.</summary>
    Platform,

    /// <summary>The run-time guards of this repository, and what they stand on.</summary>
    Guards,

    /// <summary>Azure.Identity's credentials in two assemblies at once.</summary>
    DuplicateCredentials,
}
