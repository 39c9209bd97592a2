using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users;

namespace Opbx.Core.Organizations;

/// <summary>Creates organizations on behalf of platform admins.</summary>
public sealed class PlatformProvisioning(Database database, OrganizationDirectory directory, Provisioning founding, InvitationLinks links,
    TimeProvider clock)
{
    /// <summary>Includes owner, first PBX and a key; conflict when a name or address is taken.</summary>
    public async Task<Result<NewOrganization>> CreateAsync(Actor actor, OrganizationInput input, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageOrganizations)) return Failure.Forbidden();
        var errors = input.Check();
        if (!errors.IsEmpty) return Failure.Invalid(errors);
        var key = ApiKeyText.Create();
        var email = input.OwnerEmail!.Trim();
        var made = await founding.RunAsync(
            new SetupInput(input.Name, email.Length <= 100 ? email : email[..100], email, input.OwnerPassword, input.TimeZone
                ?? "UTC", input.Country), platformAdmin: false, key, cancel);
        if (!made.Ok) return made.Failure;

        var now = clock.GetUtcNow();
        await using var db = database.OpenUnrestricted();
        var organization = await db.Organizations.FirstAsync(o => o.Id == made.Value.OrganizationId, cancel);
        var entry = AuditEntries.Created(actor, AuditEntries.Organizations, organization.Name, OrganizationHistory.Describe(organization),
            now);
        db.History.AddRange(entry, AuditEntries.At(organization.Id, entry));
        await db.SaveChangesAsync(cancel);
        var owner = await db.Users.FirstAsync(u => u.Id == made.Value.OwnerId, cancel);
        var item = await directory.GetAsync(actor, organization.Id, cancel);
        if (!item.Ok) return item.Failure;
        return new NewOrganization(item.Value, made.Value.PbxId, owner.PasswordHash is null
            ? new InvitedUser(UserItem.From(owner), links.Create(owner)) : null, key);
    }
}
