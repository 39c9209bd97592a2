using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Document;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;

namespace Opbx.Core.Users.SecondFactors;

/// <summary>An organization's rules for signing in. Keys of the REST API are not affected.</summary>
public sealed class SignInRules(Database database, TimeProvider clock)
{
    /// <summary>How long people may still sign in without a second factor after it became mandatory.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    /// <summary>Who must have a second factor, and which of them have none yet.</summary>
    public async Task<Result<SignInRulesView>> GetAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageSignInRules)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        return await ViewAsync(db, actor, cancel);
    }

    /// <summary>Sets who must have a second factor; people without one get seven days.</summary>
    public async Task<Result<SignInRulesView>> SetAsync(Actor actor, SecondFactorRule rule, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageSignInRules)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        var organization = await db.Organizations.FirstAsync(o => o.Id == actor.OrganizationId, cancel);
        if (organization.SecondFactorRule != rule)
        {
            var now = clock.GetUtcNow();
            var before = organization.SecondFactorRule;
            (organization.SecondFactorRule, organization.SecondFactorRuleSince) = (rule, rule == SecondFactorRule.Nobody ? null : now);
            db.History.Add(AuditEntries.Changed(actor, AuditEntries.SignInRules, organization.Name, Describe(before), Describe(rule), now));
            await db.SaveChangesAsync(cancel);
        }

        return await ViewAsync(db, actor, cancel);
    }

    /// <summary>Until when the person may sign in without a second factor; null when the person has one or needs none.</summary>
    public async Task<DateTimeOffset?> DeadlineAsync(Guid userId, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var found = await db.Users.Where(u => u.Id == userId && !u.TwoFactorEnabled)
            .Join(db.Organizations, u => u.OrganizationId, o => o.Id,
                (u, o) => new { u.Role, u.CreatedAt, o.SecondFactorRule, o.SecondFactorRuleSince }).FirstOrDefaultAsync(cancel);
        if (found?.SecondFactorRuleSince is not { } since || !Concerns(found.SecondFactorRule, found.Role)) return null;
        return (found.CreatedAt > since ? found.CreatedAt : since) + Grace;
    }

    /// <summary>Whether the person can no longer sign in without a second factor.</summary>
    public async Task<bool> IsOverdueAsync(Guid userId, CancellationToken cancel) =>
        await DeadlineAsync(userId, cancel) <= clock.GetUtcNow();

    private static bool Concerns(SecondFactorRule rule, Role role) => rule switch {
        SecondFactorRule.Nobody => false,
        SecondFactorRule.OwnersAndAdmins => role is Role.Owner or Role.Admin,
        SecondFactorRule.Everybody => true,
    };

    private static async Task<SignInRulesView> ViewAsync(OpbxDbContext db, Actor actor, CancellationToken cancel)
    {
        var organization = await db.Organizations.AsNoTracking().FirstAsync(o => o.Id == actor.OrganizationId, cancel);
        var without = await db.Users.AsNoTracking().Where(u => u.Active && !u.TwoFactorEnabled).ToListAsync(cancel);
        return new SignInRulesView(organization.SecondFactorRule, organization.SecondFactorRuleSince,
            [.. without.Where(u => Concerns(organization.SecondFactorRule, u.Role)).Select(u => u.DisplayName)
                .Order(StringComparer.OrdinalIgnoreCase)]);
    }

    private static string Describe(SecondFactorRule rule) => DocumentJson.Write(new { SecondFactorFor = rule.ToString() });
}
