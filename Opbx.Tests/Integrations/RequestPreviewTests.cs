using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Integrations.Preview;
using Opbx.Core.Integrations.Templates;
using Opbx.Core.Permissions;
using Opbx.Core.Shared;

namespace Opbx.Tests.Integrations;

public sealed class RequestPreviewTests
{
    private static Actor Admin(Delivering all) => new(all.Catalogue.Organization, Role.Admin, "anna@acme.example", ActorSource.Portal);

    private static PreviewEvents Events(Delivering all) => new(all.Database, all.Catalogue, all.Ids, TimeProvider.System);

    [Fact]
    public void The_preview_is_what_the_renderer_delivers()
    {
        var webhook = Sample.Webhook(Trigger.CallEnded)
            with {
            PathArguments = ["calls", "{callUuid}"],
            Fields =
                [Sample.Field("who", "sourceNumber"), Sample.Constant("from", "opbx")]
        };
        var happened = Sample.Event(Trigger.CallEnded);
        var delivered = MaskedRequest.From(WebhookRenderer.Render(webhook, Sample.Secrets, happened, Sample.Now));
        var shown = RequestPreview.For(webhook, Sample.Secrets, happened, Sample.Now).Request!;
        Assert.Equal((delivered.Method, delivered.Url, delivered.Body), (shown.Method, shown.Url, shown.Body));
        Assert.Equal(delivered.Headers, shown.Headers);
    }

    [Fact]
    public void Typed_secrets_are_used_and_masked_also_in_the_curl_command()
    {
        var webhook = Sample.Webhook() with {
            Auth = new WebhookAuth { Type = WebhookAuthType.Token, Token = "very-secret-token" },
            Headers = [new WebhookHeader { Name = "X-Key", Value = "hidden-value", Secret = true },
                new WebhookHeader { Name = "X-Note", Value = "it's fine" }],
        };
        var curl = CurlCommand.From(RequestPreview.For(webhook, null, Sample.Event(), Sample.Now).Request!);
        Assert.DoesNotContain("very-secret-token", curl, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-value", curl, StringComparison.Ordinal);
        Assert.StartsWith("curl -X POST 'https://crm.example/hooks' \\\n  -H ", curl, StringComparison.Ordinal);
        Assert.Contains("-H 'Authorization: Bearer ***'", curl, StringComparison.Ordinal);
        Assert.Contains(@"-H 'X-Note: it'\''s fine'", curl, StringComparison.Ordinal);
        Assert.Contains("--data-raw '{\"type\":\"inboundCallAnswered\"", curl, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_sent_is_said_in_a_sentence()
    {
        Assert.StartsWith(
            RequestPreview.Anywhere, RequestPreview.For(Sample.Webhook() with { Url = "" }, null, Sample.Event(), Sample.Now).Request!.Url,
            StringComparison.Ordinal);
        Assert.Contains(
            "begins with https://", RequestPreview.For(Sample.Webhook() with { Url = "ftp://x" }, null, Sample.Event(), Sample.Now).Problem,
            StringComparison.Ordinal);
        Assert.Contains("token is missing",
            RequestPreview.For(Sample.Webhook() with { Auth = new WebhookAuth { Type = WebhookAuthType.Token } }, null, Sample.Event(),
                Sample.Now).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_real_event_that_passes_the_filter_is_shown_else_a_sample()
    {
        await using var all = await Delivering.CreateAsync();
        var sample = await Events(all).FindAsync(Admin(all), all.Catalogue.Pbx, Trigger.IvrOptionSelected, null, CancellationToken.None);
        Assert.Null(sample.HappenedAt);
        Assert.Equal("Main menu", sample.Facts[ValueName.IvrName]);
        await all.OccurAsync("first", Trigger.IvrOptionSelected, new EventScope { Menus = ["Score"] });
        await Task.Delay(3);
        await all.OccurAsync("second", Trigger.IvrOptionSelected, new EventScope { Menus = ["Main menu"] });
        var last = await Events(all).FindAsync(Admin(all), all.Catalogue.Pbx, Trigger.IvrOptionSelected, null, CancellationToken.None);
        Assert.Equal("second", last.Facts[ValueName.CallUuid]);
        Assert.NotNull(last.HappenedAt);
        var passing =
            await Events(all)
            .FindAsync(Admin(all), all.Catalogue.Pbx, Trigger.IvrOptionSelected, new WebhookFilter { Menus = ["Score"] },
                CancellationToken.None);
        Assert.Equal("first", passing.Facts[ValueName.CallUuid]);
        var stranger =
            await Events(all)
            .FindAsync(Admin(all) with { OrganizationId = Guid.NewGuid() }, all.Catalogue.Pbx, Trigger.IvrOptionSelected, null,
                CancellationToken.None);
        Assert.Null(stranger.HappenedAt);
    }

    [Fact]
    public void Every_template_is_complete_but_for_the_address()
    {
        Assert.All(IntegrationTemplates.All, template =>
        {
            var errors = new FieldErrors();
            IntegrationRules.Check(template.Definition
                with {
                Url = "https://crm.example/",
                Auth = template.Definition.Auth
                    with { Username = template.Definition.Auth.Type == WebhookAuthType.Basic ? "opbx" : null }
            }, template.OfAccount, "",
                    errors);
            Assert.True(errors.IsEmpty, $"{template.Title}: {string.Join(' ', errors.ByPointer.Select(e => e.Key + e.Value[0]))}");
        });
        Assert.Equal(["NPS score", "CRM screen pop", "Chat message on missed call", "Billing feed"],
            IntegrationTemplates.For(account: false).Select(t => t.Title));
    }

    [Fact]
    public void A_text_is_filled_with_values()
    {
        var webhook = Sample.Webhook(Trigger.CallMissed)
            with { Fields = [new WebhookField { Key = "text", Value = FieldValue.OfText("Missed {sourceNumber}, {nothing} {1}") }] };
        var request =
            WebhookRenderer.Render(webhook, Sample.Secrets, Sample.Event(Trigger.CallMissed, ("sourceNumber", "+12025550143")), Sample.Now);
        Assert.Equal("""{"text":"Missed +12025550143,  {1}"}""", System.Text.Encoding.UTF8.GetString(request.Body!));
        var errors = new FieldErrors();
        IntegrationRules.Check(webhook, false, "", errors);
        Assert.Contains("\"nothing\"", Assert.Single(errors.ByPointer["/fields/0/value"]), StringComparison.Ordinal);
    }
}
