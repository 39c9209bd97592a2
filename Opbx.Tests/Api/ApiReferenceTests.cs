using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Opbx.Portal.Api;
using Opbx.Portal.Security;

namespace Opbx.Tests.Api;

/// <summary>The description of the API, its reference page, and the budget of a key.</summary>
public sealed partial class ApiReferenceTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private static readonly string[] WithoutBody =
    [
        "/api/v1/pbxs/{pbx}/cloudonix/rotate-key", "/api/v1/pbxs/{pbx}/sync", "/api/v1/history/{id}/undo", "/api/v1/history/{id}/restore",
            "/api/v1/pbxs/{pbx}/prompts/{key}/audio",
        "/api/v1/pbxs/{pbx}/integrations/{name}/test", "/api/v1/pbxs/{pbx}/integrations/{name}/deliveries/redeliver",
            "/api/v1/pbxs/{pbx}/integrations/{name}/deliveries/{id}/redeliver",
        "/api/v1/integrations/{name}/test", "/api/v1/integrations/{name}/deliveries/redeliver",
            "/api/v1/integrations/{name}/deliveries/{id}/redeliver",
    ];

    [Fact]
    public async Task Endpoints_that_read_a_body_describe_it()
    {
        var document = await DocumentAsync();
        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        var missing = from path in document["paths"]!.AsObject()
                      from operation in path.Value!.AsObject()
                      where operation.Key is "post" or "put" or "patch" && !WithoutBody.Contains(path.Key)
                          && operation.Value!["requestBody"]?["content"]?["application/json"]?["schema"] is null
                      select $"{operation.Key} {path.Key}";
        Assert.Empty(missing);
        var schemas = document["components"]!["schemas"]!.AsObject();
        Assert.All(Reference().Matches(document.ToJsonString()).Select(m => m.Groups[1].Value)
            .Distinct(StringComparer.Ordinal), name => Assert.True(schemas.ContainsKey(name), name));
        Assert.All(document["paths"]!.AsObject(), path => Assert.StartsWith("/api/v1/", path.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_body_must_have_is_said()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;
        Assert.Contains("name", schemas["RingGroup"]!["required"]!.AsArray().Select(r => (string)r!));
        Assert.Contains("roundRobin", schemas["RingGroup"]!.ToJsonString()
            + schemas["RingStrategy"]?.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reference_page_and_all_its_files_come_from_the_portal()
    {
        using var client = portal.Client(key: null);
        var page = await client.GetStringAsync("/api-reference/index.html", TestContext.Current.CancellationToken);
        var files = File().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.True(files.Count >= 4);
        foreach (var file in files)
        {
            Assert.DoesNotContain("//", file, StringComparison.Ordinal);
            using var answer =
                await client.GetAsync(new Uri(new Uri(client.BaseAddress!, "/api-reference/"), file),
                    TestContext.Current.CancellationToken);
            Assert.Equal((file, HttpStatusCode.OK), (file, answer.StatusCode));
        }
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_sees_its_budget_and_is_refused_when_it_is_used_up_while_another_one_is_not()
    {
        var (busy, calm) =
            (await portal.KeyAsync("Reporter", TestContext.Current.CancellationToken),
                await portal.KeyAsync("Admin", TestContext.Current.CancellationToken));
        using (var client = portal.Client(busy))
        {
            using var first = await client.GetAsync("/api/v1/pbxs", TestContext.Current.CancellationToken);
            Assert.Equal($"\"key\";q={ApiBudget.Most};w=60", first.Headers.GetValues("RateLimit-Policy").Single());
            Assert.Equal($"\"key\";r={ApiBudget.Most - 1};t=1", first.Headers.GetValues("RateLimit").Single());
        }
        var budget = new ApiBudget();
        var left = Enumerable.Range(0, ApiBudget.Most * 2).Select(_ => budget.TryAcquire("busy")).TakeWhile(l => l is not null).Count();
        Assert.InRange(left, ApiBudget.Most, ApiBudget.Most * 2 - 1);
        Assert.NotNull(budget.TryAcquire("calm"));
        budget.Dispose();
        using var other = portal.Client(calm);
        using var answer = await other.GetAsync("/api/v1/pbxs", TestContext.Current.CancellationToken);
        Assert.Equal($"\"key\";r={ApiBudget.Most - 1};t=1", answer.Headers.GetValues("RateLimit").Single());
    }

    [Theory]
    [InlineData("Bearer opbx_1", "opbx_1")]
    [InlineData("bearer   opbx_1 ", "opbx_1")]
    [InlineData("BEARER opbx_1", "opbx_1")]
    [InlineData("Basic opbx_1", null)]
    [InlineData("", null)]
    public void However_the_header_is_spelled_it_is_the_same_key_with_the_same_budget(string header, string? key)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = header;
        Assert.Equal(key, BearerToken.Read(request));
    }

    private async Task<JsonObject> DocumentAsync()
    {
        using var client = portal.Client(key: null);
        return (await client.GetFromJsonAsync<JsonObject>("/openapi/v1.json", TestContext.Current.CancellationToken))!;
    }

    [GeneratedRegex("\"#/components/schemas/([^\"]+)\"")]
    private static partial Regex Reference();

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex File();
}
