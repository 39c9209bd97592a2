using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Portal.Features.Webhooks;

namespace Opbx.Tests.Api;

public sealed class ReceivedMessagesTests(AcmePortal host) : IClassFixture<AcmePortal>
{
    [Fact]
    public async Task What_came_is_remembered_with_its_answer_and_unknown_addresses_are_not()
    {
        Assert.Equal(HttpStatusCode.OK,
            await SendAsync(host.PathToken, "voice", host.EndpointKey,
                """{"Session":"s1","From":"+12025550143","To":"+12125550101","Direction":"inbound"}"""));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(host.PathToken, "session", "not the key", "{}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SendAsync(host.PathToken, "cdr", host.EndpointKey, "{}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(new string('x', host.PathToken.Length), "voice", host.EndpointKey, "{}"));
        Assert.Equal([("cdr", 422), ("session", 401), ("voice", 200)], host.Services.GetRequiredService<ReceivedMessages>().For(host.Pbx)
            .Select(m => (m.Kind, m.Status)));
    }

    [Fact]
    public void The_last_hundred_are_kept()
    {
        var messages = new ReceivedMessages();
        var pbx = Guid.NewGuid();
        for (var i = 0; i < 150; i++) messages.Add(pbx, new ReceivedMessage(default, "session", 200, i));
        Assert.Equal(Enumerable.Range(50, ReceivedMessages.Most).Reverse(), messages.For(pbx).Select(m => m.Milliseconds));
        Assert.Empty(messages.For(Guid.NewGuid()));
    }

    private async Task<HttpStatusCode> SendAsync(string path, string endpoint, string key, string body)
    {
        using var client = host.Client(key: null);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync($"/hooks/{path}/{endpoint}", content, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
