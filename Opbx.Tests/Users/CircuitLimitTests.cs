using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Opbx.Core.Permissions;
using Opbx.Portal.Security;

namespace Opbx.Tests.Users;

public sealed class CircuitLimitTests : IDisposable
{
    private readonly TaskCompletionSource _open = new();
    private readonly CircuitLimit _limit;

    public CircuitLimitTests() => _limit = new CircuitLimit(_ => _open.Task);

    public void Dispose() => _limit.Dispose();

    [Fact]
    public async Task A_person_opens_so_many_pages_and_one_more_when_another_is_closed()
    {
        var anna = Guid.NewGuid();
        var held = Enumerable.Range(0, CircuitLimit.OfPerson).Select(i => Open(anna, $"10.0.0.{i}")).ToList();
        Assert.All(held, page => Assert.False(page.Done.IsCompleted));
        var refused = Open(anna, "10.0.1.1");
        await refused.Done;
        Assert.Equal((429, "10"), (refused.Context.Response.StatusCode, refused.Context.Response.Headers.RetryAfter.ToString()));
        Assert.False(Open(Guid.NewGuid(), "10.0.1.1").Done.IsCompleted);
        _open.SetResult();
        await Task.WhenAll(held.Select(page => page.Done));
        var again = Open(anna, "10.0.1.1");
        await again.Done;
        Assert.Equal(200, again.Context.Response.StatusCode);
    }

    [Fact]
    public async Task One_address_does_not_take_all_also_with_many_people()
    {
        for (var i = 0; i < CircuitLimit.OfAddress; i++) Assert.False(Open(Guid.NewGuid(), "10.0.0.1").Done.IsCompleted);
        var refused = Open(Guid.NewGuid(), "10.0.0.1");
        await refused.Done;
        Assert.Equal(429, refused.Context.Response.StatusCode);
        Assert.False(Open(Guid.NewGuid(), "10.0.0.2").Done.IsCompleted);
    }

    [Fact]
    public void What_does_not_stay_open_is_not_counted()
    {
        var anna = Guid.NewGuid();
        for (var i = 0; i < CircuitLimit.OfPerson * 2; i++)
            Assert.False(Open(anna, "10.0.0.1", "POST", "/_blazor/negotiate").Done.IsCompleted);
        Assert.False(Open(anna, "10.0.0.1").Done.IsCompleted);
    }

    private (HttpContext Context, Task Done) Open(Guid person, string address, string method = "GET", string path = "/_blazor")
    {
        var actor = new Actor(Guid.NewGuid(), Role.User, "somebody", ActorSource.Portal, UserId: person);
        var context = new DefaultHttpContext { User = new ClaimsPrincipal(ActorClaims.Identity(actor, "test")) };
        (context.Request.Method, context.Request.Path, context.Connection.RemoteIpAddress) = (method, path, IPAddress.Parse(address));
        return (context, _limit.InvokeAsync(context));
    }
}
