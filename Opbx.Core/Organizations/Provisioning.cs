using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Configuration;
using Opbx.Core.Document.Settings;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users;

namespace Opbx.Core.Organizations;

/// <summary>Creates an organization with its owner and its first PBX, all or nothing.</summary>
public sealed class Provisioning(Database database, PbxEditor pbxs, Passwords passwords, ApiKeyIndex keys, TimeProvider clock)
{
    /// <summary>The caller has checked permission. If <paramref name="apiKey"/> is given, adds it with the role Owner.
    /// Without a password the owner is invited to choose one.</summary>
    internal async Task<Result<SetupOutcome>> RunAsync(SetupInput input, bool platformAdmin, string? apiKey, CancellationToken cancel)
    {
        var errors = input.Check();
        if (!errors.IsEmpty) return Failure.Invalid(errors);
        var now = clock.GetUtcNow();
        var organization = new Organization { Id = Guid.CreateVersion7(now), Name = "", TimeZone = input.TimeZone!, CreatedAt = now };
        organization.Rename(input.Organization!);
        if (await ConflictAsync(organization.Name, input.OwnerEmail!, cancel) is { } taken) return taken;
        var owner = Accounts.New(organization.Id, input.OwnerEmail!, input.OwnerName!, Role.Owner, now);
        owner.IsPlatformAdmin = platformAdmin;
        if (input.Password is { } password)
        {
            owner.EmailConfirmed = true;
            var hash = await passwords.HashAsync(owner, password, cancel);
            if (!hash.Ok) return hash.Failure;
            owner.PasswordHash = hash.Value;
        }

        // The PBX first: without its organization nobody sees it, so a crash in between leaves nothing half usable.
        var settings =
            new PbxSettings {
                Name = (input.PbxName ?? organization.Name)
                .Trim(), TimeZone = organization.TimeZone, Country = input.Country!
            };
        var actor = Actor.System(organization.Id, owner.UserName!);
        var pbx = await pbxs.CreateAsync(actor, settings, cancel);
        if (!pbx.Ok) return pbx.Failure;
        await using var db = database.OpenUnrestricted();
        db.Organizations.Add(organization);
        db.Users.Add(owner);
        db.History.Add(AuditEntries.Created(actor, AuditEntries.Users, owner.UserName!, Accounts.Describe(owner), now));
        var key = apiKey is null ? null
            : new ApiKey {
                Id = Guid.CreateVersion7(now), OrganizationId = organization.Id, Name = "Provisioning", Role = Role.Owner,
                IsPlatformAdmin = platformAdmin, Hash = ApiKeyText.Hash(apiKey), CreatedAt = now
            };
        if (key is not null) db.ApiKeys.Add(key);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            await pbxs.DeleteAsync(actor, pbx.Value, cancel);
            if (await ConflictAsync(organization.Name, input.OwnerEmail!, cancel) is { } meanwhile) return meanwhile;
            throw;
        }

        if (key is not null) keys.Add(key);
        return new SetupOutcome(organization.Id, owner.Id, pbx.Value);
    }

    /// <summary>Ignores case.</summary>
    internal static Task<bool> IsTakenAsync(OpbxDbContext db, string name, CancellationToken cancel)
    {
        var normal = Organization.Normal(name);
        return db.Organizations.AnyAsync(o => o.NormalizedName == normal, cancel);
    }

    internal static Failure NameTaken() => new(FailureKind.Conflict, "There is an organization of this name already.");

    private async Task<Failure?> ConflictAsync(string organization, string email, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        if (await IsTakenAsync(db, organization, cancel)) return NameTaken();
        return await Accounts.ExistsAsync(db, email, cancel) ? Accounts.EmailInUse() : null;
    }
}
