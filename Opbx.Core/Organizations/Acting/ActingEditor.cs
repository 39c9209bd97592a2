using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Document;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users.Acting;

namespace Opbx.Core.Organizations.Acting;

/// <summary>Lets platform admins work as an organization for a limited time. Start and end are in the history of both organizations;
/// nobody acts for two at a time.</summary>
public sealed class ActingEditor(Database database, ActingGrants grants, TimeProvider clock)
{
    /// <summary>In characters.</summary>
    public const int ShortestReason = 5;
    /// <summary>In characters.</summary>
    public const int LongestReason = ActingGrant.LongestReason;

    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);

    /// <summary>Ends the actor's previous grant, if any.</summary>
    public async Task<Result<ActingGrant>> BeginAsync(Actor actor, Guid organizationId, string? reason, CancellationToken cancel)
    {
        if (!actor.May(Permission.ActAsOrganization) || actor.UserId is not { } person) return Failure.Forbidden();
        var errors = new FieldErrors();
        if (reason?.Trim() is not { Length: >= ShortestReason and <= LongestReason } why || why.Any(char.IsControl))
            errors.Add("/reason", $"A reason needs {ShortestReason} to {LongestReason} characters.");
        if (!errors.IsEmpty) return Failure.Invalid(errors);
        if (organizationId == actor.OrganizationId) return new Failure(FailureKind.Conflict, "This is your own organization.");
        await using var db = database.OpenUnrestricted();
        if (await db.Organizations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == organizationId, cancel) is not { } organization)
            return Failure.NotFound("This organization");
        if (organization.DeleteAfter is not null)
            return new Failure(FailureKind.Conflict, "This organization was deleted. Take the deletion back first.");

        foreach (var other in grants.Where(g => g.UserId == person)) await EndAsync(other, "Another one was begun", cancel);
        var grant = new ActingGrant {
            Id = Guid.NewGuid(), OrganizationId = organizationId, Organization = organization.Name, UserId =
            person, Person = actor.Name, HomeId = actor.OrganizationId, Reason = reason!.Trim(), Until = clock.GetUtcNow() + Longest
        };
        db.ActingGrants.Add(grant);
        db.History.AddRange(Entries(grant, new { Began = true, grant.Reason, grant.Until }));
        await db.SaveChangesAsync(cancel);
        grants.Add(grant);
        return grant;
    }

    /// <summary>Ends a grant of this person; no effect when it is already over.</summary>
    public async Task EndAsync(Guid grantId, Guid userId, CancellationToken cancel)
    {
        foreach (var grant in grants.Where(g => g.Id == grantId && g.UserId == userId)) await EndAsync(grant, "Stopped", cancel);
    }

    public async Task EndAllOfPersonAsync(Guid userId, CancellationToken cancel)
    {
        foreach (var grant in grants.Where(g => g.UserId == userId)) await EndAsync(grant, "The person's sessions ended", cancel);
    }

    public async Task EndAllOfAsync(Guid organizationId, string why, CancellationToken cancel)
    {
        foreach (var grant in grants.Where(g => g.OrganizationId == organizationId)) await EndAsync(grant, why, cancel);
    }

    /// <summary>Ends grants that have expired.</summary>
    public async Task EndOverdueAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var grant in grants.Where(g => g.Until <= now)) await EndAsync(grant, "The time was over", cancel);
    }

    private async Task EndAsync(ActingGrant grant, string why, CancellationToken cancel)
    {
        // From memory first: from here on nobody acts any more, whatever happens to the store.
        if (!grants.Remove(grant.Id)) return;
        await grants.NotifyAsync(grant.Id);
        await using var db = database.OpenUnrestricted();
        db.History.AddRange(Entries(grant, new { Ended = why, grant.Reason }));
        await db.SaveChangesAsync(cancel);
        await db.ActingGrants.Where(g => g.Id == grant.Id).ExecuteDeleteAsync(cancel);
    }

    private HistoryEntry[] Entries(ActingGrant grant, object what)
    {
        var home = AuditEntries.Done(new Actor(grant.HomeId, Role.Owner, grant.Person, ActorSource.Portal), AuditEntries.Acting,
            grant.Organization, DocumentJson.Write(what), clock.GetUtcNow());
        return [home, AuditEntries.At(grant.OrganizationId, home)];
    }
}
