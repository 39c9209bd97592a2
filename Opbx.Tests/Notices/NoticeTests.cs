using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Opbx.Core.Notices;
using Opbx.Core.Permissions;
using Opbx.Core.Shared;
using Opbx.Core.Users;

namespace Opbx.Tests.Notices;

/// <summary>Those who run the phone system are told once, until they dismiss it, and by mail.</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly StoreAt _store;
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private readonly NoticeStore _board;
    private readonly Guid _organization = Guid.NewGuid();

    public NoticeTests()
    {
        _store = new StoreAt(_folder.Path);
        _board = new NoticeStore(_store.Database, _clock);
    }

    public async ValueTask InitializeAsync() => await _store.StartAsync();

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_same_is_told_once()
    {
        await RaiseAsync("a");
        await RaiseAsync("a");
        await using (var db = _store.Database.OpenUnrestricted())
        {
            _board.Raise(db, _organization, "b", "B", "/b");
            _board.Raise(db, _organization, "b", "B", "/b");
            await db.SaveChangesAsync();
        }
        Assert.Equal(["b", "a"], (await OpenAsync(Role.Owner)).Select(n => n.Key));
    }

    [Fact]
    public async Task Only_those_who_run_the_phone_system_of_this_organization_see_it()
    {
        await RaiseAsync("a");
        Assert.Single(await OpenAsync(Role.Admin));
        Assert.Empty(await OpenAsync(Role.Supervisor));
        Assert.Empty(await _board.OpenAsync(new Actor(Guid.NewGuid(), Role.Owner, "Other", ActorSource.Portal), default));
    }

    [Fact]
    public async Task What_was_dismissed_is_gone_and_others_cannot_dismiss_it()
    {
        await RaiseAsync("a");
        var notice = Assert.Single(await OpenAsync(Role.Owner));
        Assert.NotNull(await _board.DismissAsync(By(Role.User), notice.Id, default));
        Assert.Null(await _board.DismissAsync(new Actor(Guid.NewGuid(), Role.Owner, "Other", ActorSource.Portal), notice.Id, default));
        Assert.Single(await OpenAsync(Role.Owner));
        Assert.Null(await _board.DismissAsync(By(Role.Admin), notice.Id, default));
        Assert.Empty(await OpenAsync(Role.Owner));
    }

    [Fact]
    public async Task Owners_get_a_mail_once_also_when_the_server_is_away_for_a_while()
    {
        await AddAsync("olga@acme.example", Role.Owner);
        await AddAsync("adam@acme.example", Role.Admin);
        await RaiseAsync("a");
        var post = new PostBox { IsAway = true };
        var job = new NoticeMailJob(_store.Database, post, new Owners(_store.Database),
            new PublicAddress(Options.Create(new PortalOptions { PublicUrl = "https://pbx.acme.example" })), _clock);
        await job.RunAsync(default);
        post.IsAway = false;
        await job.RunAsync(default);
        Assert.Empty(post.Sent);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await job.RunAsync(default);
        await job.RunAsync(default);
        var mail = Assert.Single(post.Sent);
        Assert.Equal("olga@acme.example", mail.To);
        Assert.Contains("https://pbx.acme.example/a", mail.Text, StringComparison.Ordinal);
    }

    private static Actor Actor(Guid organization, Role role) => new(organization, role, role.ToString(), ActorSource.Portal);

    private Actor By(Role role) => Actor(_organization, role);

    private Task<IReadOnlyList<Notice>> OpenAsync(Role role) => _board.OpenAsync(By(role), default);

    private async Task RaiseAsync(string key)
    {
        await using var db = _store.Database.OpenUnrestricted();
        _board.Raise(db, _organization, key, "Something happened.", "/" + key);
        await db.SaveChangesAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
    }

    private async Task AddAsync(string address, Role role)
    {
        await using var db = _store.Database.OpenUnrestricted();
        db.Users.Add(new User {
            Id = Guid.NewGuid(), OrganizationId = _organization, Email = address, UserName = address, Role = role,
            DisplayName = address
        });
        await db.SaveChangesAsync();
    }
}
