using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Integrations.Inspection;
using Opbx.Core.Permissions;
using Opbx.Core.Shared;

namespace Opbx.Tests.Integrations;

public sealed class InspectorTests
{
    private readonly FakeCatalogue _catalogue = new();
    private readonly PublicAddress _address = new(Options.Create(new PortalOptions { PublicUrl = "https://pbx.example" }));
    private readonly FakeTimeProvider _clock = new(Sample.Now);
    private readonly Inspectors _inspectors;
    private readonly InspectorReceiver _door;

    public InspectorTests()
    {
        _inspectors = new Inspectors(_address, _clock);
        _door = new InspectorReceiver(_inspectors, new SignatureCheck(_catalogue, _clock), _address, _clock);
    }

    private Actor Anna => new(_catalogue.Organization, Role.Admin, "anna@acme.example", ActorSource.Portal);

    private WebhookRequest Render(Integration webhook) =>
        WebhookRenderer.Render(webhook, Sample.Secrets with { Token = "a-token-1234" }, Sample.Event(Trigger.CallEnded),
            _clock.GetUtcNow());

    [Fact]
    public void A_delivery_to_an_own_address_is_handed_over_and_its_signature_is_judged()
    {
        var inspector = _inspectors.Open(Anna).Value!;
        _catalogue.Add(Sample.Webhook(Trigger.CallEnded));
        var webhook = Sample.Webhook(Trigger.CallEnded)
            with {
            Url = _inspectors.AddressOf(inspector),
            PathArguments = ["{callUuid}"],
            Auth = new WebhookAuth { Type = WebhookAuthType.Token }
        };
        Assert.Equal((Outcome.Ok, 200),
            (_door.TryTake(Render(webhook))!.Outcome, _door.TryTake(Render(webhook with { Method = WebhookMethod.Get }))!.Status));
        var (get, post) = (inspector.Requests[0], inspector.Requests[1]);
        Assert.Equal(("POST", "/%3CcallUuid%3E", "", true), (post.Method, post.Path, post.Query, post.Ours));
        Assert.StartsWith("{\"type\":\"callEnded\"", post.Body, StringComparison.Ordinal);
        Assert.Contains(KeyValuePair.Create("Authorization", "Bearer ***"), post.Headers);
        Assert.Equal(("GET", ""), (get.Method, get.Body));
        Assert.StartsWith("type=callEnded&", get.Query, StringComparison.Ordinal);
        Assert.All(inspector.Requests, r => Assert.Equal(new SignatureVerdict(SignatureFinding.Valid, "CRM"), r.Signature));
    }

    [Fact]
    public void Only_addresses_that_were_handed_out_receive_requests()
    {
        var key = _inspectors.Open(Anna).Value!.Key;
        string[] others =
        [
            $"http://pbx.example/hooks/inspect/{key}", $"https://pbx.example:444/hooks/inspect/{key}",
                $"https://pbx.example.evil.example/hooks/inspect/{key}",
            $"https://evil.example/hooks/inspect/{key}", $"https://pbx.example/hooks/inspect/../{key}",
                "https://pbx.example/hooks/inspect/../../api/v1/users", "https://pbx.example/", $"https://pbx.example/HOOKS/inspect/{key}",
        ];
        Assert.All(others, url => Assert.Null(_door.TryTake(Render(Sample.Webhook(Trigger.CallEnded) with { Url = url }))));
        string[] ended =
            ["https://pbx.example/hooks/inspect/", "https://pbx.example/hooks/inspect/0123456789abcdef0123456789abcdef",
                $"https://pbx.example/hooks/inspect/{key}x"];
        Assert.All(ended,
            url => Assert.Equal((Outcome.Http4xx, 404),
                (_door.TryTake(Render(Sample.Webhook(Trigger.CallEnded) with { Url = url }))!.Outcome,
                    _door.TryTake(Render(Sample.Webhook(Trigger.CallEnded) with { Url = url }))!.Status)));
    }

    [Fact]
    public void What_is_kept_is_bounded_and_ends()
    {
        var inspector = _inspectors.Open(Anna).Value!;
        for (var i = 0; i < 60; i++)
        {
            Assert.Equal(200, _door.Receive(inspector.Key, Arrived("x")));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal((60, InspectorInbox.MostKept, 60), (inspector.Count, inspector.Requests.Count, inspector.Requests[0].Number));
        for (var i = 0; i < 20; i++) Assert.Equal(200, _door.Receive(inspector.Key, Arrived(new string('x', 100_000))));
        Assert.Equal(429, _door.Receive(inspector.Key, Arrived("x")));
        Assert.InRange(inspector.Requests.Count, 1, 10);
        Assert.Equal((InspectorReceiver.KeptBody, 100_000), (inspector.Requests[0].Body.Length, inspector.Requests[0].BodyBytes));
        _clock.Advance(Inspectors.Lifetime);
        Assert.Equal(404, _door.Receive(inspector.Key, Arrived("x")));
        Assert.Null(_inspectors.For(Anna));
    }

    [Fact]
    public void Each_person_has_one_and_others_neither_see_nor_replace_it()
    {
        var first = _inspectors.Open(Anna).Value!;
        var bens = _inspectors.Open(Anna with { Name = "ben@acme.example" }).Value!;
        var second = _inspectors.Open(Anna).Value!;
        Assert.Equal((second, bens), (_inspectors.For(Anna)!, _inspectors.For(Anna with { Name = "ben@acme.example" })!));
        Assert.Equal(404, _door.Receive(first.Key, Arrived("x")));
        Assert.Equal(FailureKind.Forbidden, _inspectors.Open(Anna with { Role = Role.Reporter }).Failure!.Kind);
    }

    [Fact]
    public void A_wrong_an_old_and_a_missing_signature_are_told_apart()
    {
        var inspector = _inspectors.Open(Anna).Value!;
        _catalogue.Add(Sample.Webhook());
        SignatureFinding Judge(long at, string secret, string body)
        {
            var signature = WebhookSignature.Sign([secret], "msg_1", at, Encoding.UTF8.GetBytes("body"));
            _door.Receive(inspector.Key,
                Arrived(body, ("webhook-id", "msg_1"), ("webhook-timestamp", $"{at}"), ("webhook-signature", signature)));
            return inspector.Requests[0].Signature.Finding;
        }
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(SignatureFinding.Valid, Judge(now, Sample.Secret, "body"));
        Assert.Equal(SignatureFinding.Old, Judge(now - 301, Sample.Secret, "body"));
        Assert.Equal(SignatureFinding.Wrong, Judge(now, Sample.Secret, "bodx"));
        Assert.Equal(SignatureFinding.Wrong, Judge(now, SigningSecret.Create(), "body"));
        _door.Receive(inspector.Key, Arrived("body"));
        Assert.Equal(SignatureFinding.Missing, inspector.Requests[0].Signature.Finding);
    }

    [Fact]
    public void Only_the_first_signatures_are_looked_at_and_a_damaged_secret_judges_nothing()
    {
        var inspector = _inspectors.Open(Anna).Value!;
        _catalogue.Add(Sample.Webhook());
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        var right = WebhookSignature.Sign([Sample.Secret], "msg_1", now, "body"u8);
        SignatureFinding Judge(int wrongOnes)
        {
            var signatures = string.Join(' ', Enumerable.Repeat("v1,AAAA", wrongOnes).Append(right));
            Assert.Equal(200,
                _door.Receive(inspector.Key,
                    Arrived("body", ("webhook-id", "msg_1"), ("webhook-timestamp", $"{now}"), ("webhook-signature", signatures))));
            return inspector.Requests[0].Signature.Finding;
        }
        Assert.Equal((SignatureFinding.Valid, SignatureFinding.Wrong), (Judge(9), Judge(10)));
        _catalogue.Kept = Sample.Secrets with { Signing = ["whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] };
        Assert.Equal(SignatureFinding.Wrong, Judge(0));
    }

    private static ArrivedRequest Arrived(string body, params IEnumerable<(string Name, string Value)> headers) =>
        new("POST", "", "", [.. headers.Select(h => KeyValuePair.Create(h.Name, h.Value))], Encoding.UTF8.GetBytes(body));
}
