// Plugins of Semantic Kernel that bring their own functions.
#nullable enable
namespace Microsoft.SemanticKernel.Plugins.MsGraph
{
    public interface IEmailConnector { }
    public interface ICalendarConnector { }
    public interface ITaskManagementConnector { }
    public interface ICloudDriveConnector { }

    public sealed class EmailPlugin
    {
        public EmailPlugin(IEmailConnector connector) => throw null!;
    }

    public sealed class CalendarPlugin
    {
        public CalendarPlugin(ICalendarConnector connector) => throw null!;
    }

    public sealed class TaskListPlugin
    {
        public TaskListPlugin(ITaskManagementConnector connector) => throw null!;
    }

    public sealed class CloudDrivePlugin
    {
        public CloudDrivePlugin(ICloudDriveConnector connector) => throw null!;
    }
}

namespace Microsoft.SemanticKernel.Plugins.OpenApi
{
    using System.Threading;
    using System.Threading.Tasks;

    public class OpenApiFunctionExecutionParameters
    {
        public System.Collections.Generic.IList<string>? OperationsToExclude { get; set; }
        public System.Func<object, bool>? OperationSelectionPredicate { get; set; }
    }

    public static class OpenApiKernelExtensions
    {
        public static Task<KernelPlugin> ImportPluginFromOpenApiAsync(this Kernel kernel, string pluginName, string filePath, OpenApiFunctionExecutionParameters? executionParameters = null, CancellationToken cancellationToken = default) => throw null!;
        public static Task<KernelPlugin> ImportPluginFromOpenApiAsync(this Kernel kernel, string pluginName, System.Uri uri, OpenApiFunctionExecutionParameters? executionParameters = null, CancellationToken cancellationToken = default) => throw null!;
        public static Task<KernelPlugin> ImportPluginFromOpenApiAsync(this Kernel kernel, string pluginName, System.IO.Stream stream, OpenApiFunctionExecutionParameters? executionParameters = null, CancellationToken cancellationToken = default) => throw null!;
        public static Task<KernelPlugin> CreatePluginFromOpenApiAsync(this Kernel kernel, string pluginName, string filePath, OpenApiFunctionExecutionParameters? executionParameters = null, CancellationToken cancellationToken = default) => throw null!;
        public static Task<KernelPlugin> CreatePluginFromOpenApiAsync(this Kernel kernel, string pluginName, System.Uri uri, OpenApiFunctionExecutionParameters? executionParameters = null, CancellationToken cancellationToken = default) => throw null!;
        public static Task<KernelPlugin> CreatePluginFromOpenApiAsync(this Kernel kernel, string pluginName, System.IO.Stream stream, OpenApiFunctionExecutionParameters? executionParameters = null, CancellationToken cancellationToken = default) => throw null!;
    }
}
