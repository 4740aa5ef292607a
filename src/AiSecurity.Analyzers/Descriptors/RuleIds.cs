namespace AiSecurity.Analyzers.Descriptors;

/// <summary>The ids of all rules; the hundreds are the families of the guidance.</summary>
internal static class RuleIds
{
    public const string KeyCredential = "AISEC101";
    public const string HardCodedKey = "AISEC102";
    public const string KeyHeader = "AISEC103";
    public const string KeyInSettings = "AISEC104";
    public const string WeakCredential = "AISEC105";
    public const string LongLivedSecret = "AISEC106";
    public const string UnpinnedCredential = "AISEC107";
    public const string TokenScope = "AISEC108";
    public const string OpenEndpoint = "AISEC109";
    public const string TransportSecurity = "AISEC110";
    public const string Gateway = "AISEC111";
    public const string UnlimitedEndpoint = "AISEC112";
    public const string IdentityCheck = "AISEC113";
    public const string AccountKey = "AISEC114";
    public const string UnshieldedInput = "AISEC201";
    public const string UnshieldedDocument = "AISEC202";
    public const string TextInInstructions = "AISEC203";
    public const string TemplateEncoding = "AISEC204";
    public const string IgnoredShield = "AISEC205";
    public const string TrustedOutput = "AISEC206";
    public const string UncheckedOutput = "AISEC207";
    public const string UnverifiedModel = "AISEC209";
    public const string UnpinnedDownload = "AISEC210";
    public const string ApprovedModel = "AISEC211";
    public const string HostCodeExecution = "AISEC301";
    public const string SandboxSetting = "AISEC302";
    public const string UnapprovedTool = "AISEC303";
    public const string UnattendedApproval = "AISEC304";
    public const string UnboundedLoop = "AISEC305";
    public const string CallTimeout = "AISEC306";
    public const string OutputLimit = "AISEC307";
    public const string SessionIdentifier = "AISEC308";
    public const string UnreviewedCode = "AISEC310";
    public const string McpServer = "AISEC311";
    public const string KeyedGrounding = "AISEC401";
    public const string UnfilteredRetrieval = "AISEC402";
    public const string SharedConversation = "AISEC403";
    public const string RecordedContent = "AISEC404";
    public const string LoggedContent = "AISEC405";
    public const string SecretInPrompt = "AISEC406";
    public const string LocalAuth = "AISEC501";
    public const string PublicNetwork = "AISEC502";
    public const string AgentInventory = "AISEC505";
    public const string Configuration = "AISEC901";
}
