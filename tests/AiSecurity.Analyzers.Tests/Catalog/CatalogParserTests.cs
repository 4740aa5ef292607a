using System.Collections.Immutable;
using System.Globalization;
using AiSecurity.Analyzers.Catalog;

namespace AiSecurity.Analyzers.Tests.Catalog;

public class CatalogParserTests
{
    [Theory]
    [InlineData("package Contoso.AI", null)]
    [InlineData("reference Contoso.*", "Reference")]
    [InlineData("mention ai.contoso.com", "Mention")]
    [InlineData("client T:Contoso.Client", "Client")]
    [InlineData("pipeline T:Contoso.ClientOptions", "Pipeline")]
    [InlineData("key M:Contoso.Client.#ctor from=apiKey:System.String", "Key")]
    [InlineData("key P:Contoso.Options.ApiKey", "Key")]
    [InlineData("key-credential T:Contoso.KeyCredential key=key", "KeyCredential")]
    [InlineData("key-policy M:Contoso.Options.AddPolicy from=policy:Contoso.Policy", "KeyPolicy")]
    [InlineData("token T:Contoso.TokenCredential", "Token")]
    [InlineData("guard M:Contoso.Shield.EnsureSafe guards=shield text=text as=shield register=M:Contoso.Services.AddShield", "Guard")]
    [InlineData("bearer T:Contoso.BearerPolicy scope=https://contoso.ai/.default", "Bearer")]
    [InlineData("credential T:Contoso.DefaultCredential as=default", "Credential")]
    [InlineData("secret M:Contoso.SecretCredential.#ctor from=secret:System.String", "Secret")]
    [InlineData("header M:Contoso.Headers.Add name=name value=value", "Header")]
    [InlineData("key-header x-contoso-key", "KeyHeader")]
    [InlineData("ai-name contoso", "AiName")]
    [InlineData("model-name M:A.B.C value=model", "ModelName")]
    [InlineData("model-name P:A.B.C", "ModelName")]
    [InlineData("store-name M:A.B.C value=name", "StoreName")]
    [InlineData("store-name P:A.B.C", "StoreName")]
    [InlineData("nature T:A.B kind=context", "Nature")]
    [InlineData("monitor T:A.B covers=agent", "Monitor")]
    [InlineData("governance M:A.B.C covers=agent", "Governance")]
    [InlineData("execution M:A.B.C", "Execution")]
    [InlineData("end-user M:A.B.#ctor unless=User needs=T:A.B", "EndUser")]
    [InlineData("token-scope M:A.B.C value=scope", "TokenScope")]
    [InlineData("other-scope https://contoso.com", "OtherScope")]
    [InlineData("certificate-check P:A.B.C", "CertificateCheck")]
    [InlineData("ai-path contoso/v1", "AiPath")]
    [InlineData("host *.contoso.ai kind=azure", "Host")]
    [InlineData("setting M:Contoso.Settings.Read name=key", "Setting")]
    [InlineData("configuration T:Contoso.IConfiguration", "Configuration")]
    [InlineData("service M:Contoso.Services.Get", "Service")]
    [InlineData("source M:Contoso.Inbox.Read origin=document", "Source")]
    [InlineData("entry T:Contoso.BotHandler origin=user answers=caller", "Entry")]
    [InlineData("model-call M:Contoso.Chat.Ask prompt=question through=chat-client", "ModelCall")]
    [InlineData("message M:Contoso.Message.#ctor text=text role=role", "Message")]
    [InlineData("instructions P:Contoso.Options.Persona", "Instructions")]
    [InlineData("shield M:Contoso.Shield.Check text=text signals=result", "Shield")]
    [InlineData("verdict P:Contoso.Answer.IsSafe good=true", "Verdict")]
    [InlineData("verdict-word harmless good=true", "VerdictWord")]
    [InlineData("shield-word checker kind=type", "ShieldWord")]
    [InlineData("http-send M:Contoso.Http.Send", "HttpSend")]
    [InlineData("pipeline-shield M:Contoso.Builder.UseShield covers=kernel", "PipelineShield")]
    [InlineData("pipeline-type T:Contoso.Filter covers=agent", "PipelineType")]
    [InlineData("pipeline-start M:Contoso.Builder.#ctor covers=chat-client", "PipelineStart")]
    [InlineData("guard-attribute T:Contoso.SafeAttribute guards=shield", "GuardAttribute")]
    [InlineData("tool-name P:Contoso.Call.Name kind=dispatch", "ToolName")]
    [InlineData("plugin M:Contoso.Kernel.Import", "Plugin")]
    [InlineData("sanitizer M:Contoso.Sql.Quote guards=allow-list", "Sanitizer")]
    [InlineData("decoder M:Contoso.Sql.Quote guards=allow-list", "Decoder")]
    [InlineData("sink M:Contoso.Db.Query kind=sql value=text", "Sink")]
    [InlineData("interpreter contososh*", "Interpreter")]
    [InlineData("model-path /v1/ask", "ModelPath")]
    [InlineData("model-body role,content", "ModelBody")]
    [InlineData("encoding-off P:Contoso.Template.Raw", "EncodingOff")]
    [InlineData("server T:Contoso.Endpoint kind=web", "Server")]
    [InlineData("singleton M:Contoso.Registrations.AddOne", "Singleton")]
    [InlineData("registration M:Contoso.Registrations.AddNamed key=name", "Registration")]
    [InlineData("environment-test M:Contoso.Host.IsLocal good=true", "EnvironmentTest")]
    [InlineData("ai-call M:Contoso.Embeddings.Embed", "AiCall")]
    [InlineData("endpoint M:Contoso.Routes.MapModel kind=agent", "Endpoint")]
    [InlineData("authorization P:Contoso.Options.Fallback kind=everywhere", "Authorization")]
    [InlineData("rate-limit T:Contoso.LimitAttribute", "RateLimit")]
    [InlineData("listen M:Contoso.Server.Listen value=address", "Listen")]
    [InlineData("cross-origin M:Contoso.Policy.AnyOrigin", "CrossOrigin")]
    [InlineData("search-filter P:Contoso.Search.Filter as=M:Contoso.Filter.Escape", "SearchFilter")]
    [InlineData("weak-credential M:Contoso.PasswordCredential.#ctor kind=password", "WeakCredential")]
    [InlineData("administration T:Contoso.Admin.Client", "Administration")]
    [InlineData("password-setting CONTOSO_PASSWORD name=CONTOSO_USER", "PasswordSetting")]
    [InlineData("unpinned-credential M:Contoso.AnyCredential.#ctor value=options", "UnpinnedCredential")]
    [InlineData("developer-exclusion P:Contoso.AnyCredentialOptions.WithoutTools", "DeveloperExclusion")]
    [InlineData("identity M:Contoso.HostCredential.#ctor", "Identity")]
    [InlineData("long-lived-secret M:Contoso.SecretCredential.#ctor from=secret:System.String", "LongLivedSecret")]
    [InlineData("long-lived-secret P:Contoso.StoreOptions.Auth bad=Key", "LongLivedSecret")]
    [InlineData("token-use M:Contoso.Agents.#ctor from=credential:Azure.Core.TokenCredential", "TokenUse")]
    [InlineData("identity-check-off P:Contoso.Options.AnyAuthority", "IdentityCheckOff")]
    [InlineData("allowed-tenants P:Contoso.Options.Tenants", "AllowedTenants")]
    [InlineData("token-request M:Contoso.Credential.Get value=scopes", "TokenRequest")]
    [InlineData("client-integration Contoso.Aspire.*", "ClientIntegration")]
    [InlineData("token-audience contoso.ai", "TokenAudience")]
    [InlineData("approval P:Contoso.Options.Approval bad=never", "Approval")]
    [InlineData("sandbox-setting P:Contoso.Options.Confined kind=files bad=false", "SandboxSetting")]
    [InlineData("iteration-limit P:Contoso.Options.MaxRounds good=10", "IterationLimit")]
    [InlineData("termination M:Contoso.Chat.IsOver", "Termination")]
    [InlineData("run-poll M:Contoso.Runs.Get", "RunPoll")]
    [InlineData("pace M:Contoso.Inbox.Next kind=wait", "Pace")]
    [InlineData("session-identifier M:Contoso.Session.#ctor value=id", "SessionIdentifier")]
    [InlineData("call-timeout P:Contoso.Options.Timeout", "CallTimeout")]
    [InlineData("process-wait M:Contoso.Job.Wait", "ProcessWait")]
    [InlineData("mcp-server P:Contoso.Options.Server kind=address", "McpServer")]
    [InlineData("output-limit M:Contoso.Options.#ctor unless=MaxTokens", "OutputLimit")]
    [InlineData("download M:Contoso.Store.Fetch url=address", "Download")]
    [InlineData("code-load M:Contoso.Tools.Import value=document", "CodeLoad")]
    [InlineData("records-content P:Contoso.Options.LogTexts", "RecordsContent")]
    [InlineData("content-switch Contoso.LogTexts", "ContentSwitch")]
    [InlineData("switch-setter M:Contoso.Switches.Set name=name value=value", "SwitchSetter")]
    [InlineData("tool M:Contoso.Tools.Add kind=function handler=code", "Tool")]
    [InlineData("side-effect M:Contoso.Mail.Send kind=mail", "SideEffect")]
    [InlineData("side-effect-word Book kind=payment", "SideEffectWord")]
    [InlineData("read-path lookup", "ReadPath")]
    [InlineData("moving-revision /resolve/main/", "MovingRevision")]
    [InlineData("conversation T:Contoso.Talk kind=history", "Conversation")]
    [InlineData("approval-wrapper T:Contoso.AskFirst", "ApprovalWrapper")]
    [InlineData("tool-context T:Contoso.CallContext kind=function", "ToolContext")]
    [InlineData("manual-tools P:Contoso.Settings.ByHand", "ManualTools")]
    [InlineData("grounding P:Contoso.DataSource.Access entra=M:Contoso.Access.ByIdentity", "Grounding")]
    [InlineData("data-source M:Contoso.DataSource.#ctor unless=Filter", "DataSource")]
    [InlineData("model-load M:Contoso.Engine.Load value=path kind=folder", "ModelLoad")]
    [InlineData("model-check M:Contoso.Engine.Verify kind=path", "ModelCheck")]
    [InlineData("local-auth P:Contoso.Index.KeysOff good=true", "LocalAuth")]
    [InlineData("public-network P:Contoso.Index.Network good=Closed bad=Open", "PublicNetwork")]
    [InlineData("local-auth-resource M:Contoso.Index.#ctor unless=KeysOff", "LocalAuthResource")]
    [InlineData("role-assignment M:Contoso.Access.Give value=role", "RoleAssignment")]
    [InlineData("azure-role 00000000-0000-0000-0000-000000000001 name=Index_Owner kind=owner", "AzureRole")]
    [InlineData("ai-resource Contoso.Provisioning good=Index_User", "AiResource")]
    [InlineData("agent M:Contoso.Agents.Create name=name", "Agent")]
    [InlineData("agent-upkeep M:Contoso.Agents.Delete kind=delete", "AgentUpkeep")]
    [InlineData("changing M:Contoso.Clock.Now", "Changing")]
    [InlineData("inventory T:Contoso.Agent kind=agent name=name,options.Name tools=tools", "Inventory")]
    [InlineData("public-network-resource M:Contoso.Index.#ctor unless=Network", "PublicNetworkResource")]
    [InlineData("signed-in T:Contoso.Session value=sub through=User", "SignedIn")]
    [InlineData("refusal T:Contoso.Answer as=M:Contoso.Answers.Of good=Contoso.Codes.Refused", "Refusal")]
    [InlineData("queue M:Contoso.Queue`1.Put value=item", "Queue")]
    [InlineData("queue M:Contoso.Worker`1.Handle handles=message", "Queue")]
    [InlineData("queue T:Contoso.HandlesAttribute handles=*", "Queue")]
    [InlineData("named-call M:Contoso.Flow.Run name=name value=input as=StepAttribute", "NamedCall")]
    [InlineData("dispatch M:Contoso.Bus.Send value=message as=IHandler.Handle", "Dispatch")]
    [InlineData("account-key M:Contoso.Account.Keys", "AccountKey")]
    public void Every_role_is_read(string line, string? role)
    {
        var (rows, errors) = CatalogParser.Parse(line);
        Assert.Empty(errors);
        Assert.Equal(role is null ? [] : [role], rows.Select(row => row.Role.ToString()));
    }

    [Fact]
    public void Every_role_is_in_the_test_above()
    {
        var tested = typeof(CatalogParserTests).GetMethod(nameof(Every_role_is_read))!.GetCustomAttributesData()
            .Where(data => data.AttributeType == typeof(InlineDataAttribute))
            .Select(data => ((IEnumerable<System.Reflection.CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!).Last().Value as string)
            .Append("Package");
        Assert.Empty(Enum.GetNames<Role>().Except(tested));
    }

    [Fact]
    public void Columns_become_the_parts_of_a_row()
    {
        var row = Single("key  M:Contoso.Ai.Client.#ctor  from=apiKey:System.String  to=credential:Azure.Core.TokenCredential  endpoint=options.Endpoint  since=2.0.0");
        Assert.Equal(Role.Key, row.Role);
        Assert.Equal("Contoso.Ai.Client", row.TypeName);
        Assert.Equal("Client", row.SimpleTypeName);
        Assert.Equal("#ctor", row.MemberName);
        Assert.Equal(new CatalogSlot("apiKey", "System.String", null), row.From);
        Assert.Equal(new CatalogSlot("credential", "Azure.Core.TokenCredential", null), row.To);
        Assert.Equal("options.Endpoint", row["endpoint"]);
        Assert.Equal("2.0.0", row["since"]);
        Assert.Null(row["until"]);
        Assert.False(row.ToLeavesOut);
    }

    [Fact]
    public void A_property_row_names_type_and_property()
    {
        var row = Single("key P:Contoso.Settings.Key to=Auth=Contoso.Settings.AuthTypes.Identity");
        Assert.Equal(("Contoso.Settings", "Key"), (row.TypeName, row.MemberName));
        Assert.Null(row.From);
        Assert.Equal(new CatalogSlot("Auth", null, "Contoso.Settings.AuthTypes.Identity"), row.To);
    }

    [Fact]
    public void A_type_row_has_no_member()
    {
        var row = Single("client T:Contoso.Outer+Client`1");
        Assert.Equal(("Contoso.Outer+Client`1", "Client", ""), (row.TypeName, row.SimpleTypeName, row.MemberName));
    }

    [Fact]
    public void Leaving_the_key_out_is_a_way_of_its_own()
    {
        var row = Single("key M:Contoso.Extensions.AddClient from=key:System.String to=()");
        Assert.True(row.ToLeavesOut);
        Assert.Null(row.To);
    }

    [Theory]
    [InlineData("M:*.ApiKeyCredentials.#ctor", "Contoso.ApiKeyCredentials", true)]
    [InlineData("M:*.ApiKeyCredentials.#ctor", "ApiKeyCredentials", true)]
    [InlineData("M:*.ApiKeyCredentials.#ctor", "Contoso.MyApiKeyCredentials", false)]
    [InlineData("M:Contoso.Client.#ctor", "Contoso.Client", true)]
    [InlineData("M:Contoso.Client.#ctor", "Other.Contoso.Client", false)]
    [InlineData("M:Contoso.Client.#ctor", "Contoso.Client`1", false)]
    public void A_star_stands_for_any_namespace(string member, string type, bool matches) =>
        Assert.Equal(matches, Single($"key {member} from=key:System.String").IsOnType(type));

    [Theory]
    [InlineData("Complete*", "CompleteChat", true)]
    [InlineData("Complete*", "Complete", true)]
    [InlineData("Complete*", "complete", false)]
    [InlineData("Complete", "CompleteChat", false)]
    [InlineData("Complete", "Complete", true)]
    public void A_star_ends_a_name_prefix(string pattern, string name, bool matches) =>
        Assert.Equal(matches, Single($"key M:Contoso.Client.{pattern} from=key:System.String").IsNamed(name));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("   \t ")]
    [InlineData("# only a comment")]
    [InlineData("   # an indented comment\r\n#\r\n")]
    public void Nothing_is_no_row_and_no_error(string text)
    {
        var (rows, errors) = CatalogParser.Parse(text);
        Assert.Empty(rows);
        Assert.Empty(errors);
    }

    [Fact]
    public void A_constructor_is_no_comment()
    {
        var row = Single("key M:Contoso.Client.#ctor from=key:System.String # the rest is");
        Assert.Equal("M:Contoso.Client.#ctor", row.Member);
        Assert.Equal("System.String", row.From!.TypeName);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Lines_are_counted_whatever_ends_them(string newLine)
    {
        var text = string.Join(newLine, "# head", "", "client T:Contoso.Client", "wrong T:Contoso.Client", "  ", "client");
        var (rows, errors) = CatalogParser.Parse(text);
        Assert.Equal([2], rows.Select(row => row.Line));
        Assert.Equal("T:Contoso.Client", rows[0].Member);
        Assert.Equal([3, 5], errors.Select(error => error.Line));
    }

    [Fact]
    public void Tabs_separate_columns()
    {
        var row = Single("\tkey\t\tM:Contoso.Client.#ctor \t from=key:System.String\t");
        Assert.Equal("System.String", row.From!.TypeName);
    }

    [Fact]
    public void A_package_gives_its_attributes_to_the_rows_that_follow()
    {
        var (rows, errors) = CatalogParser.Parse(
            """
            client T:Contoso.First
            package Contoso.AI host=openai setting=Contoso:Key
            client T:Contoso.Second
            key P:Contoso.Settings.Key host=azure
            package Contoso.Other
            client T:Contoso.Third
            """);
        Assert.Empty(errors);
        Assert.Equal(["", "Contoso.AI", "Contoso.AI", "Contoso.Other"], rows.Select(row => row.Package));
        Assert.Equal([null, "openai", "azure", null], rows.Select(row => row["host"]));
        Assert.Equal([null, "Contoso:Key", "Contoso:Key", null], rows.Select(row => row["setting"]));
    }

    [Theory]
    [InlineData("clinet T:Contoso.Client", "'clinet' is no role; did you mean 'client'?")]
    [InlineData("Client T:Contoso.Client", "'Client' is no role; did you mean 'client'?")]
    [InlineData("frobnicate T:Contoso.Client", "'frobnicate' is no role; docs/configuration.md lists all of them")]
    [InlineData("keycredential T:Contoso.Key key=key", "'keycredential' is no role; did you mean 'key-credential'?")]
    [InlineData("client", "needs a member or a pattern")]
    [InlineData("client Contoso.Client", "not a member in documentation-comment form")]
    [InlineData("client M:Contoso.Client.Create", "expected T:")]
    [InlineData("client T:", "not a member in documentation-comment form")]
    [InlineData("key T:Contoso.Client", "expected M: or P:")]
    [InlineData("key F:Contoso.Client.Key", "expected M: or P:")]
    [InlineData("key M:Contoso.Client.#ctor(System.String) from=key:System.String", "leave the parameter list out")]
    [InlineData("key M:Create from=key:System.String", "'M:Create' names no type")]
    [InlineData("key P:Key", "'P:Key' names no type")]
    [InlineData("client T:Contoso.Client from", "'from' is not of the form key=value")]
    [InlineData("client T:Contoso.Client from=", "'from=' is not of the form key=value")]
    [InlineData("client T:Contoso.Client =key", "'=key' is not of the form key=value")]
    [InlineData("client T:Contoso.Client form=key", "'form' is no attribute")]
    [InlineData("key M:Contoso.Client.#ctor", "needs from=")]
    [InlineData("key-policy M:Contoso.Options.AddPolicy", "needs from=")]
    [InlineData("secret M:Contoso.Secret.#ctor", "needs from=")]
    [InlineData("key-credential T:Contoso.KeyCredential", "needs key=")]
    [InlineData("bearer T:Contoso.BearerPolicy", "needs scope=")]
    [InlineData("credential T:Contoso.Credential", "needs as=")]
    [InlineData("header M:Contoso.Headers.Add", "needs value=")]
    [InlineData("setting M:Contoso.Settings.Read", "needs name=")]
    [InlineData("signed-in T:Contoso.Session", "needs value=")]
    [InlineData("refusal T:Contoso.Answer", "needs as=")]
    [InlineData("refusal T:Contoso.Answer as=Of", "'Of' is no member for as=")]
    [InlineData("host *.contoso.ai", "needs kind=")]
    [InlineData("host *.contoso.ai kind=cloud", "'cloud' is no kind of host")]
    [InlineData("nature T:A.B kind=cloud", "'cloud' is no nature of a type")]
    [InlineData("key M:Contoso.Client.#ctor from=key entra=Contoso.Credential", "'Contoso.Credential' is no member for entra=")]
    [InlineData("key M:Contoso.Client.#ctor from=key entra=M:Create", "'M:Create' is no member for entra=")]
    [InlineData("key M:Contoso.Client.#ctor from=key entra=M:Create(Contoso.Credential)", "is no member for entra=")]
    [InlineData("grounding P:Contoso.Options.Source entra=T:Contoso.Source", "'T:Contoso.Source' is no member for entra=")]
    [InlineData("end-user P:Contoso.Options.User needs=.", "'.' is no member for needs=")]
    [InlineData("end-user P:Contoso.Options.User as=user", "'user' is no member for as=")]
    [InlineData("guard M:Contoso.Guard.Use guards=screened register=Add", "'Add' is no member for register=")]
    [InlineData("guard M:Contoso.Guard.Use guards=screened pipeline=x.", "'x.' is no member for pipeline=")]
    [InlineData("guard M:Contoso.Guard.Use guards=screened inside=T:Contoso.Guard", "'T:Contoso.Guard' is no member for inside=")]
    [InlineData("credential T:Contoso.Credential as=managed argument=id", "'id' is no member for argument=")]
    [InlineData("sink M:Contoso.Client.Send kind=web when=contentType", "'contentType' is not of the form when=parameter:text")]
    [InlineData("identity-check-off M:Contoso.Options.Check when=:x", "':x' is not of the form when=parameter:text")]
    [InlineData("sandbox-setting P:Contoso.Options.Arguments kind=argument", "needs bad=")]
    [InlineData("agent M:Contoso.Client.CreateAgent setting=options.", "'options.' names no property")]
    [InlineData("client T:Contoso.Client since=1 until=2 from=a to=b key=c kind=d as=e name=f value=g scope=h host=i", "too long")]
    public void A_mistake_has_a_line_and_a_reason(string line, string reason)
    {
        var (rows, errors) = CatalogParser.Parse("# first\n" + line + "\nclient T:Contoso.After");
        Assert.Equal("T:Contoso.After", Assert.Single(rows).Member);
        var error = Assert.Single(errors);
        Assert.Equal(1, error.Line);
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_package_does_not_change_the_package()
    {
        var (rows, errors) = CatalogParser.Parse("package Contoso.AI\npackage Contoso.Other nonsense\nclient T:Contoso.Client");
        Assert.Equal("Contoso.AI", Assert.Single(rows).Package);
        Assert.Equal(1, Assert.Single(errors).Line);
    }

    [Fact]
    public void A_huge_role_is_an_error()
    {
        var (rows, errors) = CatalogParser.Parse(new string('x', 2_000_000));
        Assert.Empty(rows);
        Assert.Equal("the line is too long", Assert.Single(errors).Reason);
    }

    [Fact]
    public void Many_lines_are_read_in_order()
    {
        var text = string.Join('\n', Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"client T:Contoso.Client{i}")));
        var (rows, errors) = CatalogParser.Parse(text);
        Assert.Empty(errors);
        Assert.Equal(Enumerable.Range(0, 20_000), rows.Select(row => row.Line));
    }

    [Fact]
    public void No_text_makes_it_throw()
    {
        string[] parts = ["key", "client", "host", "package", "header", " ", "\t", "\r", "\n", "#", "T:", "M:", "P:", ".", "*", "#ctor", "(", ")", "=", ":", "from=", "kind=azure", "`1", "+", "\0", "\uD800", "é", "a"];
        var random = new Random(4711);
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => parts[random.Next(parts.Length)]));
            var (rows, errors) = CatalogParser.Parse(text);
            // Whatever is a row has to survive being indexed and looked up, too.
            var catalog = new AiCatalog(rows);
            _ = catalog.Hosts.Classify("https://contoso.openai.azure.com");
            _ = catalog.IsAiReference("Contoso");
            Assert.All(errors, error => Assert.NotEmpty(error.Reason));
        }
    }

    [Fact]
    public void A_huge_line_is_an_error()
    {
        var (rows, errors) = CatalogParser.Parse("client T:" + new string('x', 2_000_000));
        Assert.Empty(rows);
        Assert.Equal("the line is too long", Assert.Single(errors).Reason);
    }

    private static CatalogRow Single(string line)
    {
        var (rows, errors) = CatalogParser.Parse(line);
        Assert.Empty(errors);
        return Assert.Single(rows);
    }
}
