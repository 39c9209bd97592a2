using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Document;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users;

/// <summary>Creates, lists and revokes the organization's API keys.</summary>
public sealed class ApiKeyEditor(Database database, ApiKeyIndex index, TimeProvider clock)
{
    /// <summary>Keys that are not revoked, newest first.</summary>
    public async Task<Result<Page<ApiKeyItem>>> ListAsync(Actor actor, ListQuery query, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageApiKeys)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        var keys = db.ApiKeys.AsNoTracking().Where(k => k.RevokedAt == null);
        var part = await keys.OrderByDescending(k => k.CreatedAt).ThenBy(k => k.Id).Skip(query.Skip).Take(query.Take).ToListAsync(cancel);
        return new Page<ApiKeyItem>([.. part.Select(Item)], await keys.CountAsync(cancel));
    }

    /// <summary>Creates a key; its text is in the result and nowhere else.</summary>
    public async Task<Result<NewApiKey>> CreateAsync(Actor actor, string name, Role role, DateTimeOffset? expiresAt,
        CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageApiKeys)) return Failure.Forbidden();
        var now = clock.GetUtcNow();
        var errors = new FieldErrors();
        if (AccountRules.NameFault(name) is { } fault) errors.Add("/name", fault);
        if (expiresAt <= now) errors.Add("/expiresAt", "This time is over already.");
        if (!errors.IsEmpty) return Failure.Invalid(errors);

        var text = ApiKeyText.Create();
        var key = new ApiKey {
            Id = Guid.CreateVersion7(now), OrganizationId = actor.OrganizationId, Name = name.Trim(), Role = role,
            Hash = ApiKeyText.Hash(text), CreatedAt = now, ExpiresAt = expiresAt
        };
        await using var db = database.OpenFor(actor.OrganizationId);
        db.ApiKeys.Add(key);
        db.History.Add(AuditEntries.Created(actor, AuditEntries.ApiKeys, key.Name, Describe(key), now));
        await db.SaveChangesAsync(cancel);
        index.Add(key);
        return new NewApiKey(Item(key), text);
    }

    /// <summary>Revokes a key; it no longer works when this returns.</summary>
    public async Task<Result<Done>> RevokeAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageApiKeys)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        if (await db.ApiKeys.FirstOrDefaultAsync(k => k.Id == id && k.RevokedAt == null, cancel) is not { } key)
            return Failure.NotFound("This API key");
        var now = clock.GetUtcNow();
        key.RevokedAt = now;
        key.LastUsedAt = index.LastUsed(key);
        db.History.Add(AuditEntries.Deleted(actor, AuditEntries.ApiKeys, key.Name, Describe(key), now));
        await db.SaveChangesAsync(cancel);
        index.Remove(key);
        return default(Done);
    }

    private static string Describe(ApiKey key) => DocumentJson.Write(new { key.Name, Role = key.Role.ToString(), key.ExpiresAt });
    private ApiKeyItem Item(ApiKey key) => new(key.Id, key.Name, key.Role, key.CreatedAt, key.ExpiresAt, index.LastUsed(key));
}
