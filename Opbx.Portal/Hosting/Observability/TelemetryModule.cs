using System.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using Opbx.Core.Integrations.Delivery;
using Opbx.Portal.Http;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Opbx.Portal.Hosting.Observability;

/// <summary>Metrics at <c>/metrics</c>; with a collector, metrics and traces are sent there too.</summary>
public static class TelemetryModule
{
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceName = "OTEL_SERVICE_NAME";

    // The hosts the portal calls are confidential to its customers.
    private static readonly MetricStreamConfiguration WithoutHost =
        new() { TagKeys = ["http.request.method", "http.response.status_code", "error.type"] };

    /// <summary>Collects metrics, and traces when there is a collector.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var name = builder.Configuration[ServiceName] is { Length: > 0 } chosen ? chosen : "opbx";
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(name))
            .WithMetrics(metrics => metrics
                .AddMeter(Telemetry.Name)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddView("http.client.*", WithoutHost)
                .AddView("dns.*", WithoutHost)
                .AddPrometheusExporter());
        if (string.IsNullOrEmpty(builder.Configuration[Collector])) return;
        telemetry.WithMetrics(metrics => metrics.AddOtlpExporter()).WithTracing(traces => traces
            .AddSource(Telemetry.Name)
            .AddAspNetCoreInstrumentation(ConfigureRequests)
            .AddHttpClientInstrumentation()
            .AddProcessor(new TraceRedaction())
            .AddOtlpExporter());
    }

    public static void MapMetrics(this IEndpointRouteBuilder app)
    {
        var options = app.ServiceProvider.GetRequiredService<IOptions<MetricsOptions>>().Value;
        var access = new MetricsAccess(new AllowedNetworks(options.AllowedNetworks));
        app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous().DisableHttpMetrics().Add(endpoint =>
        {
            var scrape = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => access.Admits(context.Request) ? scrape(context) : NotFound(context);
        });
    }

    private static void ConfigureRequests(AspNetCoreTraceInstrumentationOptions requests)
    {
        requests.Filter = context => !ProgramPaths.IsQuiet(context);
        // Whether it is a file is known only after routing: such requests are then dropped.
        requests.EnrichWithHttpResponse = (activity, response) =>
        {
            if (response.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
                activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        };
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
