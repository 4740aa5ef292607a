using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>AISEC206: each kind of place that model output must not decide, and what makes it right there.</summary>
public class TrustedOutputTests
{
    private const string Root = "var root = Path.GetFullPath(\"out\") + Path.DirectorySeparatorChar; var full = Path.GetFullPath(Path.Combine(root, answer)); ";

    public static TheoryData<string, string> Sql => new()
    {
        { "command", "using var command = new Microsoft.Data.SqlClient.SqlCommand({|AISEC206:$\"SELECT * FROM T WHERE A = '{answer}'\"|});" },
        { "command with a parameter", "using var command = new Microsoft.Data.SqlClient.SqlCommand(\"SELECT * FROM T WHERE A = @a\"); command.Parameters.AddWithValue(\"@a\", answer);" },
        { "created command", "using var command = connection.CreateCommand(); command.CommandText = {|AISEC206:\"SELECT \" + answer|};" },
        { "raw query", "var rows = items.FromSqlRaw({|AISEC206:\"SELECT * FROM T WHERE A = '\" + answer + \"'\"|});" },
        { "raw query with a parameter", "var rows = items.FromSqlRaw(\"SELECT * FROM T WHERE A = {0}\", answer);" },
        { "interpolated query", "var rows = items.FromSqlInterpolated($\"SELECT * FROM T WHERE A = {answer}\");" },
        { "formattable query", "var rows = items.FromSql($\"SELECT * FROM T WHERE A = {answer}\");" },
        { "Dapper", "var rows = connection.Query<Row>({|AISEC206:\"SELECT * FROM T WHERE A = '\" + answer + \"'\"|});" },
        { "Dapper with a parameter", "var rows = connection.Query<Row>(\"SELECT * FROM T WHERE A = @answer\", new { answer });" },
        { "built text", "var sql = new StringBuilder(\"SELECT * FROM T\"); if (answer.Length > 0) sql.Append(\" WHERE \").Append(answer); using var command = new Microsoft.Data.Sqlite.SqliteCommand({|AISEC206:sql.ToString()|});" },
        { "enum", "using var command = new Microsoft.Data.Sqlite.SqliteCommand($\"SELECT * FROM T ORDER BY {Enum.Parse<Column>(answer)}\");" },
        { "column of a table of names", "var column = Columns[answer]; using var command = new Microsoft.Data.Sqlite.SqliteCommand($\"SELECT * FROM T ORDER BY {column}\");" },
        { "sanitized for HTML", "using var command = new Microsoft.Data.Sqlite.SqliteCommand({|AISEC206:WebUtility.HtmlEncode(answer)|});" },
    };

    public static TheoryData<string, string> Html => new()
    {
        { "HTML string", "var html = new HtmlString({|AISEC206:answer|});" },
        { "HTML sanitizer", "var html = new HtmlString(new Ganss.Xss.HtmlSanitizer().Sanitize(answer));" },
        { "encoder that was handed in", "var html = new HtmlString(encoder.Encode(answer));" },
        { "encoded and not", "var html = new HtmlString({|AISEC206:encoder.Encode(answer) + answer|});" },
        { "JavaScript encoder", "var html = new HtmlString(JavaScriptEncoder.Default.Encode(answer));" },
        { "text result of HTML", "return Results.Text({|AISEC206:answer|}, \"text/html; charset=utf-8\");" },
        { "text result of plain text", "return Results.Text(answer, \"text/plain\");" },
        { "text result of no type", "return Results.Text(answer);" },
        { "content result", "return Results.Content({|AISEC206:$\"<p>{answer}</p>\"|}, \"text/html\");" },
    };

    public static TheoryData<string, string> Paths => new()
    {
        { "check of the folder", Root + "if (!full.StartsWith(root, StringComparison.Ordinal)) return Results.Ok(); File.WriteAllText(full, \"a\");" },
        { "check of the folder that throws", Root + "if (!full.StartsWith(root)) throw new InvalidOperationException(); File.ReadAllText(full);" },
        { "check of the folder and of more", Root + "if (full.StartsWith(root) && answer.Length < 20) File.Delete(full);" },
        { "check the wrong way round", Root + "if (full.StartsWith(root)) return Results.Ok(); File.Delete({|AISEC206:full|});" },
        { "check of something else", Root + "if (!root.StartsWith(\"/\")) return Results.Ok(); File.Delete({|AISEC206:full|});" },
        { "check that nobody heeds", Root + "if (!full.StartsWith(root)) Console.WriteLine(\"bad\"); File.Delete({|AISEC206:full|});" },
        { "check of a folder in a field", "var full = Path.GetFullPath(Path.Combine(Folder, answer)); if (!full.StartsWith(Folder, StringComparison.Ordinal)) return Results.Ok(); File.Delete(full);" },
        { "check by a method that is given the folder", "File.Delete(Below(Folder, answer));" },
        { "check against the model's own folder", "var full = Path.GetFullPath(answer); if (!full.StartsWith(answer)) return Results.Ok(); File.Delete({|AISEC206:full|});" },
        { "full path without a check", Root + "File.Delete({|AISEC206:full|});" },
        { "page of the application itself", "Microsoft.AspNetCore.Components.NavigationManager navigation = null!; var uri = navigation.ToAbsoluteUri(answer); if (navigation.ToBaseRelativePath(uri.ToString()).StartsWith(\"archive/\")) navigation.NavigateTo(uri.PathAndQuery);" },
        { "HTML body of a mail", "var mail = new MimeKit.BodyBuilder { HtmlBody = {|AISEC206:answer|} }; Console.WriteLine(mail);" },
        { "encoded HTML body of a mail", "var mail = new MimeKit.BodyBuilder { HtmlBody = encoder.Encode(answer), TextBody = answer }; Console.WriteLine(mail);" },
        { "JSON that names types", "Newtonsoft.Json.JsonConvert.DeserializeObject<object>({|AISEC206:answer|}, new Newtonsoft.Json.JsonSerializerSettings { TypeNameHandling = Newtonsoft.Json.TypeNameHandling.Auto });" },
        { "JSON that names types, by settings in a variable", "var settings = new Newtonsoft.Json.JsonSerializerSettings { MaxDepth = 8, TypeNameHandling = Newtonsoft.Json.TypeNameHandling.All }; Newtonsoft.Json.JsonConvert.DeserializeObject<object>({|AISEC206:answer|}, settings);" },
        { "JSON that names none", "Newtonsoft.Json.JsonConvert.DeserializeObject<object>(answer, new Newtonsoft.Json.JsonSerializerSettings { TypeNameHandling = Newtonsoft.Json.TypeNameHandling.None });" },
        { "JSON without settings", "Newtonsoft.Json.JsonConvert.DeserializeObject<object>(answer);" },
        { "file name that is all of it", "if (Path.GetFileName(answer) != answer) return Results.Ok(); File.ReadAllText(Path.Combine(\"out\", answer));" },
        { "right in a folder", "var full = Path.GetFullPath(Path.Combine(\"out\", answer)); if (Path.GetDirectoryName(full) != Path.GetFullPath(\"out\")) return Results.Ok(); File.ReadAllText(full);" },
        { "in a folder that it names itself", "var full = Path.GetFullPath(Path.Combine(\"out\", answer)); if (Path.GetDirectoryName(full) != Path.GetFullPath(Path.Combine(\"out\", answer))) return Results.Ok(); File.ReadAllText({|AISEC206:full|});" },
        { "file name", "File.ReadAllText(Path.Combine(\"out\", Path.GetFileName(answer)));" },
        { "file name without its end", "File.WriteAllText(Path.Combine(\"out\", Path.GetFileNameWithoutExtension(answer) + \".txt\"), \"a\");" },
        { "file name and folder", "File.ReadAllText({|AISEC206:Path.Combine(answer, Path.GetFileName(answer))|});" },
        { "file name that must be all of it", "var safe = Path.GetFileName(answer); if (safe.Length is 0 or > 80 || safe != answer || !safe.EndsWith(\".txt\")) return Results.Ok(); File.WriteAllText(Path.Combine(\"out\", safe), \"a\");" },
        { "file name that must be all of it, elsewhere", "File.WriteAllText(Path.Combine(\"out\", Bare(answer)), \"a\");" },
        { "letters and digits", "File.Delete(new string(answer.Where(char.IsLetterOrDigit).Take(40).ToArray()) + \".txt\");" },
        { "letters, digits and marks", "File.Delete(string.Concat(answer.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-' || c is '_' or (>= '0' and <= '9'))));" },
        { "lines that begin with a letter", "File.Delete({|AISEC206:string.Concat(answer.Split('\\n').Where(line => char.IsLetter(line[0])))|});" },
        { "all but one character", "File.Delete({|AISEC206:string.Concat(answer.Where(c => c != '*'))|});" },
        { "letters, digits and slashes", "File.Delete({|AISEC206:string.Concat(answer.Where(c => char.IsLetterOrDigit(c) || c == '/'))|});" },
        { "other characters replaced", "File.Delete(string.Concat(answer.Select(c => char.IsLetterOrDigit(c) ? c : '_')));" },
        { "characters replaced by others of it", "File.Delete({|AISEC206:string.Concat(answer.Select(c => char.IsLetterOrDigit(c) ? '_' : c))|});" },
        { "invalid characters replaced", "File.Delete(string.Join(\"_\", answer.Split(Path.GetInvalidFileNameChars())));" },
        { "invalid characters replaced, kept in a field", "File.Delete(string.Concat(answer.Split(Invalid, StringSplitOptions.RemoveEmptyEntries)));" },
        { "invalid characters left out", "File.Delete(new string(answer.Where(c => !Path.GetInvalidFileNameChars().Contains(c)).ToArray()));" },
        { "invalid characters replaced one by one", "var name = answer; foreach (var c in Path.GetInvalidFileNameChars()) name = name.Replace(c, '_'); File.Delete(name);" },
        { "something else replaced in a loop over them", "var name = answer; foreach (var c in Path.GetInvalidFileNameChars()) Console.WriteLine(c); File.Delete({|AISEC206:name|});" },
        { "invalid characters replaced in an aggregate", "File.Delete(Path.GetInvalidFileNameChars().Aggregate(answer, (name, c) => name.Replace(c, '_')));" },
        { "split at something else", "File.Delete({|AISEC206:string.Join(\"_\", answer.Split(' '))|});" },
        { "others replaced by pattern", "File.Delete(Regex.Replace(answer, \"[^a-zA-Z0-9_-]+\", \"-\"));" },
        { "others replaced by a pattern in a field", "File.Delete(Others.Replace(answer, \"\"));" },
        { "slashes replaced by pattern", "File.Delete(Regex.Replace(answer, @\"[/\\\\:*?<>|_]\", \"_\"));" },
        { "blanks replaced by pattern", "File.Delete({|AISEC206:Regex.Replace(answer, @\"\\s+\", \"_\")|});" },
        { "others but slashes replaced by pattern", "File.Delete({|AISEC206:Regex.Replace(answer, \"[^a-z/]\", \"\")|});" },
        { "others replaced by something of the model", "File.Delete({|AISEC206:Regex.Replace(\"a b\", \"[^a-z]\", answer)|});" },
        { "name from a GUID", "File.WriteAllText($\"{Guid.NewGuid()}.txt\", answer);" },
        { "folder", "Directory.CreateDirectory({|AISEC206:answer|});" },
        { "files of a folder", "Directory.GetFiles({|AISEC206:answer|});" },
        { "reader", "using var reader = new StreamReader({|AISEC206:answer|});" },
        { "copy", "File.Copy(\"a.txt\", {|AISEC206:answer|});" },
        { "file result", "return Results.File({|AISEC206:answer|});" },
        { "allow-list", "if (answer is not (\"a.txt\" or \"b.txt\")) return Results.Ok(); File.Delete(answer);" },
        { "narrow pattern", "if (!Regex.IsMatch(answer, \"^[a-z0-9]+$\")) return Results.Ok(); File.Delete(answer);" },
        { "wide pattern", "if (!Regex.IsMatch(answer, \"txt$\")) return Results.Ok(); File.Delete({|AISEC206:answer|});" },
    };

    public static TheoryData<string, string> Urls => new()
    {
        { "host in a set", "var uri = new Uri(answer); if (!Allowed.Contains(uri.Host)) return Results.Ok(); await http.GetAsync(uri);" },
        { "host by pattern", "if (Uri.TryCreate(answer, UriKind.Absolute, out var uri) && uri.Host is \"contoso.com\" or \"www.contoso.com\") await http.GetAsync(uri);" },
        { "host by equality", "var uri = new Uri(answer); if (!uri.Host.Equals(\"contoso.com\", StringComparison.OrdinalIgnoreCase)) return Results.Ok(); await http.GetStringAsync(uri);" },
        { "beginning", "if (!answer.StartsWith(\"https://contoso.com/\", StringComparison.Ordinal)) return Results.Ok(); await http.GetStringAsync(answer);" },
        { "beginning without the end of the host", "if (!answer.StartsWith(\"https://contoso.com\", StringComparison.Ordinal)) return Results.Ok(); await http.GetStringAsync({|AISEC206:answer|});" },
        { "scheme is no host", "var uri = new Uri(answer); if (uri.Scheme != \"https\") return Results.Ok(); await http.GetStringAsync({|AISEC206:uri|});" },
        { "host in a pattern of parts", "if (!Uri.TryCreate(answer, UriKind.Absolute, out var uri) || uri is not { Scheme: \"https\", Host: \"contoso.com\" }) return Results.Ok(); await http.GetAsync(uri);" },
        { "scheme in a pattern of parts", "if (!Uri.TryCreate(answer, UriKind.Absolute, out var uri) || uri is not { Scheme: \"https\", Port: 443 }) return Results.Ok(); await http.GetAsync({|AISEC206:uri|});" },
        { "host in a pattern, the wrong way round", "if (!Uri.TryCreate(answer, UriKind.Absolute, out var uri) || uri is { Host: \"contoso.com\" }) return Results.Ok(); await http.GetAsync({|AISEC206:uri|});" },
        { "host the wrong way round", "var uri = new Uri(answer); if (uri.Host == \"contoso.com\") return Results.Ok(); await http.GetStringAsync({|AISEC206:uri|});" },
        { "host in the middle", "await http.GetStringAsync({|AISEC206:$\"https://{answer}.contoso.com/\"|});" },
        { "query", "await http.GetStringAsync($\"https://contoso.com/?q={answer}\");" },
        { "request message", "await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, {|AISEC206:answer|}));" },
        { "posted to", "await http.PostAsync({|AISEC206:answer|}, new StringContent(\"a\"));" },
        { "path below an address of the settings", "await http.GetStringAsync($\"{Base}/users/{answer}\");" },
        { "path below an address of the settings, in a sum", "await http.GetStringAsync(Base + \"/users/\" + answer + \"/items\");" },
        { "end of an address of the settings", "await http.GetStringAsync({|AISEC206:$\"{Base}{answer}\"|});" },
        { "host after a scheme of the settings", "await http.GetStringAsync({|AISEC206:$\"{Base}://{answer}/users\"|});" },
        { "address of the model's with a path", "await http.GetStringAsync({|AISEC206:$\"{answer}/users/1\"|});" },
        { "address and path of the model's", "await http.GetStringAsync({|AISEC206:answer + \"/users/\" + answer|});" },
        { "redirect", "return Results.Redirect({|AISEC206:answer|});" },
        { "local redirect", "return Results.LocalRedirect(answer);" },
        { "redirect to a page", "return Results.Redirect(\"/items/\" + Uri.EscapeDataString(answer));" },
    };

    public static TheoryData<string, string> Others => new()
    {
        { "type", "var type = Type.GetType({|AISEC206:\"Contoso.\" + answer|});" },
        { "type of an assembly", "var type = typeof(string).Assembly.GetType({|AISEC206:answer|});" },
        { "type from a table", "var type = Types[answer];" },
        { "created instance", "var made = Activator.CreateInstance(\"Contoso\", {|AISEC206:answer|});" },
        { "formatter", "#pragma warning disable SYSLIB0011\nvar made = new System.Runtime.Serialization.Formatters.Binary.BinaryFormatter().Deserialize({|AISEC206:new MemoryStream(Convert.FromBase64String(answer))|});" },
        { "JSON of a known type", "var made = JsonSerializer.Deserialize<Row>(answer);" },
        { "pattern", "var isMatch = Regex.IsMatch(text, {|AISEC206:$\"^{answer}$\"|});" },
        { "pattern escaped", "var isMatch = Regex.IsMatch(text, $\"^{Regex.Escape(answer)}$\");" },
        { "pattern with a time limit", "var isMatch = Regex.IsMatch(text, answer, RegexOptions.None, TimeSpan.FromSeconds(1)) || new Regex(answer, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)).IsMatch(text);" },
        { "pattern with a limit that is none", "var pattern = new Regex({|AISEC206:answer|}, RegexOptions.None, Regex.InfiniteMatchTimeout);" },
        { "pattern's input", "var isMatch = Regex.IsMatch(answer, \"^a$\");" },
        { "replacement", "var changed = Regex.Replace(text, \"a\", answer);" },
        { "XPath", "var nodes = xml.SelectNodes({|AISEC206:$\"//user[name='{answer}']\"|});" },
        { "XPath of a navigator", "var nodes = xml.CreateNavigator()!.Select({|AISEC206:answer|});" },
        { "XPath that is constant", "var nodes = xml.SelectNodes(\"//user\"); Console.WriteLine(answer);" },
        { "LDAP", "var searcher = new System.DirectoryServices.DirectorySearcher({|AISEC206:$\"(cn={answer})\"|});" },
        { "LDAP filter", "var searcher = new System.DirectoryServices.DirectorySearcher(); searcher.Filter = {|AISEC206:$\"(cn={answer})\"|};" },
        { "LDAP with a GUID", "var searcher = new System.DirectoryServices.DirectorySearcher($\"(id={Guid.Parse(answer)})\");" },
    };

    public static TheoryData<string, string> Typed => new()
    {
        { "number", "var n = (await client.GetResponseAsync<int>(\"a\")).Result; File.Delete($\"{n}.txt\");" },
        { "number of a record", "var row = (await client.GetResponseAsync<Row>(\"a\")).Result; File.Delete($\"{row.Number}.txt\");" },
        { "text of a record", "var row = (await client.GetResponseAsync<Row>(\"a\")).Result; File.Delete({|AISEC206:$\"{row.Text}.txt\"|});" },
        { "enum of a record", "var row = (await client.GetResponseAsync<Row>(\"a\")).Result; using var command = new Microsoft.Data.Sqlite.SqliteCommand($\"SELECT {row.Column} FROM T\");" },
        { "list of numbers", "var all = (await client.GetResponseAsync<List<int>>(\"a\")).Result; File.Delete(string.Join('-', all) + \".txt\");" },
        { "list of texts", "var all = (await client.GetResponseAsync<List<string>>(\"a\")).Result; File.Delete({|AISEC206:string.Join('-', all)|});" },
        { "number in JSON", "var row = JsonSerializer.Deserialize<Row>(answer)!; File.Delete($\"{row.Number}.txt\");" },
        { "number parsed", "if (int.TryParse(answer, CultureInfo.InvariantCulture, out var n)) File.Delete($\"{n}.txt\");" },
        { "number of a JSON element", "using var json = JsonDocument.Parse(answer); File.Delete($\"{json.RootElement.GetProperty(\"n\").GetInt32()}.txt\");" },
        { "text of a JSON element", "using var json = JsonDocument.Parse(answer); File.Delete({|AISEC206:json.RootElement.GetProperty(\"n\").GetString()|}!);" },
    };

    [Theory]
    [MemberData(nameof(Sql))]
    [MemberData(nameof(Html))]
    [MemberData(nameof(Paths))]
    [MemberData(nameof(Urls))]
    [MemberData(nameof(Others))]
    [MemberData(nameof(Typed))]
    public Task Output(string name, string body)
    {
        _ = name;
        return FlowVerifier.VerifyAsync(
            Endpoint.Usings + $$"""
            using Dapper;
            using Microsoft.AspNetCore.Html;
            using Microsoft.EntityFrameworkCore;
            public enum Column { Name, Age }
            public class Row { public string Text { get; set; } = ""; public int Number { get; set; } public Column Column { get; set; } }
            public class Worker(IChatClient client, System.Data.Common.DbConnection connection, DbSet<Row> items, HttpClient http, HtmlEncoder encoder, System.Xml.XmlDocument xml)
            {
                private static readonly HashSet<string> Allowed = new() { "contoso.com", "www.contoso.com" };
                private static readonly string Base = Environment.GetEnvironmentVariable("BASE")!;
                private static readonly string Folder = Path.GetFullPath("out") + Path.DirectorySeparatorChar;
                private static string Below(string folder, string name)
                {
                    var full = Path.GetFullPath(Path.Combine(folder, name));
                    return full.StartsWith(folder, StringComparison.Ordinal) ? full : throw new ArgumentException(name);
                }
                private static string Bare(string name)
                {
                    var safe = Path.GetFileName(name);
                    if (safe.Length is 0 or > 80 || safe != name)
                        throw new ArgumentException(name);
                    return safe;
                }
                private static readonly char[] Invalid = Path.GetInvalidFileNameChars();
                private static readonly Regex Others = new("[^a-z0-9]", RegexOptions.IgnoreCase);
                private static readonly Dictionary<string, string> Columns = new() { ["name"] = "Name", ["age"] = "Age" };
                private static readonly Dictionary<string, Type> Types = new() { ["text"] = typeof(string) };

                public async Task<IResult> RunAsync(string text)
                {
                    var answer = (await client.GetResponseAsync("Write something.")).Text;
                    {{body}}
                    return Results.Ok();
                }
            }
            """,
            SdkSet.Platform);
    }

    /// <summary>MVC's own test of an address.</summary>
    [Theory]
    [InlineData("if (!Url.IsLocalUrl(answer)) return BadRequest(); return Redirect(answer);")]
    [InlineData("return Url.IsLocalUrl(answer) ? Redirect(answer) : BadRequest();")]
    [InlineData("if (Url.IsLocalUrl(answer)) return BadRequest(); return Redirect({|AISEC206:answer|});")]
    [InlineData("if (!Url.IsLocalUrl(\"/a\")) return BadRequest(); return Redirect({|AISEC206:answer|});")]
    public Task Local_addresses(string body) => Endpoint.VerifyFilesAsync($$"""
        public class Pages(IChatClient client) : Controller
        {
            public async Task<IActionResult> Go() { var answer = (await client.GetResponseAsync("Hello")).Text; {{body}} }
        }
        """);

    /// <summary>Who has looked at the addresses behind a host has looked at the URL.</summary>
    [Theory]
    [InlineData("await DemandPublicAsync(url); return await http.GetStringAsync(url);", "private static async Task DemandPublicAsync(Uri uri) { var addresses = await Dns.GetHostAddressesAsync(uri.DnsSafeHost); if (addresses.Any(address => IPAddress.IsLoopback(address))) throw new InvalidOperationException(); }")]
    [InlineData("await DemandPublicAsync(url); return await http.GetStringAsync(url);", "private static async Task DemandPublicAsync(Uri uri) { foreach (var address in await Dns.GetHostAddressesAsync(uri.Host)) { if (IsPrivate(address)) throw new InvalidOperationException(); } } static bool IsPrivate(IPAddress address) => address.ToString().StartsWith(\"10.\");")]
    [InlineData("if (!IsPublic(url)) return \"\"; return await http.GetStringAsync(url);", "private static bool IsPublic(Uri uri) { var entry = Dns.GetHostEntry(uri.Host); return !entry.AddressList.Any(IsPrivate); } static bool IsPrivate(IPAddress address) => address.ToString().StartsWith(\"10.\");")]
    [InlineData("var page = await http.GetStringAsync({|AISEC206:url|}); await DemandPublicAsync(url); return page;", "private static async Task DemandPublicAsync(Uri uri) { var addresses = await Dns.GetHostAddressesAsync(uri.DnsSafeHost); if (addresses.Any(address => IPAddress.IsLoopback(address))) throw new InvalidOperationException(); }")]
    [InlineData("await Log(url); return await http.GetStringAsync({|AISEC206:url|});", "private static async Task Log(Uri uri) { var addresses = await Dns.GetHostAddressesAsync(uri.DnsSafeHost); Console.WriteLine(addresses.Length); }")]
    [InlineData("await DemandPublicAsync(new Uri(\"https://contoso.com\")); return await http.GetStringAsync({|AISEC206:url|});", "private static async Task DemandPublicAsync(Uri uri) { var addresses = await Dns.GetHostAddressesAsync(uri.DnsSafeHost); if (addresses.Any(address => IPAddress.IsLoopback(address))) throw new InvalidOperationException(); }")]
    public Task Public_addresses(string body, string check) => Endpoint.VerifyFilesAsync($$"""
        using System.Net;
        public class Pages(IChatClient client, HttpClient http)
        {
            public async Task<string> Go() { var url = new Uri((await client.GetResponseAsync("Hello")).Text); {{body}} }
            {{check}}
        }
        """);
}
