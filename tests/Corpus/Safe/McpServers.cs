using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;

namespace Corpus.TrustedMcpServers;

public static class Servers
{
    public static HttpClientTransportOptions Encrypted() => new() { Endpoint = new Uri("https://mcp.contoso.com/mcp") };

    public static HttpClientTransportOptions Here() => new() { Endpoint = new Uri("http://localhost:3001/mcp") };

    public static StdioClientTransportOptions Pinned() => new() { Name = "files", Command = "npx", Arguments = ["-y", "@contoso/server-files@2.4.1", "/srv/data"] };

    public static StdioClientTransportOptions Own() => new() { Name = "own", Command = "dotnet", Arguments = ["Contoso.Server.dll"] };

    public static AITool Some(Uri address) => new HostedMcpServerTool("docs", address) { AllowedTools = ["search"] };
}
