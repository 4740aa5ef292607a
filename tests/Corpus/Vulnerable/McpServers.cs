using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;

namespace Corpus.McpServers;

public static class Servers
{
    public static HttpClientTransportOptions Clear() => new()
    {
        Endpoint = new Uri("http://mcp.contoso.com/mcp"), //! AISEC311
    };

    public static StdioClientTransportOptions Newest() => new()
    {
        Name = "files",
        Command = "npx",
        Arguments = ["-y", "@contoso/server-files", "/srv/data"], //! AISEC311
    };

    public static AITool Everything(Uri address) => new HostedMcpServerTool("docs", address); //! AISEC311
}
