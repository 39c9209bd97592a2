using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Document.Integrations;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Opbx.Tests.Hosting;

/// <summary>What a running portal tells about itself, as those who read it see it.</summary>
public sealed partial class TelemetryTests : IAsyncLifetime
{
    private const string Token = "plantedsession0123456789";
    private const string Number = "+12025550187";
    private const string Secret = "PlantedSecret0123456789abcdefghi";
    private Receiver _collector = default!;
    private TestPortal _portal = default!;
    private string _path = "";
    private string _key = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _collector = new Receiver(Receiver.Status(200));
        _portal = await TestPortal.StartAsync(PortalSetup.Production
            .With("OTEL_EXPORTER_OTLP_ENDPOINT", new Uri(_collector.Url).GetLeftPart(UriPartial.Authority))
            .With("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        (_path, _key) = await _portal.EndpointAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _collector.DisposeAsync();
    }

    [Fact]
    public async Task Metrics_count_a_call_and_name_nobody()
    {
        await CallAsync();

        var text = await MetricsAsync("opbx_projection_lag_seconds_count");
        string[] wanted =
        [
            """opbx_voice_answer_duration_seconds_count\{.*stage="first".*\} [1-9]""",
            """opbx_voice_answer_duration_seconds_count\{.*stage="unknown".*\} [1-9]""",
            """opbx_inbox_messages_total\{.*result="accepted".*source="session".*\} [1-9]""",
            """opbx_inbox_messages_total\{.*result="duplicate".*source="session".*\} [1-9]""",
            """opbx_inbox_messages_total\{.*result="refused".*source="cdr".*\} [1-9]""",
            """opbx_commit_wait_seconds_count\{.*\} [1-9]""",
            """opbx_projection_lag_seconds_count\{.*\} [1-9]""",
            """opbx_deliveries_waiting\{.*\} \d""",
            """http_server_request_duration_seconds_count\{.*http_route="/hooks/\{path\}/voice".*\} [1-9]""",
        ];
        foreach (var pattern in wanted) Assert.Matches(pattern, text);
        foreach (var planted in Planted) Assert.DoesNotContain(planted, text, StringComparison.Ordinal);
        // The libraries add the identity of the process.
        Assert.DoesNotMatch(Identity(), Instance().Replace(text, ""));
    }

    [Fact]
    public async Task Metrics_count_synchronizations_and_deliveries()
    {
        var integration = new Integration { Name = "Customer system", Trigger = [Trigger.InboundCallReceived], Url = _collector.Url };
        await using var portal = await TestPortal.StartAsync(PortalSetup.Development.WithOwner("Acme").WithLocalReceivers()
            .Seeded(SeededCompany.Document with { Integrations = [integration] }).Paired());
        var (path, key) = await portal.EndpointAsync();
        using var client = portal.Client(key);
        var call = new { Session = Token, From = Number, To = "+12125550100", Direction = "inbound" };
        using (await client.PostAsJsonAsync($"/hooks/{path}/voice", call, JsonSerializerOptions.Default, Cancel)) { }

        await MetricsAsync(portal, "opbx_delivery_attempts_total");
        var text = await MetricsAsync(portal, "opbx_sync_runs_total");
        Assert.Matches("""opbx_sync_runs_total\{.*result="ok".*\} [1-9]""", text);
        Assert.Matches("""opbx_delivery_attempts_total\{.*\} [1-9]""", text);
        Assert.DoesNotContain("Customer system", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_do_not_exist_for_what_a_proxy_passes_on()
    {
        using var client = _portal.Client(key: null);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.5");
        using var answer = await client.GetAsync("/metrics", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("opbx_", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Traces_carry_the_session_token_and_no_key()
    {
        await CallAsync();
        string[] others =
        [
            "/healthz/ready", "/app.css", $"/invitation?token={Secret}", $"/hooks/audio/{Secret}", $"/hooks/inspect/{Secret}/in",
            $"/prompt-audio/{Guid.Empty}/{Secret}.wav", $"/{Secret}",
        ];
        using (var client = _portal.Client(key: null))
            foreach (var path in others)
                using (await client.GetAsync(path, Cancel)) { }

        Assert.True(_portal.Services.GetRequiredService<TracerProvider>().ForceFlush());
        // Its reader of /metrics has nothing to flush and says so.
        _portal.Services.GetRequiredService<MeterProvider>().ForceFlush();
        var traces = Received("traces");
        string[] routes = ["POST /hooks/{path}/voice", "POST /hooks/{path}/session", "GET /prompt-audio/{pbx:guid}/{file}"];
        foreach (var route in routes) Assert.Contains(route, traces, StringComparison.Ordinal);
        // Two requests of the call and two messages about it.
        Assert.Equal(4, traces.Split("opbx.session_token").Length - 1);
        Assert.Equal(4, traces.Split(Token).Length - 1);
        string[] unwanted = [.. Planted.Where(p => p != Token), "/healthz", "app.css", "url.path", "url.query", "url.full"];
        foreach (var text in unwanted) Assert.DoesNotContain(text, traces, StringComparison.Ordinal);

        var metrics = Received("metrics");
        Assert.Contains("opbx.voice.answer.duration", metrics, StringComparison.Ordinal);
        foreach (var planted in Planted) Assert.DoesNotContain(planted, metrics, StringComparison.Ordinal);
    }

    /// <summary>Everything the collector has so far of <c>traces</c> or <c>metrics</c>; what is plain text within it can be read.</summary>
    private string Received(string signal) =>
        string.Concat(_collector.All.Where(r => r.Line.Contains($"/v1/{signal} ", StringComparison.Ordinal)).Select(r => r.Body));

    private IEnumerable<string> Planted => [Token, Number, Number[1..], Secret, _path, _key, TestPortal.OwnerKey];

    /// <summary>A call that comes in, comes back with a state that is not ours, and tells of itself twice.</summary>
    private async Task CallAsync()
    {
        var call = new { Session = Token, From = Number, To = Number, Direction = "inbound", CallerName = Secret };
        await PostAsync("voice", call, HttpStatusCode.OK);
        await PostAsync($"voice?opbx={Secret}", call, HttpStatusCode.OK);
        var update = new { eventId = Secret, session = new { token = Token, callerId = Number, destination = Number, status = "ringing" } };
        await PostAsync("session", update, HttpStatusCode.OK);
        await PostAsync("session", update, HttpStatusCode.OK);
        await PostAsync("cdr", new { nothing = Secret }, HttpStatusCode.UnprocessableEntity);
    }

    private async Task PostAsync(string endpoint, object body, HttpStatusCode status)
    {
        using var client = _portal.Client(_key);
        using var answer = await client.PostAsJsonAsync($"/hooks/{_path}/{endpoint}", body, JsonSerializerOptions.Default, Cancel);
        Assert.Equal(status, answer.StatusCode);
    }

    /// <summary>The metrics, once they tell of this; they are made anew only now and then.</summary>
    private Task<string> MetricsAsync(string name) => MetricsAsync(_portal, name);

    private static async Task<string> MetricsAsync(TestPortal portal, string name)
    {
        using var client = portal.Client(key: null);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            var text = await client.GetStringAsync("/metrics", patience.Token);
            if (text.Contains(name, StringComparison.Ordinal)) return text;
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}", RegexOptions.None, 1000)]
    private static partial Regex Identity();

    [GeneratedRegex("service_instance_id=\"[^\"]+\"", RegexOptions.None, 1000)]
    private static partial Regex Instance();
}
