using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Users;
using Opbx.Core.Users.Locks;
using Opbx.Core.Users.Sessions;

namespace Opbx.Tests.Users;

/// <summary>Sessions: where they are listed, how long they last, and what ends them.</summary>
public sealed class SessionTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_that_is_ended_elsewhere_opens_nothing_any_more()
    {
        var user = await portal.PersonAsync("ended@acme.example", Role.Supervisor);
        var actor = ActorOf(user);
        using var here = new HttpVisitor(portal);
        using var there = new HttpVisitor(portal);
        await here.SignInAsync(user.Email!, TestPortal.PersonPassword);
        var stays = (await ListAsync(actor, user.Id)).Single();
        await there.SignInAsync(user.Email!, TestPortal.PersonPassword);
        var sessions = await ListAsync(actor, user.Id);
        Assert.Equal(["Firefox on Linux", "Firefox on Linux"], sessions.Select(s => s.Device));
        Assert.All(sessions, s => Assert.Equal("127.0.0.1", s.Address));

        Assert.True((await Editor.EndAsync(actor, user.Id, sessions.Single(s => s.Id != stays.Id).Id, Cancel)).Ok);
        Assert.StartsWith("/sign-in", (await there.GetAsync("/account")).Path, StringComparison.Ordinal);
        Assert.Equal("/account", (await here.GetAsync("/account")).Path);
        Assert.Equal([stays.Id], (await ListAsync(actor, user.Id)).Select(s => s.Id));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_its_copied_cookie_too()
    {
        var user = await portal.PersonAsync("copied@acme.example", Role.Supervisor);
        using var visitor = new HttpVisitor(portal);
        await visitor.SignInAsync(user.Email!, TestPortal.PersonPassword);
        var session = (await ListAsync(ActorOf(user), user.Id)).Single().Id;
        var page = await visitor.GetAsync("/sign-out");
        await visitor.SendAsync(page);

        Assert.Empty(await ListAsync(ActorOf(user), user.Id));
        Assert.False(await Register.IsAliveAsync(session, Cancel));
        Assert.False(await Register.ConfirmAsync(session, Cancel));
    }

    [Fact]
    public async Task Others_see_and_end_sessions_only_of_people_they_may_change()
    {
        var user = await portal.PersonAsync("boss@acme.example", Role.Admin);
        using var visitor = new HttpVisitor(portal);
        await visitor.SignInAsync(user.Email!, TestPortal.PersonPassword);
        var other = ActorOf(user) with { UserId = Guid.NewGuid() };

        foreach (var role in new[] { Role.Admin, Role.Supervisor, Role.User, Role.Reporter })
        {
            Assert.Equal(Opbx.Core.Shared.FailureKind.Forbidden,
                (await Editor.ListAsync(other with { Role = role }, user.Id, Cancel)).Failure?.Kind);
            Assert.False((await Editor.EndOthersAsync(other with { Role = role }, user.Id, staying: null, Cancel)).Ok);
        }
        Assert.False((await Editor.ListAsync(other with { Role = Role.Owner, OrganizationId = Guid.NewGuid() }, user.Id, Cancel)).Ok);
        Assert.Equal("/account", (await visitor.GetAsync("/account")).Path);
        Assert.True((await Editor.EndOthersAsync(other with { Role = Role.Owner }, user.Id, staying: null, Cancel)).Ok);
        Assert.StartsWith("/sign-in", (await visitor.GetAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(11, 0, true)]
    [InlineData(13, 0, false)]
    [InlineData(1, 59, true)]
    [InlineData(2, 61, false)]
    public async Task A_session_lasts_twelve_hours_and_one_without_anybody(int hours, int idleMinutes, bool alive)
    {
        var user = await portal.PersonAsync($"old{hours}{idleMinutes}@acme.example", Role.Supervisor);
        var id = await Register.BeginAsync(user, "Test", "", Cancel);
        var now = TimeProvider.System.GetUtcNow();
        await using var db = portal.Services.GetRequiredService<Database>().OpenUnrestricted();
        await db.UserSessions.Where(s => s.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.StartedAt, now.AddHours(-hours))
                .SetProperty(s => s.SeenAt, now.AddMinutes(-idleMinutes)), Cancel);
        // As another process over the same store sees it.
        var register = new SessionRegister(portal.Services.GetRequiredService<Database>(), TimeProvider.System);

        Assert.Equal(alive, await register.IsAliveAsync(id, Cancel));
    }

    [Fact]
    public async Task When_somebody_was_last_there_is_stored_by_the_minute_job()
    {
        var user = await portal.PersonAsync("seen@acme.example", Role.Supervisor);
        var database = portal.Services.GetRequiredService<Database>();
        var register = new SessionRegister(database, TimeProvider.System);
        var id = await register.BeginAsync(user, "Test", "", Cancel);
        await using var db = database.OpenUnrestricted();
        var begun = (await db.UserSessions.AsNoTracking().SingleAsync(s => s.Id == id, Cancel)).SeenAt;
        var before = TimeProvider.System.GetUtcNow();
        while (TimeProvider.System.GetUtcNow() <= before.AddMilliseconds(2)) await Task.Yield();
        register.Seen(id);
        Assert.Equal(begun, (await db.UserSessions.AsNoTracking().SingleAsync(s => s.Id == id, Cancel)).SeenAt);
        await register.StoreAsync(Cancel);
        Assert.True((await db.UserSessions.AsNoTracking().SingleAsync(s => s.Id == id, Cancel)).SeenAt > begun);
    }

    [Fact]
    public async Task An_outsider_cannot_lock_the_person_out_of_a_known_device()
    {
        var user = await portal.PersonAsync("known@acme.example", Role.Supervisor);
        using var known = new HttpVisitor(portal);
        await known.SignInAsync(user.Email!, TestPortal.PersonPassword);
        known.ForgetSession();
        var locks = portal.Services.GetRequiredService<SignInLocks>();
        for (var i = 0; i < 5; i++) Assert.True(await locks.CountAsync(user, SignInLock.Strangers, Cancel));

        using var stranger = new HttpVisitor(portal);
        Assert.Contains("do not match", (await stranger.SignInAsync(user.Email!, TestPortal.PersonPassword)).Text,
            StringComparison.Ordinal);
        Assert.Equal("/", (await known.SignInAsync(user.Email!, TestPortal.PersonPassword)).Path);
        Assert.Contains("do not match", (await stranger.SignInAsync(user.Email!, TestPortal.PersonPassword)).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Locks_get_longer()
    {
        var user = await portal.PersonAsync("longer@acme.example", Role.Supervisor);
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var locks = new SignInLocks(portal.Services.GetRequiredService<Database>(), clock);
        foreach (var minutes in new[] { 1, 5, 15, 15 })
        {
            for (var i = 0; i < 5; i++) Assert.True(await locks.CountAsync(user, SignInLock.Strangers, Cancel));
            Assert.False(await locks.CountAsync(user, SignInLock.Strangers, Cancel));
            clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.True(await locks.IsLockedAsync(user.Id, SignInLock.Strangers, Cancel));
            clock.Advance(TimeSpan.FromSeconds(2));
            Assert.False(await locks.IsLockedAsync(user.Id, SignInLock.Strangers, Cancel));
        }
    }

    private SessionEditor Editor => portal.Services.GetRequiredService<SessionEditor>();
    private SessionRegister Register => portal.Services.GetRequiredService<SessionRegister>();

    private static Actor ActorOf(User user) => new(user.OrganizationId, user.Role, user.Email!, ActorSource.Portal, null, user.Id);

    private async Task<IReadOnlyList<SessionItem>> ListAsync(Actor actor, Guid user) =>
        (await Editor.ListAsync(actor, user, Cancel)).Value!.Items;
}
