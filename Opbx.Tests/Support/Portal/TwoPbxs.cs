using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Settings;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Users;

namespace Opbx.Tests.Support.Portal;

/// <summary>Two phone systems of one organization, both with an extension 101 and a call of it.</summary>
public sealed class TwoPbxs : TestPortal
{
    internal const string Number = "101";
    internal const string Password = "the-phone-of-somebody-else";

    /// <summary>The one of the person.</summary>
    internal Guid Here { get; private set; }

    /// <summary>The other one, which is the first of the organization.</summary>
    internal Guid There => Pbx;

    internal Actor Person { get; private set; } = default!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Here = (await Get<PbxEditor>().CreateAsync(Owner, new PbxSettings { Name = "Second" }, Cancel)).Value;
        foreach (var pbx in new[] { There, Here })
        {
            var phone = new UserExtension {
                Number = Number, Name = pbx == Here ? "Anna"
                : "Zoe", SipPassword = Password, Voicemail = new VoicemailSettings { Enabled = true }
            };
            Assert.True((await Get<ConfigurationEditor>().CreateAsync(Owner, pbx, ObjectKind.Extensions, phone, Cancel)).Ok);
            await CallAsync(pbx);
        }

        Person = await PersonAsync();
    }

    internal static string TokenOf(Guid pbx) => pbx.ToString("N");

    /// <summary>Somebody whose own extension is 101 here.</summary>
    internal async Task<Actor> PersonAsync(Role role = Role.User)
    {
        var invited = await Get<UserEditor>().InviteAsync(Owner, $"{Guid.NewGuid():N}@acme.example", "Anna", role, Number, Cancel, Here);
        Assert.True(invited.Ok, invited.Failure?.Message);
        await using var db = Get<Database>().OpenUnrestricted();
        return (await db.Users.AsNoTracking().SingleAsync(u => u.Id == invited.Value.User.Id, Cancel)).ToActor();
    }

    internal async Task<Guid> RecordAsync(Guid pbx, RecordingKind kind)
    {
        await using var db = Get<Database>().OpenUnrestricted();
        var row = new Recording {
            Id = Guid.NewGuid(),
            OrganizationId = Owner.OrganizationId,
            PbxId = pbx,
            CallId = await db.Calls.Where(c => c.PbxId == pbx).Select(c => c.Id).SingleAsync(Cancel),
            Token = TokenOf(pbx),
            Kind = kind,
            Extension = kind == RecordingKind.Message ? Number : null,
            Extensions = $"|{Number}|",
            RecordedAt = TimeProvider.System.GetUtcNow(),
            SourceUrl = "https://media.cloudonix.io/r1.mp3",
        };
        db.Recordings.Add(row);
        await db.SaveChangesAsync(Cancel);
        Get<MailboxIndex>().Show(row);
        return row.Id;
    }

    private Task<bool> CallAsync(Guid pbx) => Get<CallInbox>().RecordAsync(Histories.Stage(1, Histories.Rings(Number)).Stage! with {
        PbxId = pbx,
        OrganizationId = Owner.OrganizationId,
        Token = TokenOf(pbx),
        At = TimeProvider.System.GetUtcNow(),
    });
}
