// Public signatures of OpenTelemetry and OpenTelemetry.Extensions.Hosting that rows of the catalog speak of.
namespace OpenTelemetry
{
    public static class Sdk
    {
        public static Trace.TracerProviderBuilder CreateTracerProviderBuilder() => throw null!;
    }

    public sealed class OpenTelemetryBuilder
    {
    }
}

namespace OpenTelemetry.Trace
{
    public abstract class TracerProviderBuilder
    {
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class OpenTelemetryServicesExtensions
    {
        public static OpenTelemetry.OpenTelemetryBuilder AddOpenTelemetry(this IServiceCollection services) => throw null!;
    }
}
