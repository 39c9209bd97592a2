using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Audit;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Shared;
using Opbx.Core.Users;
using Opbx.Core.Users.SelfService;

namespace Opbx.Tests.Users;

/// <summary>What people may change of their own extension, and what not.</summary>
public sealed class OwnExtensionEditorTests(TwoPbxs two) : IClassFixture<TwoPbxs>, IAsyncLifetime
{
    private const string Colleague = "102";
    private const string Away = "103";
    private static readonly OwnSettings Wanted = new() {
        DoNotDisturb = true,
        RingTimeout = 33,
        Forwarding = new Forwarding {
            Always = new ExtensionDestination { Number = Colleague }, Busy =
            new VoicemailDestination { Extension = TwoPbxs.Number }, NoAnswer = new ExternalDestination { Number = "+12025550143" }
        },
        Voicemail = true,
        VoicemailEmail = "anna@acme.example",
    };

    private Actor _person = default!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private OwnExtensionEditor Editor => two.Get<OwnExtensionEditor>();

    private UserExtension Mine =>
        (UserExtension)two.Get<ConfigurationStore>().Find(two.Here)!.Document.Find(ObjectKind.Extensions, TwoPbxs.Number)!;

    public async ValueTask InitializeAsync()
    {
        _person = await two.PersonAsync();
        if (two.Get<ConfigurationStore>().Find(two.Here)!.Document.Extensions.Count > 1) return;
        foreach (var (number, active) in new[] { (Colleague, true), (Away, false) })
            Assert.True((await two.Get<ConfigurationEditor>()
                .CreateAsync(two.Owner, two.Here, ObjectKind.Extensions,
                    new UserExtension { Number = number, Name = number, Active = active }, Cancel)).Ok);
        Assert.True((await two.Get<ConfigurationEditor>()
            .CreateAsync(two.Owner, two.Here, ObjectKind.Extensions,
                new ForwardExtension { Number = "300", Name = "Caretaker", ForwardTo = new ExtensionDestination { Number = Colleague } },
                Cancel)).Ok);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_is_set_is_stored_as_that_persons_change_and_everything_else_stays()
    {
        var before = Mine;
        var secret = await two.Get<SipPasswords>().RevealAsync(_person, two.Here, TwoPbxs.Number, Cancel);
        var saved = await SaveAsync(_person, Wanted);
        Assert.True(saved.Ok, saved.Failure?.Message);
        Assert.Equal(Wanted, OwnSettings.From(Mine));
        Assert.Equal(before, OwnSettings.From(before).On(Mine) with { EnabledCalls = before.EnabledCalls });
        Assert.Equal(before.EnabledCalls, Mine.EnabledCalls);
        Assert.Equal(secret.Value, (await two.Get<SipPasswords>().RevealAsync(_person, two.Here, TwoPbxs.Number, Cancel)).Value);
        await using var db = two.Get<Database>().OpenFor(_person.OrganizationId);
        var entry = await db.History.Where(h => h.PbxId == two.Here && h.Kind == ObjectKind.Extensions.Name && h.Key == TwoPbxs.Number
            && h.Action == ChangeAction.Updated).OrderByDescending(h => h.At).FirstAsync(Cancel);
        Assert.Equal(_person.Name, entry.Actor);
        Assert.True((await SaveAsync(_person, OwnSettings.From(before))).Ok);
    }

    [Fact]
    public void Every_member_that_people_do_not_set_themselves_stays_whatever_is_stored()
    {
        var other = new UserExtension {
            Number = "1",
            Name = "n",
            Active = false,
            Notes = "x",
            Email = "e@x.example",
            SipPassword = "a-password-of-sip",
            OutboundNumber = "+12025550143",
            EnabledCalls = [CallType.Premium],
            Record = RecordCalls.All,
            Voicemail = new VoicemailSettings { Greeting = new PromptValue { Say = "Hello" } },
        };
        var changed = Wanted.On(other);
        Assert.Equal(Wanted, OwnSettings.From(changed));
        Assert.Equal(other, OwnSettings.From(other).On(changed));
    }

    [Theory]
    [InlineData("another extension")]
    [InlineData("another PBX")]
    [InlineData("a reporter")]
    [InlineData("a session from before the link moved")]
    [InlineData("an API key")]
    [InlineData("an inactive user")]
    public async Task Nobody_else_may(string who)
    {
        var (actor, own) = (_person, _person.Own!);
        if (who == "another extension") own = own with { Number = Colleague };
        if (who == "another PBX") own = own with { PbxId = two.There };
        if (who == "a reporter") actor = actor with { Role = Role.Reporter };
        if (who == "a session from before the link moved") actor = actor with { Own = own = own with { Number = Colleague } };
        if (who == "an API key") actor = new Actor(actor.OrganizationId, Role.Owner, "API key", ActorSource.Api);
        if (who == "an inactive user")
            Assert.True((await two.Get<UserEditor>().ChangeAsync(two.Owner, actor.UserId!.Value, null, active: false, Cancel)).Ok);
        var before = two.Get<ConfigurationStore>().All.Select(p => p.Version).ToList();
        Assert.Equal(FailureKind.Forbidden, (await Editor.SaveAsync(actor, own, Wanted, null, Cancel)).Failure?.Kind);
        if (own == actor.Own || actor.Own is null) Assert.False((await Editor.GetAsync(actor, Cancel)).Ok);
        Assert.Equal(before, two.Get<ConfigurationStore>().All.Select(p => p.Version));
    }

    [Theory]
    [InlineData("always", "Choose a colleague")]
    [InlineData("self", "Choose a colleague")]
    [InlineData("away", "Choose a colleague")]
    [InlineData("voicemail", "your own voicemail")]
    [InlineData("sip", "phone number with +")]
    [InlineData("program", "Only those who run")]
    [InlineData("announcement", "Only those who run")]
    public async Task Users_send_calls_only_to_colleagues_their_voicemail_and_outside_numbers(string where, string sentence)
    {
        Destination wanted = where switch {
            "self" => new ExtensionDestination { Number = TwoPbxs.Number },
            "away" => new ExtensionDestination { Number = Away },
            "voicemail" => new VoicemailDestination { Extension = Colleague },
            "sip" => new ExternalDestination { Sip = "sip:a@b.example" },
            "program" => new CustomLogicDestination { Url = "https://b.example" },
            "announcement" => new AnnouncementDestination { Then = new HangupDestination() },
            _ => new ExtensionDestination { Number = "300" },
        };
        var refused = await SaveAsync(_person, OwnSettings.From(Mine) with { Forwarding = new Forwarding { Always = wanted } });
        Assert.Contains(sentence, refused.Failure!.Errors!.ByPointer["/forwarding/always"][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_others_have_sent_the_calls_may_stay()
    {
        var forwarded = Mine with { Forwarding = new Forwarding { NoAnswer = new HangupDestination { Say = "Call later." } } };
        Assert.True((await two.Get<ConfigurationEditor>()
            .ReplaceAsync(two.Owner, two.Here, ObjectKind.Extensions, TwoPbxs.Number, forwarded, null, Cancel)).Ok);
        Assert.True((await SaveAsync(_person, OwnSettings.From(Mine) with { RingTimeout = 44 })).Ok);
        Assert.Equal(forwarded.Forwarding, Mine.Forwarding);
        Assert.True((await SaveAsync(_person, OwnSettings.From(Mine) with { Forwarding = new Forwarding() })).Ok);
    }

    [Fact]
    public async Task What_is_wrong_is_named_at_its_field_and_a_change_in_between_is_not_overwritten()
    {
        var wrong = await SaveAsync(_person, OwnSettings.From(Mine) with { RingTimeout = 3, VoicemailEmail = "nobody" });
        Assert.Equal(["/ringTimeout", "/voicemail/email"], wrong.Failure!.Errors!.ByPointer.Keys.Order(StringComparer.Ordinal));
        var seen = (await Editor.GetAsync(_person, Cancel)).Value!.Info.Version;
        Assert.True((await SaveAsync(_person, OwnSettings.From(Mine) with { RingTimeout = 45 })).Ok);
        var stale = await Editor.SaveAsync(_person, _person.Own!, OwnSettings.From(Mine) with { RingTimeout = 46 }, seen, Cancel);
        Assert.Equal(Failure.Stale().Kind, stale.Failure?.Kind);
        Assert.Equal(45, Mine.RingTimeout);
    }

    private Task<Result<SavedObject>> SaveAsync(Actor actor, OwnSettings settings) =>
        Editor.SaveAsync(actor, actor.Own!, settings, null, Cancel);
}
