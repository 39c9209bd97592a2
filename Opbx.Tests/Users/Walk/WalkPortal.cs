using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Organizations;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Users;
using Opbx.Portal.Security;

namespace Opbx.Tests.Users.Walk;

/// <summary>A portal with two organizations, one of everything in the first, and callers of every kind.</summary>
public sealed class WalkPortal() : TestPortal(PortalSetup.Production.WithSandbox())
{
    private readonly List<Caller> _callers = [];

    internal IReadOnlyList<Caller> Callers => _callers;

    internal WalkValues Values { get; private set; } = default!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var platform = await PlatformAsync();
        Values = await WalkValues.SeedAsync(Services, platform, Owner.OrganizationId, Pbx);
        _callers.Add(new Caller("Nobody", Client(key: null), Client(key: null)));
        foreach (var role in Enum.GetValues<Role>().Reverse())
        {
            var person = await InviteAsync(Owner.OrganizationId, role);
            _callers.Add(new Caller(role.ToString(), Client(await KeyAsync(role.ToString(), CancellationToken.None)),
                await SessionAsync(person)));
        }

        _callers.Add(new Caller("Platform admin", Client(), await SessionAsync(platform.UserId!.Value)));
        var founded =
            (await Get<PlatformProvisioning>()
                .CreateAsync(platform, new OrganizationInput("Globex", null, "owner@globex.example", null), CancellationToken.None)).Value!;
        _callers.Add(new Caller(Caller.OtherTenant, Client(founded.Key), await SessionAsync(founded.Invited!.User.Id)));
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var caller in _callers) caller.Dispose();
        await base.DisposeAsync();
    }

    private async Task<Actor> PlatformAsync()
    {
        await using var db = Get<Database>().OpenUnrestricted();
        var user = await db.Users.SingleAsync(u => u.IsPlatformAdmin);
        return new Actor(user.OrganizationId, user.Role, user.UserName!, ActorSource.Portal, UserId: user.Id, IsPlatformAdmin: true);
    }

    private async Task<Guid> InviteAsync(Guid organization, Role role)
    {
        var invited = await Get<UserEditor>()
            .InviteAsync(Actor.System(organization, "test"), $"{role}.role@acme.example"
                .ToLowerInvariant(), role.ToString(), role, role == Role.User ? "1001" : null, CancellationToken.None);
        Assert.True(invited.Ok, invited.Failure?.Message);
        return invited.Value.User.Id;
    }

    /// <summary>A client with a session of the person, begun without the time that a password costs.</summary>
    private async Task<HttpClient> SessionAsync(Guid person)
    {
        await using var scope = Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        await scope.ServiceProvider.GetRequiredService<SignInFlow>().SignInAsync(person, CancellationToken.None);
        var cookie = context.Response.Headers.SetCookie.Select(c => c!.Split(';')[0])
            .Single(c => c.StartsWith("opbx=", StringComparison.Ordinal));
        var client = Client(key: null);
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client;
    }
}

/// <summary>Somebody who tries every door, by API key and by session.</summary>
internal sealed record Caller(string Name, HttpClient ByKey, HttpClient BySession) : IDisposable
{
    public const string OtherTenant = "Other tenant";

    public void Dispose()
    {
        ByKey.Dispose();
        BySession.Dispose();
    }
}
