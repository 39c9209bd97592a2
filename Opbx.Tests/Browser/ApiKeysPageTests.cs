using System.Net.Http.Headers;

namespace Opbx.Tests.Browser;

/// <summary>What an owner does with the keys of the REST API.</summary>
public sealed class ApiKeysPageTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    [Fact]
    public async Task A_key_is_made_works_on_the_api_and_does_not_any_more_when_it_is_revoked()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/");
        await owner.Link("API keys").ClickAsync();
        await owner.Page.GetByText("No API keys yet").WaitForAsync();
        await owner.Link("New API key").ClickAsync();
        await owner.Button("Create key").ClickAsync();
        await owner.Page.GetByText("A name needs 1 to 100 characters.").First.WaitForAsync();
        await owner.Page.GetByLabel("Name").FillAsync("Booking system");
        await owner.Page.GetByLabel("Role").SelectOptionAsync("Administrator");
        await owner.Page.GetByLabel("Last day").FillAsync("2039-12-31");
        await owner.Button("Create key").ClickAsync();
        await owner.Page.GetByText("The key Booking system works now").WaitForAsync();
        var key = await owner.Page.Locator(".key .value").InnerTextAsync();
        await owner.ShouldLookGoodAsync("api-key-made");
        Assert.Equal(200, await AskAsync(key, "/api/v1/pbxs"));
        Assert.Equal(403, await AskAsync(key, "/api/v1/api-keys"));

        await owner.Link("Back to the API keys").ClickAsync();
        await owner.Button("Revoke Booking system").WaitForAsync();
        Assert.DoesNotContain(key, await owner.Page.ContentAsync(), StringComparison.Ordinal);
        await owner.ShouldLookGoodAsync("api-keys-one");
        await owner.Button("Revoke Booking system").ClickAsync();
        await owner.ShouldBeAccessibleAsync("revoke dialog");
        await owner.PictureAsync("api-key-revoke-light-1440");
        await owner.Button("Revoke the key").ClickAsync();
        await owner.Page.GetByText("No API keys yet").WaitForAsync();
        Assert.Equal(401, await AskAsync(key, "/api/v1/pbxs"));
    }

    private async Task<int> AskAsync(string key, string path)
    {
        using var client = new HttpClient { BaseAddress = portal.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
