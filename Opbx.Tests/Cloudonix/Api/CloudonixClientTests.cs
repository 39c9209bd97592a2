using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Shared;
using static Opbx.Tests.Cloudonix.Api.CloudonixWire;

namespace Opbx.Tests.Cloudonix.Api;

/// <summary>What the client of Cloudonix sends and makes of answers.</summary>
public sealed class CloudonixClientTests : IDisposable
{
    private const string AcmeJson = """{"id":7,"uuid":"u-1","domain":"acme.cloudonix.net","defaultApplication":4526}""";

    private readonly CloudonixWire _wire = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
    private ICloudonixApi Api => _wire.Api;

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task Every_method_has_its_path_and_the_key_as_bearer()
    {
        _wire.Answer(200, """{"token":"t"}""");
        await Api.GetDomainAsync(Domain, Cancel);
        await Api.UpdateDomainAsync(Domain, new DomainUpdate(1), Cancel);
        await Api.PatchDomainAsync(Domain, new DomainPatch([]), Cancel);
        await Api.ListApplicationsAsync(Domain, Cancel);
        await Api.CreateApplicationAsync(Domain, new NewVoiceApplication("a", "https://pbx.example"), Cancel);
        await Api.PatchApplicationAsync(Domain, 2, new VoiceApplicationPatch("https://pbx.example"), Cancel);
        await Api.DeleteApplicationAsync(Domain, 2, Cancel);
        await Api.ListSubscribersAsync(Domain, Cancel);
        await Api.CreateSubscriberAsync(Domain, new NewSubscriber("1004", new Secret("pw")), Cancel);
        await Api.UpdateSubscriberAsync(Domain, 3, new SubscriberUpdate("1005"), Cancel);
        await Api.DeleteSubscriberAsync(Domain, 3, Cancel);
        await Api.GetSessionAsync(Domain, "t", Cancel);
        await Api.EndSessionAsync(Domain, "t", Cancel);
        await Api.StartCallAsync(Domain, new NewCall("1004", "1", "<Response/>", 30), Cancel);
        await Api.SwitchApplicationAsync(Domain, "t", new ApplicationSwitch("<Response/>"), Cancel);

        const string Acme = $"/customers/self/domains/{Domain}";
        Assert.Equal(
            [
                $"GET {Acme}", $"PUT {Acme}", $"PATCH {Acme}",
                $"GET {Acme}/applications", $"POST {Acme}/applications", $"PATCH {Acme}/applications/2", $"DELETE {Acme}/applications/2",
                $"GET {Acme}/subscribers", $"POST {Acme}/subscribers", $"PUT {Acme}/subscribers/3", $"DELETE {Acme}/subscribers/3",
                $"GET {Acme}/sessions/t", $"DELETE {Acme}/sessions/t",
                $"POST /calls/{Domain}/application", $"POST /calls/{Domain}/sessions/t/application",
            ],
            _wire.Requests);
        Assert.All(_wire.Header("Authorization"), value => Assert.Equal($"Bearer {Key}", value));
        Assert.All(_wire.Header("Accept"), value => Assert.Equal("application/json", value));
    }

    [Theory]
    [InlineData("/sandbox/api")]
    [InlineData("/sandbox/api/")]
    public async Task A_base_address_keeps_its_path(string basePath)
    {
        using var wire = new CloudonixWire(basePath);
        wire.Answer(200, AcmeJson);
        Assert.True((await wire.Api.GetDomainAsync(Domain, Cancel).OutcomeAsync()).Ok);
        Assert.Equal([$"GET /sandbox/api/customers/self/domains/{Domain}"], wire.Requests);
    }

    [Fact]
    public async Task Path_arguments_are_escaped()
    {
        _wire.Answer(200, "{}");
        await Api.GetSessionAsync("a/b?c#d", "+44 20/1%2F&é", Cancel);
        Assert.Equal(["GET /customers/self/domains/a%2Fb%3Fc%23d/sessions/%2B44%2020%2F1%252F%26%C3%A9"], _wire.Requests);
    }

    [Fact]
    public async Task Bodies_are_JSON_of_known_length_without_what_stays()
    {
        _wire.Answer(200);
        await Api.UpdateSubscriberAsync(Domain, 3, new SubscriberUpdate(SipPassword: new Secret("s3cret")), Cancel);
        await Api.CreateSubscriberAsync(Domain, new NewSubscriber("1004", new Secret("pw")), Cancel);
        Assert.Equal("""{"sipPassword":"s3cret"}""", _wire.Body());
        Assert.Equal("""{"msisdn":"1004","sipPassword":"pw","active":true,"profile":{}}""", _wire.Body(1));
        Assert.All(_wire.Header("Content-Type"), value => Assert.Equal("application/json", value));
        Assert.Equal([24, 63], _wire.Lengths);
    }

    [Fact]
    public async Task A_null_setting_is_written_because_it_removes_one()
    {
        _wire.Answer(200);
        await Api.PatchDomainAsync(Domain, new DomainPatch(new() { ["cdr-endpoint"] = null }), Cancel);
        Assert.Equal("""{"profile":{"cdr-endpoint":null}}""", _wire.Body());
    }

    [Theory]
    [InlineData(AcmeJson)]
    [InlineData($"[{AcmeJson}]")]
    [InlineData("""{"id":"7","uuid":"u-1","domain":"acme.cloudonix.net","defaultApplication":"4526","later":{"x":[1]}}""")]
    public async Task An_object_is_read_in_every_known_form(string body)
    {
        _wire.Answer(200, body);
        var domain = (await Api.GetDomainAsync(Domain, Cancel).OutcomeAsync()).Value!;
        Assert.Equal((7, "u-1", Domain, 4526), (domain.Id, domain.Uuid, domain.Name, domain.DefaultApplication));
    }

    [Theory]
    [InlineData("""[{"id":1,"msisdn":"1001"},{"id":2,"msisdn":"1002"}]""")]
    [InlineData("""{"count":2,"subscribers":[{"id":"1","msisdn":"1001"},{"id":2,"msisdn":"1002"}]}""")]
    [InlineData("""[{"id":1,"msisdn":"1001"},null,7,{"id":"x"},{"id":2,"msisdn":"1002"}]""")]
    public async Task A_list_is_read_in_every_known_form_without_what_is_damaged(string body)
    {
        _wire.Answer(200, body);
        var list = (await Api.ListSubscribersAsync(Domain, Cancel).OutcomeAsync()).Value!;
        Assert.Equal([(1L, "1001"), (2L, "1002")], list.Select(s => (s.Id, s.Msisdn)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("""{"id":7""")]
    [InlineData("""{"id":"seven"}""")]
    [InlineData("<html>maintenance</html>")]
    public async Task A_damaged_answer_is_unreadable(string body)
    {
        _wire.Answer(200, body);
        Assert.Equal(CloudonixErrorKind.Unreadable, (await Api.GetDomainAsync(Domain, Cancel).OutcomeAsync()).Error!.Kind);
        Assert.Single(_wire.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("""{"count":0}""")]
    [InlineData("[{]")]
    public async Task A_damaged_list_is_unreadable(string body)
    {
        _wire.Answer(200, body);
        Assert.Equal(CloudonixErrorKind.Unreadable, (await Api.ListApplicationsAsync(Domain, Cancel).OutcomeAsync()).Error!.Kind);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"token":""}""")]
    [InlineData("""{"token":null}""")]
    public async Task A_started_call_without_a_token_is_unreadable(string body)
    {
        _wire.Answer(200, body);
        var started = await Api.StartCallAsync(Domain, new NewCall("1004", "1", "<Response/>", 30), Cancel).OutcomeAsync();
        Assert.Equal(CloudonixErrorKind.Unreadable, started.Error!.Kind);
    }

    [Theory]
    [InlineData(200, "OK")]
    [InlineData(201, "")]
    [InlineData(202, "{")]
    [InlineData(204, "")]
    public async Task The_body_of_a_successful_write_does_not_matter(int status, string body)
    {
        _wire.Answer(status, body, "text/plain");
        Assert.True((await Api.CreateSubscriberAsync(Domain, new NewSubscriber("1004", new Secret("pw")), Cancel).OutcomeAsync()).Ok);
    }

    [Fact]
    public async Task What_is_missing_makes_an_empty_list_and_a_done_deletion()
    {
        _wire.Answer(404, """{"message":"No subscribers found"}""");
        Assert.Empty((await Api.ListSubscribersAsync(Domain, Cancel).OutcomeAsync()).Value!);
        Assert.True((await Api.DeleteSubscriberAsync(Domain, 3, Cancel).OutcomeAsync()).Ok);
        var updated = await Api.UpdateSubscriberAsync(Domain, 3, new SubscriberUpdate("1"), Cancel).OutcomeAsync();
        Assert.Equal(CloudonixErrorKind.NotFound, updated.Error!.Kind);
        Assert.Equal(CloudonixErrorKind.NotFound, (await Api.GetDomainAsync(Domain, Cancel).OutcomeAsync()).Error!.Kind);
    }

    [Theory]
    [InlineData(302, CloudonixErrorKind.Unreadable)]
    [InlineData(400, CloudonixErrorKind.Rejected)]
    [InlineData(401, CloudonixErrorKind.NotAuthorised)]
    [InlineData(403, CloudonixErrorKind.NotAuthorised)]
    [InlineData(404, CloudonixErrorKind.NotFound)]
    [InlineData(408, CloudonixErrorKind.TimedOut)]
    [InlineData(409, CloudonixErrorKind.Rejected)]
    [InlineData(429, CloudonixErrorKind.RateLimited)]
    [InlineData(500, CloudonixErrorKind.Unavailable)]
    [InlineData(503, CloudonixErrorKind.Unavailable)]
    internal async Task Every_status_has_its_category(int status, CloudonixErrorKind kind)
    {
        _wire.Answer(status, """{"status":false,"message":"because"}""");
        var read = (await Api.GetDomainAsync(Domain, Cancel).OutcomeAsync()).Error!;
        var written = (await Api.UpdateDomainAsync(Domain, new DomainUpdate(1), Cancel).OutcomeAsync()).Error!;
        Assert.Equal((kind, "because"), (read.Kind, read.Detail));
        Assert.Equal(read, written);
    }

    [Theory]
    [InlineData("""{"message":"no\nsuch\tfield"}""", "no such field")]
    [InlineData("""{"status":false,"error":"wrong type"}""", "wrong type")]
    [InlineData("""{"message":"key xi0123456789abcdef0123456789abcdef is known"}""", "key *** is known")]
    [InlineData("""{"message":17}""", "")]
    [InlineData("""["message"]""", "")]
    [InlineData("<h1>400</h1>", "")]
    [InlineData("", "")]
    public async Task The_reason_of_a_refusal_is_one_line_without_the_key(string body, string reason)
    {
        _wire.Answer(400, body);
        Assert.Equal(reason, (await Api.UpdateDomainAsync(Domain, new DomainUpdate(1), Cancel).OutcomeAsync()).Error!.Detail);
    }

    [Fact]
    public async Task A_long_reason_is_shortened()
    {
        _wire.Answer(400, $$"""{"message":"{{new string('x', 5000)}}"}""");
        Assert.Equal(200, (await Api.GetDomainAsync(Domain, Cancel).OutcomeAsync()).Error!.Detail.Length);
    }

    [Fact]
    public async Task The_key_is_never_logged()
    {
        _wire.Answer(500, $$"""{"message":"{{Key}}"}""");
        await Api.GetDomainAsync(Domain, Cancel);
        await Api.UpdateDomainAsync(Domain, new DomainUpdate(1), Cancel);
        _wire.Server.Stop();
        await Api.GetDomainAsync(Domain, Cancel);
        Assert.Contains("500", _wire.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, _wire.Log.Text, StringComparison.OrdinalIgnoreCase);
    }
}
