using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users;

namespace Opbx.Core.Organizations;

/// <summary>Renames, suspends, resumes and deletes organizations. One that platform admins belong to can be neither suspended
/// nor deleted.</summary>
public sealed class OrganizationEditor(Database database, OrganizationDirectory directory, OrganizationStatus doors, TimeProvider clock)
    : IDisposable
{
    /// <summary>How long a deletion can be undone.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Changes name, time zone or status; null leaves a member unchanged. Everything open in a suspended organization is closed
    /// when this returns.</summary>
    public async Task<Result<OrganizationItem>> ChangeAsync(Actor actor, Guid id, OrganizationChange change, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageOrganizations)) return Failure.Forbidden();
        var errors = change.Check();
        if (!errors.IsEmpty) return Failure.Invalid(errors);
        return await EditAsync(
            actor,
            id,
            async (db, organization) =>
            {
                if (change.Name is { } name && Organization.Normal(name) != organization.NormalizedName
                    && await Provisioning.IsTakenAsync(db, name, cancel)) return Provisioning.NameTaken();
                if (change.Active == false && await RunsPlatformAsync(db, organization, cancel)) return Refused();
                if (change.Name is not null) organization.Rename(change.Name);
                organization.TimeZone = change.TimeZone ?? organization.TimeZone;
                organization.Active = change.Active ?? organization.Active;
                if (change.Active == true) organization.DeleteAfter = null;
                return null;
            },
            cancel);
    }

    /// <summary>Suspends the organization and schedules its removal after the grace period; <see cref="ChangeAsync"/> can undo
    /// this until then.</summary>
    public async Task<Result<OrganizationItem>> DeleteAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageOrganizations)) return Failure.Forbidden();
        return await EditAsync(
            actor,
            id,
            async (db, organization) =>
            {
                if (await RunsPlatformAsync(db, organization, cancel)) return Refused();
                organization.Active = false;
                organization.DeleteAfter ??= clock.GetUtcNow() + Grace;
                return null;
            },
            cancel);
    }

    public void Dispose() => _one.Dispose();

    private static Task<bool> RunsPlatformAsync(OpbxDbContext db, Organization organization, CancellationToken cancel) =>
        db.Users.AnyAsync(u => u.OrganizationId == organization.Id && u.IsPlatformAdmin, cancel);

    private static Failure Refused() =>
        new(FailureKind.Conflict, "The people who run this portal belong to this organization: it cannot be suspended or deleted.");

    private async Task<Result<OrganizationItem>> EditAsync(Actor actor, Guid id, Func<OpbxDbContext, Organization, Task<Failure?>> edit,
        CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await using var db = database.OpenUnrestricted();
            if (await db.Organizations.FirstOrDefaultAsync(o => o.Id == id, cancel) is not { } organization)
                return OrganizationDirectory.NotFound();
            var (before, state) = (OrganizationHistory.Describe(organization), OrganizationItem.StateOf(organization));
            if (await edit(db, organization) is { } failure) return failure;
            if (OrganizationHistory.Describe(organization) is { } after && after != before)
            {
                var entry = AuditEntries.Changed(actor, AuditEntries.Organizations, organization.Name, before, after, clock.GetUtcNow());
                db.History.Add(entry);
                if (organization.Id != actor.OrganizationId) db.History.Add(AuditEntries.At(organization.Id, entry));
                await db.SaveChangesAsync(cancel);
                if (OrganizationItem.StateOf(organization) is { } now && now != state)
                    await doors.ChangedAsync(organization.Id, now, CancellationToken.None);
            }

            return await directory.GetAsync(actor, id, cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            return Provisioning.NameTaken();
        }
        finally
        {
            _one.Release();
        }
    }
}
