using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Users;

namespace Opbx.Tests.Users;

public sealed class ApiKeyTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string?> WrongHeaders => new(
        null,
        "Bearer",
        "Bearer opbx_0000000000000000000000000000000000000000",
        $"Bearer {TestPortal.OwnerKey}x",
        $"Bearer {TestPortal.OwnerKey.ToUpperInvariant()}",
        $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("x:" + TestPortal.OwnerKey))}",
        TestPortal.OwnerKey);

    [Theory]
    [MemberData(nameof(WrongHeaders))]
    public async Task Without_a_right_key_every_resource_answers_401_problem_details(string? header)
    {
        using var client = portal.Client(key: null);
        if (header is not null) client.DefaultRequestHeaders.TryAddUnvalidated(header);
        foreach (var path in new[] { "/api/v1/pbxs", "/api/v1/users", "/api/v1/history", "/api/v1/nothing",
            $"/api/v1/pbxs?access_token={TestPortal.OwnerKey}" })
        {
            using var answer = await client.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            await AssertProblemAsync(answer);
        }
    }

    [Fact]
    public async Task The_scheme_is_read_without_case()
    {
        using var client = portal.Client(key: null);
        client.DefaultRequestHeaders.TryAddUnvalidated($"bearer {TestPortal.OwnerKey}");

        using var answer = await client.GetAsync("/api/v1/pbxs", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Unknown_paths_are_404_and_wrong_methods_405_with_problem_details()
    {
        using var client = portal.Client();
        using var unknown = await client.GetAsync("/api/v1/nothing", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        await AssertProblemAsync(unknown);
        using var wrong = await client.DeleteAsync("/api/v1/history", Cancel);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, wrong.StatusCode);
        await AssertProblemAsync(wrong);
    }

    [Fact]
    public async Task A_key_works_until_it_is_revoked_and_is_never_listed()
    {
        using var owner = portal.Client();
        var key = await portal.KeyAsync("Supervisor", Cancel);
        using var client = portal.Client(key);
        using (var before = await client.GetAsync("/api/v1/pbxs", Cancel)) Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        var list = await owner.GetStringAsync("/api/v1/api-keys", Cancel);
        Assert.DoesNotContain(key, list, StringComparison.Ordinal);
        var id = JsonNode.Parse(list)!["items"]!.AsArray().First(k => (string?)k!["role"] == "Supervisor")!["id"];
        using (var revoked = await owner.DeleteAsync($"/api/v1/api-keys/{id}", Cancel))
            Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);

        using var after = await client.GetAsync("/api/v1/pbxs", Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public void A_revoked_key_does_not_come_back_with_rows_that_were_read_before()
    {
        var index = new ApiKeyIndex(portal.Services.GetRequiredService<Database>(), TimeProvider.System);
        var text = ApiKeyText.Create();
        var read = new ApiKey {
            Id = Guid.NewGuid(), OrganizationId = Guid.NewGuid(), Name = "Read", Role = Role.Admin,
            Hash = ApiKeyText.Hash(text), CreatedAt = TimeProvider.System.GetUtcNow()
        };
        index.Add(read);
        Assert.NotNull(index.Open(text));
        index.Remove(read);
        index.Add(read);
        Assert.Null(index.Open(text));
    }

    [Fact]
    public async Task A_key_that_would_be_over_at_once_is_refused()
    {
        using var owner = portal.Client();
        using var answer =
            await owner.PostAsJsonAsync("/api/v1/api-keys", new { name = "late", role = "Admin", expiresAt = "2020-01-01T00:00:00Z" },
                Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("/expiresAt", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Owner", 201, 200)]
    [InlineData("Admin", 403, 200)]
    [InlineData("Supervisor", 403, 403)]
    [InlineData("User", 403, 403)]
    [InlineData("Reporter", 403, 403)]
    public async Task Only_owners_make_keys_and_only_admins_or_owners_see_users(string role, int makingKeys, int seeingUsers)
    {
        using var client = portal.Client(await portal.KeyAsync(role, Cancel));
        using var made = await client.PostAsJsonAsync("/api/v1/api-keys", new { name = "cell", role = "Reporter" }, Cancel);
        using var seen = await client.GetAsync("/api/v1/users", Cancel);

        Assert.Equal((makingKeys, seeingUsers), ((int)made.StatusCode, (int)seen.StatusCode));
    }

    [Fact]
    public async Task Permission_is_asked_before_the_body_is_read()
    {
        using var client = portal.Client(await portal.KeyAsync("Reporter", Cancel));
        using var answer = await client.PostAsJsonAsync("/api/v1/users", new { nonsense = true }, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
        Assert.Equal((int)answer.StatusCode, (int)problem["status"]!);
        Assert.False(string.IsNullOrEmpty((string?)problem["title"]));
    }
}

internal static class RawHeaders
{
    /// <summary>Sends the header as it is, also when it is not well formed.</summary>
    public static void TryAddUnvalidated(this HttpRequestHeaders headers, string authorization) =>
#pragma warning disable RS0030 // A test must be able to send what the rule forbids the product.
        Assert.True(headers.TryAddWithoutValidation("Authorization", authorization));
#pragma warning restore RS0030
}
