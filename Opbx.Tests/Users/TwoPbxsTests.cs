using System.Security.Claims;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Calls.Log;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Configuration;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Shared;
using Opbx.Core.Users;
using Opbx.Core.Users.SelfService;
using Opbx.Portal.Components;
using Opbx.Portal.Features.Voicemail;
using Opbx.Portal.Security;
using TestContext = Xunit.TestContext;

namespace Opbx.Tests.Users;

/// <summary>Two phone systems of one organization, both with an extension 101: what is somebody's own is so on one of them only.</summary>
public sealed class TwoPbxsTests(TwoPbxs two) : IClassFixture<TwoPbxs>
{
    private const string Number = TwoPbxs.Number;
    private readonly Guid _here = two.Here;
    private readonly Guid _there = two.There;
    private readonly Actor _person = two.Person;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_of_the_same_number_elsewhere_are_not_ones_own()
    {
        var calls = Get<CallDirectory>();
        Assert.Equal((1, 0), (await CountAsync(_here), await CountAsync(_there)));
        Assert.Equal((1, 0), (calls.Live(_person, _here).Value!.Count, calls.Live(_person, _there).Value!.Count));
        Assert.True((await calls.GetAsync(_person, _here, TwoPbxs.TokenOf(_here), Cancel)).Ok);
        Assert.Equal(FailureKind.NotFound, (await calls.GetAsync(_person, _there, TwoPbxs.TokenOf(_there), Cancel)).Failure?.Kind);
        Assert.Empty(await calls.Export(_person, _there, new CallQuery()).Value!.ToListAsync(Cancel));

        async Task<int> CountAsync(Guid pbx) => (await calls.ListAsync(_person, pbx, new CallQuery(), Cancel)).Value!.Items.Count;
    }

    [Theory]
    [InlineData(RecordingKind.Message)]
    [InlineData(RecordingKind.Conversation)]
    public async Task Messages_and_recordings_of_the_same_number_elsewhere_are_not_ones_own(RecordingKind kind)
    {
        var (mine, other) = (await two.RecordAsync(_here, kind), await two.RecordAsync(_there, kind));
        var directory = Get<RecordingDirectory>();
        Assert.Contains((await directory.ListAsync(_person, _here, new RecordingQuery(kind), Cancel)).Value!.Items, r => r.Id == mine);
        Assert.Empty((await directory.ListAsync(_person, _there, new RecordingQuery(kind), Cancel)).Value!.Items);
        Assert.Equal(FailureKind.NotFound, (await directory.AudioAsync(_person, _there, kind, other, Cancel)).Failure?.Kind);
        Assert.Equal(FailureKind.NotFound, (await Get<RecordingEditor>().DeleteAsync(_person, _there, kind, other, Cancel)).Failure?.Kind);
    }

    [Fact]
    public async Task Who_listens_to_every_mailbox_deletes_from_the_own_one_only()
    {
        var supervisor = _person with { Role = Role.Supervisor };
        var (mine, other) = (await two.RecordAsync(_here, RecordingKind.Message), await two.RecordAsync(_there, RecordingKind.Message));
        Assert.Equal(FailureKind.Forbidden,
            (await Get<RecordingEditor>().DeleteAsync(supervisor, _there, RecordingKind.Message, other, Cancel)).Failure?.Kind);
        Assert.True((await Get<RecordingEditor>().DeleteAsync(supervisor, _here, RecordingKind.Message, mine, Cancel)).Ok);
    }

    [Theory]
    [InlineData(Role.User)]
    [InlineData(Role.Supervisor)]
    public async Task The_password_of_the_same_number_elsewhere_stays_secret(Role role)
    {
        var person = _person with { Role = role };
        Assert.Equal(TwoPbxs.Password, (await Get<SipPasswords>().RevealAsync(person, _here, Number, Cancel)).Value);
        Assert.Equal(FailureKind.Forbidden, (await Get<SipPasswords>().RevealAsync(person, _there, Number, Cancel)).Failure?.Kind);
    }

    [Fact]
    public async Task Nobody_covers_for_the_same_number_elsewhere()
    {
        Assert.True(await Get<CoverEditor>().MayAsync(_person, _here, Number, Cancel));
        Assert.False(await Get<CoverEditor>().MayAsync(_person, _there, Number, Cancel));
    }

    [Fact]
    public async Task Pushed_counts_of_new_messages_are_of_the_own_mailbox()
    {
        await two.RecordAsync(_there, RecordingKind.Message);
        await using var context = new BunitContext();
        context.Services.AddSingleton(Get<MailboxIndex>());
        context.Services.AddSingleton(TimeProvider.System);
        var badge = context.Render<UnheardBadge>(parameters => parameters.Add(b => b.Actor, _person).Add(b => b.PbxId, _there));
        Assert.Equal("", badge.Markup.Trim());
        await two.RecordAsync(_here, RecordingKind.Message);
        badge.Render(parameters => parameters.Add(b => b.Actor, _person).Add(b => b.PbxId, _here));
        Assert.Contains(Get<MailboxIndex>().Unheard(_here, Number)
            .ToString(System.Globalization.CultureInfo.InvariantCulture), badge.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void People_land_where_their_own_extension_is_and_who_sees_only_that_stays_there()
    {
        var store = Get<ConfigurationStore>();
        var supervisor = _person with { Role = Role.Supervisor };
        Assert.NotEqual(_here, store.OfOrganization(_person.OrganizationId)[0].PbxId);
        Assert.Equal(_here, PortalSession.Open(_person, null, store)!.PbxId);
        Assert.Equal(_here, PortalSession.Open(_person, _there, store)!.PbxId);
        Assert.Equal([_here], PortalSession.Open(_person, null, store)!.Pbxs.Select(p => p.PbxId));
        Assert.Equal(_here, PortalSession.Open(supervisor, null, store)!.PbxId);
        Assert.Equal(_there, PortalSession.Open(supervisor, _there, store)!.PbxId);
        Assert.Equal(2, PortalSession.Open(supervisor, _there, store)!.Pbxs.Count);
        Assert.Equal(_there, PortalSession.Open(_person with { Own = null }, null, store)!.PbxId);
        Assert.Equal(_there, PortalSession.Open(_person with { Own = new OwnExtension(Guid.NewGuid(), Number) }, null, store)!.PbxId);
    }

    [Fact]
    public void A_session_of_the_previous_release_gets_its_extension_on_revalidation()
    {
        var session = new ClaimsPrincipal(ActorClaims.Identity(_person, "test"));
        Assert.Equal(_person, session.ToActor());
        var old = new ClaimsIdentity(
            session.Claims.Select(c => c.Value.EndsWith($"/{Number}", StringComparison.Ordinal) ? new Claim(c.Type, Number) : c), "test");
        Assert.Equal(_person with { Own = null }, new ClaimsPrincipal(old).ToActor());
    }

    [Fact]
    public async Task A_link_names_its_PBX_and_moves_to_the_same_number_of_another_one()
    {
        var users = Get<UserEditor>();
        var mover = await two.PersonAsync();
        var refused = await users.InviteAsync(two.Owner, "anybody@acme.example", null, Role.User, Number, Cancel);
        Assert.Contains("Several phone systems", refused.Failure!.Errors!.ByPointer["/extension"][0], StringComparison.Ordinal);
        var moved = await users.EditAsync(two.Owner, mover.UserId!.Value, new UserEdit("Anna", Role.User, Number, _there), Cancel);
        Assert.Equal((_there, Number), (moved.Value!.PbxId!.Value, moved.Value.Extension));
        await using var db = Get<Database>().OpenUnrestricted();
        var person = await db.Users.SingleAsync(u => u.Id == mover.UserId, Cancel);
        Assert.True(person.ToActor().Owns(_there, Number));
        Assert.False(person.ToActor().Owns(_here, Number));
        person.PbxId = null;
        Assert.Null(person.ToActor().Own);
    }

    private T Get<T>()
        where T : notnull => two.Get<T>();
}
