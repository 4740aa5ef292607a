// The part of the MCP server package that the facts leave out.
#nullable enable
namespace Microsoft.Extensions.DependencyInjection
{
    public interface IMcpServerBuilder
    {
        IServiceCollection Services { get; }
    }

    public static partial class McpServerBuilderExtensions
    {
        public static IMcpServerBuilder WithStdioServerTransport(this IMcpServerBuilder builder) => throw null!;
    }
}
