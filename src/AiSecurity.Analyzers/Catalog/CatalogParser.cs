using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>A line that is not a row, with the reason.</summary>
/// <param name="Line">Zero-based line.</param>
/// <param name="Reason">A clause that can follow "line 3:".</param>
internal sealed record CatalogError(int Line, string Reason);

/// <summary>Reads catalog text: <c>role member key=value ...</c>, one row a line, <c>#</c> starts a comment.</summary>
internal static class CatalogParser
{
    private const int MaxLineLength = 4_000;

    /// <summary>For more lines than that nobody needs a guess at what was meant, and each takes its time.</summary>
    private const int MaxAdvice = 50;

    private static readonly ImmutableDictionary<string, Role> Roles = RoleNames();

    private static readonly ImmutableHashSet<string> KnownAttributes = ImmutableHashSet.Create(
        "from", "to", "endpoint", "host", "entra", "entra-since", "since", "until", "key", "kind", "as", "argument", "scope", "scheme", "name", "value", "setting", "origin", "prompt", "instructions", "text", "documents", "role", "signals", "guards", "good", "result", "handler", "handles", "plugin", "rounds",
        "except", "answers", "through", "covers", "when", "program", "run", "content", "into", "bad", "url", "register", "unless", "pipeline", "inside", "filter", "tools", "needs", "asked");

    private static readonly ImmutableArray<string> TakenApart = ImmutableArray.Create("entra", "needs", "as", "argument", "register", "pipeline", "inside", "when", "setting");

    /// <summary>Every first word of a line, and every name before an equals sign.</summary>
    public static IEnumerable<string> Vocabulary => [.. Roles.Keys, .. KnownAttributes];

    public static (ImmutableArray<CatalogRow> Rows, ImmutableArray<CatalogError> Errors) Parse(string text) => Parse(SourceText.From(text));

    /// <summary>Lines are those of the text: whoever reports an error asks it for their places.</summary>
    public static (ImmutableArray<CatalogRow> Rows, ImmutableArray<CatalogError> Errors) Parse(SourceText text)
    {
        var rows = ImmutableArray.CreateBuilder<CatalogRow>();
        var errors = ImmutableArray.CreateBuilder<CatalogError>();
        var package = "";
        var defaults = ImmutableDictionary<string, string>.Empty;
        for (var line = 0; line < text.Lines.Count; line++)
        {
            var written = text.Lines[line].ToString();
            var columns = Columns(written);
            if (columns.Count == 0)
                continue;
            if (written.Length > MaxLineLength || columns.Count > 12)
            {
                errors.Add(new CatalogError(line, "the line is too long"));
                continue;
            }

            var error = Read(columns, line, package, defaults, errors.Count < MaxAdvice, out var row);
            if (error is not null)
            {
                errors.Add(new CatalogError(line, error));
                continue;
            }

            if (row!.Role == Role.Package)
                (package, defaults) = (row.Member, row.Attributes);
            else
                rows.Add(row);
        }

        return (rows.ToImmutable(), errors.ToImmutable());
    }

    private static string? Read(List<string> columns, int line, string package, ImmutableDictionary<string, string> defaults, bool advises, out CatalogRow? row)
    {
        row = null;
        if (!Roles.TryGetValue(columns[0], out var role))
            return $"'{columns[0]}' is no role; {Advice(columns[0], Roles.Keys, advises)}";
        if (columns.Count < 2)
            return "the role needs a member or a pattern after it";

        var member = columns[1];
        if (MemberError(role, member) is { } memberError)
            return memberError;

        var attributes = role == Role.Package ? ImmutableDictionary<string, string>.Empty : defaults;
        for (var i = 2; i < columns.Count; i++)
        {
            var equals = columns[i].IndexOf('=');
            if (equals <= 0 || equals == columns[i].Length - 1)
                return $"'{columns[i]}' is not of the form key=value";

            var key = columns[i].Substring(0, equals);
            if (!KnownAttributes.Contains(key))
                return $"'{key}' is no attribute; {Advice(key, KnownAttributes, advises)}";
            attributes = attributes.SetItem(key, columns[i].Substring(equals + 1));
        }

        if (RequiredAttribute(role, member) is { } required && !attributes.ContainsKey(required))
            return $"the role '{columns[0]}' needs {required}=";
        if (role == Role.SandboxSetting && attributes["kind"] == "argument" && !attributes.ContainsKey("bad"))
            return "the kind 'argument' needs bad=";
        foreach (var key in TakenApart)
        {
            if (attributes.TryGetValue(key, out var value) && ValueError(role, key, value) is { } valueError)
                return valueError;
        }

        if (role == Role.Host && attributes["kind"] is not ("azure" or "gateway" or "other" or "loopback" or "sandbox"))
            return $"'{attributes["kind"]}' is no kind of host; kinds are azure, gateway, loopback, other, sandbox";

        if (role == Role.Nature && attributes["kind"] is not ("host" or "context" or "text" or "answer"))
            return $"'{attributes["kind"]}' is no nature of a type; kinds are answer, context, host, text";

        row = new CatalogRow(role, member, attributes, package, line);
        return null;
    }

    private static string? MemberError(Role role, string member)
    {
        var expected = role switch
        {
            Role.Package or Role.Reference or Role.Mention or Role.ClientIntegration or Role.TokenAudience or Role.ContentSwitch or Role.PasswordSetting or Role.Host or Role.OtherScope or Role.AiName or Role.AiPath or Role.KeyHeader or Role.Interpreter
                or Role.VerdictWord or Role.ShieldWord or Role.ModelPath or Role.ModelBody or Role.SideEffectWord or Role.ReadPath or Role.MovingRevision or Role.AzureRole or Role.AiResource => "",
            Role.Client or Role.Pipeline or Role.KeyCredential or Role.Token or Role.Bearer or Role.Credential or Role.Configuration
                or Role.PipelineType or Role.GuardAttribute or Role.ApprovalWrapper or Role.ToolContext or Role.Conversation or Role.Nature or Role.SignedIn or Role.Refusal or Role.Administration => "T",
            Role.Server or Role.Endpoint or Role.Tool or Role.Inventory or Role.Queue => "TM",
            Role.Entry or Role.Authorization or Role.RateLimit or Role.Monitor or Role.Governance => "TMP",
            Role.EncodingOff or Role.RecordsContent or Role.Grounding or Role.DeveloperExclusion or Role.AllowedTenants or Role.CertificateCheck or Role.SearchFilter => "P",
            _ => "MP",
        };
        if (expected.Length == 0)
            return null;
        if (member.Length < 3 || member[1] != ':' || expected.IndexOf(member[0]) < 0)
            return $"'{member}' is not a member in documentation-comment form; expected {string.Join(": or ", expected.ToCharArray())}: and a full name";
        if (member.IndexOf('(') >= 0)
            return "leave the parameter list out: overloads are told apart by parameter name (from=name:Type)";
        return member[0] != 'T' && member.LastIndexOf('.') < 3 ? $"'{member}' names no type" : null;
    }

    /// <summary>Rules take these apart without a look: what is wrong in them has to be said here.</summary>
    private static string? ValueError(Role role, string key, string value) => key switch
    {
        "when" => value.IndexOf(':') < 1 ? $"'{value}' is not of the form when=parameter:text" : null,
        "setting" => role == Role.Agent && Array.Exists(value.Split(','), static part => part.Length == 0 || part[part.Length - 1] == '.') ? $"'{value}' names no property" : null,
        "as" when role is not (Role.EndUser or Role.SearchFilter or Role.Refusal) => null,
        "argument" when role is not (Role.Credential or Role.UnpinnedCredential) => null,
        "entra" when role != Role.Grounding => IsMember(value, "TMPF") ? null : NoMember(key, value),
        "needs" or "as" => IsMember(value, "TMPF") ? null : NoMember(key, value),
        _ => IsMember(value, "MPF") ? null : NoMember(key, value),
    };

    private static string NoMember(string key, string value) => $"'{value}' is no member for {key}= in documentation-comment form";

    /// <summary>Whether a text is a prefix and a full name, with or without a parameter's type behind it.</summary>
    private static bool IsMember(string value, string prefixes)
    {
        if (value.Length < 3 || value[1] != ':' || prefixes.IndexOf(value[0]) < 0)
            return false;

        var parameters = value.IndexOf('(');
        var end = parameters < 0 ? value.Length : parameters;
        var dot = value.LastIndexOf('.', end - 1);
        return dot < end - 1 && (value[0] == 'T' ? end > 2 : dot >= 3);
    }

    private static string? RequiredAttribute(Role role, string member) => role switch
    {
        Role.Key or Role.Secret or Role.TokenUse => member[0] == 'M' ? "from" : null,
        Role.WeakCredential or Role.SandboxSetting or Role.Pace or Role.McpServer or Role.Tool or Role.SideEffect or Role.SideEffectWord or Role.ToolContext or Role.Conversation or Role.AgentUpkeep or Role.Inventory => "kind",
        Role.Approval => "bad",
        Role.Queue => member[0] == 'T' ? "handles" : null,
        Role.LongLivedSecret => member[0] == 'M' ? "from" : "bad",
        Role.PasswordSetting or Role.AzureRole => "name",
        Role.AiResource => "good",
        Role.ModelName or Role.StoreName => member[0] == 'M' ? "value" : null,
        Role.IdentityCheckOff => member[0] == 'M' ? "when" : null,
        Role.TokenRequest => "value",
        Role.Grounding => "entra",
        Role.ModelLoad or Role.CodeLoad => "value",
        Role.LocalAuth or Role.PublicNetwork => "good",
        Role.LocalAuthResource or Role.PublicNetworkResource or Role.OutputLimit or Role.DataSource => "unless",
        Role.KeyPolicy => "from",
        Role.KeyCredential => "key",
        Role.Host => "kind",
        Role.Credential or Role.SearchFilter or Role.Refusal or Role.Dispatch or Role.NamedCall => "as",
        Role.Bearer => "scope",
        Role.Header or Role.SwitchSetter or Role.TokenScope or Role.SignedIn => "value",
        Role.Setting => "name",
        Role.Source or Role.Entry => "origin",
        Role.Sink or Role.Endpoint or Role.Nature => "kind",
        Role.PipelineShield or Role.PipelineStart or Role.PipelineType or Role.Monitor or Role.Governance => "covers",
        Role.VerdictWord => "good",
        Role.ShieldWord => "kind",
        Role.GuardAttribute or Role.Sanitizer or Role.Decoder or Role.Guard => "guards",
        Role.Shield => "signals",
        _ => null,
    };

    private static List<string> Columns(string line)
    {
        var columns = new List<string>();
        var start = -1;
        for (var i = 0; i <= line.Length; i++)
        {
            // A constructor is written #ctor: only a # before which a column has not begun starts a comment.
            var ends = i == line.Length || char.IsWhiteSpace(line[i]);
            if (!ends && start < 0 && line[i] == '#')
                break;
            if (!ends && start < 0)
                start = i;
            if (ends && start >= 0)
            {
                columns.Add(line.Substring(start, i - start));
                start = -1;
            }
        }

        return columns;
    }

    private static string Advice(string name, IEnumerable<string> known, bool advises) =>
        advises && ClosestName.Of(name, known) is { } closest ? $"did you mean '{closest}'?" : "docs/configuration.md lists all of them";

    private static ImmutableDictionary<string, Role> RoleNames()
    {
        var names = ImmutableDictionary.CreateBuilder<string, Role>();
        foreach (Role role in Enum.GetValues(typeof(Role)))
        {
            // KeyCredential is written key-credential.
            var name = role.ToString();
            for (var i = name.Length - 1; i > 0; i--)
            {
                if (char.IsUpper(name[i]))
                    name = name.Insert(i, "-");
            }

            names.Add(name.ToLowerInvariant(), role);
        }

        return names.ToImmutable();
    }
}
