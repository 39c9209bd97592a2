using System.Text;
using System.Text.Json;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations;
using Opbx.Core.Integrations.Delivery;

namespace Opbx.Tests.Integrations;

public sealed class WebhookRendererTests
{
    private static WebhookRequest Render(Integration integration, EventFacts? happened = null, IntegrationSecrets? secrets = null) =>
        WebhookRenderer.Render(integration, secrets ?? Sample.Secrets, happened ?? Sample.Event(), Sample.Now);

    private static JsonElement Json(WebhookRequest request) => JsonDocument.Parse(request.Body!).RootElement;

    [Fact]
    public void Without_fields_the_payload_has_type_timestamp_and_every_value_of_the_trigger()
    {
        var json = Json(Render(Sample.Webhook()));
        Assert.Equal(["type", "timestamp", "data"], json.EnumerateObject().Select(p => p.Name));
        Assert.Equal("inboundCallAnswered", json.GetProperty("type").GetString());
        Assert.Equal("2026-11-21T07:00:00.000-05:00", json.GetProperty("timestamp").GetString());
        Assert.Equal(ValueCatalogue.For(Trigger.InboundCallAnswered).Select(ValueCatalogue.Spelling), json.GetProperty("data")
            .EnumerateObject().Select(p => p.Name));
        Assert.Equal("<callUuid>", json.GetProperty("data").GetProperty("callUuid").GetString());
    }

    [Fact]
    public void Mapped_fields_are_exactly_the_payload()
    {
        var request =
            Render(Sample.Webhook() with { Fields = [Sample.Field("id", "callUuid"), Sample.Constant("system", "opbx \"1\" é")] });
        Assert.Equal("""{"id":"<callUuid>","system":"opbx \"1\" é"}""", Encoding.UTF8.GetString(request.Body!));
        Assert.Equal("application/json; charset=utf-8", request.ContentType);
    }

    [Fact]
    public void A_get_keeps_the_addresss_query_and_has_no_body()
    {
        var request =
            Render(Sample.Webhook()
                with {
                Method = WebhookMethod.Get,
                Format = WebhookFormat.Query,
                Url = "https://crm.example/nps?source=opbx#top",
                Fields = [Sample.Field("score", "callUuid")]
            },
            Sample.Event(values: ("callUuid", "a b&c=d+é/?")));
        Assert.Equal("/nps?source=opbx&score=a%20b%26c%3Dd%2B%C3%A9%2F%3F", request.Url.PathAndQuery);
        Assert.Null(request.Body);
        Assert.Equal(HttpMethod.Get, request.Method);
    }

    [Fact]
    public void A_post_with_its_values_in_the_query_string_signs_the_query_string()
    {
        var request =
            Render(Sample.Webhook() with { Format = WebhookFormat.Query, Fields = [Sample.Constant("caller number", "a&b=c d")] });
        Assert.Equal("?caller%20number=a%26b%3Dc%20d", request.Url.Query);
        Assert.Empty(request.Body!);
        Assert.Null(request.ContentType);
        Assert.Equal(WebhookSignature.Sign([Sample.Secret], "msg_01", Sample.Now.ToUnixTimeSeconds(), "caller%20number=a%26b%3Dc%20d"u8),
            request.Header("webhook-signature"));
    }

    [Fact]
    public void A_json_payload_is_signed_as_it_is_sent()
    {
        var request = Render(Sample.Webhook());
        Assert.Equal("msg_01", request.Header("webhook-id"));
        Assert.Equal("1795262400", request.Header("webhook-timestamp"));
        Assert.Equal(WebhookSignature.Sign([Sample.Secret], "msg_01", 1795262400, request.Body), request.Header("webhook-signature"));
    }

    [Fact]
    public void Path_arguments_become_escaped_segments()
    {
        var request =
            Render(Sample.Webhook() with { Url = "http://h/base/", PathArguments = ["calls", "{callUuid}", "{name}", "a b/c?d"] },
                Sample.Event(values: ("name", "Ánna Bell")));
        Assert.Equal("/base/calls/%3CcallUuid%3E/%C3%81nna%20Bell/a%20b%2Fc%3Fd", request.Url.AbsolutePath);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public void A_value_cannot_leave_the_path(string value) =>
        Assert.Throws<RenderException>(
            () => Render(Sample.Webhook() with { PathArguments = ["{name}"] }, Sample.Event(values: ("name", value))));

    [Fact]
    public void An_address_that_grows_too_long_is_an_error_and_not_cut() =>
        Assert.Throws<RenderException>(
            () => Render(Sample.Webhook() with { Format = WebhookFormat.Query, Fields = [Sample.Constant("x", new string('x', 8000))] }));

    [Fact]
    public void Basic_authentication_is_utf8_and_masked_in_the_log()
    {
        var request =
            Render(Sample.Webhook() with { Auth = new WebhookAuth { Type = WebhookAuthType.Basic, Username = "crm" } },
                secrets: Sample.Secrets with { Password = "päss:wörd" });
        Assert.Equal("crm:päss:wörd",
            Encoding.UTF8.GetString(Convert.FromBase64String(request.Header("Authorization")!["Basic ".Length..])));
        Assert.Equal("Basic ***", MaskedRequest.From(request).Headers["Authorization"]);
    }

    [Fact]
    public void Tokens_and_secret_headers_are_masked_in_the_log()
    {
        var integration = Sample.Webhook()
            with {
            Auth = new WebhookAuth { Type = WebhookAuthType.Token },
            Headers = [new() { Name = "X-Source", Value = "opbx" }, new() { Name = "X-Key", Secret = true }]
        };
        var request =
            Render(integration, secrets: Sample.Secrets
                with { Token = "abc-123", Headers = new Dictionary<string, string> { ["x-key"] = "hidden" } });
        Assert.Equal(("Bearer abc-123", "opbx", "hidden"),
            (request.Header("Authorization"), request.Header("X-Source"), request.Header("X-Key")));
        var shown = JsonSerializer.Serialize(MaskedRequest.From(request));
        Assert.DoesNotContain("abc-123", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("abc-123", MaskedRequest.Mask("you said Bearer abc-123", request.Secrets), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_secret_is_a_reason_and_not_an_empty_header() =>
        Assert.Throws<RenderException>(() => Render(Sample.Webhook() with { Auth = new WebhookAuth { Type = WebhookAuthType.Token } }));

    [Theory]
    [InlineData(DeliveryKind.Live, null, null)]
    [InlineData(DeliveryKind.Resend, "1", null)]
    [InlineData(DeliveryKind.Backfill, null, "true")]
    [InlineData(DeliveryKind.Test, null, null)]
    public void Redeliveries_and_replays_are_marked(DeliveryKind kind, string? resend, string? backfill)
    {
        var request = Render(Sample.Webhook(), Sample.Event() with { Kind = kind });
        Assert.Equal((resend, backfill), (request.Header("opbx-resend"), request.Header("opbx-backfill")));
    }

    [Fact]
    public void All_values_in_a_query_string_are_the_same_pairs()
    {
        var query = Render(Sample.Webhook(Trigger.IvrOptionSelected) with { Format = WebhookFormat.Query },
            Sample.Event(Trigger.IvrOptionSelected, ("optionSelected", "0"))).Url.Query;
        Assert.StartsWith("?type=ivrOptionSelected&timestamp=", query, StringComparison.Ordinal);
        Assert.Contains("&optionSelected=0", query, StringComparison.Ordinal);
    }
}
