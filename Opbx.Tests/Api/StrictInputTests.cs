using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Opbx.Core.Document;
using Opbx.Portal.Api;

namespace Opbx.Tests.Api;

/// <summary>Input that is wrong is refused where it is wrong, and does nothing.</summary>
public sealed class StrictInputTests(TestPortal portal) : IClassFixture<TestPortal>
{
    [Theory]
    [InlineData("extensions", """{"type":"user","number":"","name":"A"}""", "/number")]
    [InlineData("extensions", """{"type":"user","number":"1801","name":"  "}""", "/name")]
    [InlineData("extensions", """{"type":"customLogic","number":"1802","name":"Program","url":""}""", "/url")]
    [InlineData("extensions", """{"type":"forward","number":"1803","name":"Away","forwardTo":{"type":"external","number":""}}""",
        "/forwardTo/number")]
    [InlineData("extensions",
        """{"type":"forward","number":"1804","name":"Away","forwardTo":{"type":"external","number":"+12025550143","sip":"sip:a@b.example"}}""", "/forwardTo")]
    [InlineData("phone-numbers", """{"number":"","name":"None","destination":{"type":"hangup"}}""", "/number")]
    [InlineData("blocked-callers", """{"match":"prefix","pattern":""}""", "/pattern")]
    [InlineData("phone-numbers", """{"number":"+12125550803","destination":{"type":"announcement","prompt":{"play":""}}}""",
        "/destination/prompt/play")]
    [InlineData("phone-numbers", """{"number":"+12125550801","destination":{"type":"announcement","prompt":{"say":"  "}}}""",
        "/destination/prompt/say")]
    [InlineData("phone-numbers",
        """{"number":"+12125550802","destination":{"type":"announcement","prompt":{"play":"http://audio.example/a.mp3"}}}""",
        "/destination/prompt/play")]
    [InlineData("conference-rooms", """{"name":" Trimmed"}""", "/name")]
    [InlineData("conference-rooms", """{"name":"Secret","pin":""}""", "/pin")]
    public async Task Texts_that_say_nothing_are_refused(string collection, string body, string pointer)
    {
        using var owner = portal.Client();
        var (status, problem) =
            await owner.SendAsync(HttpMethod.Post, $"/api/v1/pbxs/{await PbxAsync(owner)}/{collection}", JsonNode.Parse(body));
        Assert.Equal(422, status);
        Assert.True(problem!["errors"]!.AsObject().ContainsKey(pointer), problem.ToJsonString());
    }

    [Theory]
    [InlineData("""{"timeZone":"Eastern Standard Time"}""", "/timeZone")]
    [InlineData("""{"country":"XX"}""", "/country")]
    [InlineData("""{"country":""}""", "/country")]
    [InlineData("""{"ringTimeout":4}""", "/ringTimeout")]
    [InlineData("""{"featureCodes":{"pickup":""}}""", "/featureCodes/pickup")]
    [InlineData("""{"featureCodes":{"pickup":"*97"}}""", "/featureCodes")]
    public async Task Settings_are_refused_at_the_member_that_was_sent(string body, string pointer)
    {
        using var owner = portal.Client();
        var (status, problem) = await owner.SendAsync(HttpMethod.Patch, $"/api/v1/pbxs/{await PbxAsync(owner)}", JsonNode.Parse(body));
        Assert.Equal((422, pointer), (status, problem!["errors"]!.AsObject().Single().Key));
    }

    [Theory]
    [InlineData("True", 200)]
    [InlineData("true", 200)]
    [InlineData("yes", 422)]
    [InlineData("1", 422)]
    [InlineData("", 422)]
    public async Task A_dry_run_never_changes_anything(string says, int expected)
    {
        using var owner = portal.Client();
        var at = $"/api/v1/pbxs/{await PbxAsync(owner)}/configuration";
        var document = (await owner.SendAsync(HttpMethod.Get, at)).Body!;
        document["conferenceRooms"] = new JsonArray(new JsonObject { ["name"] = "Imagined" });
        Assert.Equal(expected, (await owner.SendAsync(HttpMethod.Put, $"{at}?dryRun={says}", document)).Status);
        Assert.DoesNotContain("Imagined", (await owner.SendAsync(HttpMethod.Get, at)).Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc", true)]
    [InlineData("", true)]
    [InlineData("\"somebody-else-1\"", true)]
    [InlineData("*", false)]
    [InlineData(null, false)]
    public void An_etag_that_cannot_be_read_matches_nothing(string? tag, bool stale)
    {
        var request = new DefaultHttpContext().Request;
        if (tag is not null) request.Headers.IfMatch = tag;
        Assert.Equal(stale, ETags.Expected(request, new ObjectInfo(Guid.NewGuid(), 1, default, default)).Failure is not null);
    }

    [Theory]
    [InlineData("findings?limit=0")]
    [InlineData("findings?cursor=zzz")]
    [InlineData("calls/live?limit=0")]
    [InlineData("calls/live?cursor=zzz")]
    public async Task Every_list_reads_its_part(string list)
    {
        using var owner = portal.Client();
        Assert.Equal(422, (await owner.SendAsync(HttpMethod.Get, $"/api/v1/pbxs/{await PbxAsync(owner)}/{list}")).Status);
    }

    [Fact]
    public async Task Who_may_only_look_sees_no_pins_and_no_document()
    {
        using var owner = portal.Client();
        var pbx = await PbxAsync(owner);
        await owner.SendAsync(HttpMethod.Post, $"/api/v1/pbxs/{pbx}/conference-rooms", new { name = "Private", pin = "4711" });
        foreach (var role in new[] { "Supervisor", "Reporter" })
        {
            using var reader = portal.Client(await portal.KeyAsync(role, TestContext.Current.CancellationToken));
            foreach (var path in new[] { "conference-rooms", "conference-rooms/Private" })
            {
                var (status, body) = await reader.SendAsync(HttpMethod.Get, $"/api/v1/pbxs/{pbx}/{path}");
                Assert.Equal(200, status);
                Assert.DoesNotContain("4711", body!.ToJsonString(), StringComparison.Ordinal);
            }
            Assert.Equal(403, (await reader.SendAsync(HttpMethod.Get, $"/api/v1/pbxs/{pbx}/configuration")).Status);
        }
    }

    [Fact]
    public async Task People_keep_their_extension_under_its_new_number_and_lose_it_with_it()
    {
        using var owner = portal.Client();
        var pbx = await PbxAsync(owner);
        var extension = new { type = "user", number = "1810", name = "Linked" };
        Assert.Equal(201, (await owner.SendAsync(HttpMethod.Post, $"/api/v1/pbxs/{pbx}/extensions", extension)).Status);
        var (status, made) =
            await owner.SendAsync(HttpMethod.Post, "/api/v1/users",
                new { email = "linked@acme.example", name = "Linked", role = "User", extension = "1810" });
        Assert.True(status is 200 or 201, made?.ToJsonString());
        var user = $"/api/v1/users/{made!["id"]}";
        Assert.Equal(200,
            (await owner.SendAsync(HttpMethod.Put, $"/api/v1/pbxs/{pbx}/extensions/1810", extension with { number = "1811" })).Status);
        Assert.Equal("1811", (string?)(await owner.SendAsync(HttpMethod.Get, user)).Body!["extension"]);
        Assert.Equal(204, (await owner.SendAsync(HttpMethod.Delete, $"/api/v1/pbxs/{pbx}/extensions/1811")).Status);
        Assert.Null((string?)(await owner.SendAsync(HttpMethod.Get, user)).Body!["extension"]);
    }

    private static async Task<string> PbxAsync(HttpClient client) =>
        (string)(await client.SendAsync(HttpMethod.Get, "/api/v1/pbxs")).Body!["items"]![0]!["uuid"]!;
}
