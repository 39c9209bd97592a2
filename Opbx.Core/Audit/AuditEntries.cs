using Opbx.Core.Permissions;

namespace Opbx.Core.Audit;

/// <summary>History entries about what is not part of a configuration.</summary>
internal static class AuditEntries
{
    public const string Users = "users";
    public const string ApiKeys = "apiKeys";
    public const string Organizations = "organizations";
    public const string Acting = "acting";
    public const string Passkeys = "passkeys";
    public const string SignInRules = "signInRules";

    public static HistoryEntry Created(Actor actor, string kind, string key, string after, DateTimeOffset now) =>
        Entry(actor, kind, key, ChangeAction.Created, null, after, now);

    public static HistoryEntry Changed(Actor actor, string kind, string key, string before, string after, DateTimeOffset now) =>
        Entry(actor, kind, key, ChangeAction.Updated, before, after, now);

    public static HistoryEntry Deleted(Actor actor, string kind, string key, string before, DateTimeOffset now) =>
        Entry(actor, kind, key, ChangeAction.Deleted, before, null, now);

    /// <summary>An entry in another organization's history about what an outsider did to it.</summary>
    public static HistoryEntry At(Guid organizationId, HistoryEntry entry) => new() {
        Id = Guid.CreateVersion7(entry.At),
        OrganizationId = organizationId,
        ChangeId = entry.ChangeId,
        At = entry.At,
        Actor = entry.Actor,
        Source = entry.Source,
        Kind = entry.Kind,
        Key = entry.Key,
        Action = entry.Action,
        Before = entry.Before,
        After = entry.After,
    };

    public static HistoryEntry Done(Actor actor, string kind, string key, string after, DateTimeOffset now, Guid? pbxId = null)
    {
        var entry = Entry(actor, kind, key, ChangeAction.Acted, null, after, now);
        entry.PbxId = pbxId;
        return entry;
    }

    public static HistoryEntry SecretTouched(Actor actor, string kind, string key, DateTimeOffset now) =>
        Entry(actor, kind, key, ChangeAction.SecretTouched, null, null, now);

    /// <summary>About something of a PBX that is not part of its configuration.</summary>
    public static HistoryEntry Noted(Actor actor, Guid pbxId, string kind, string key, ChangeAction action, DateTimeOffset now)
    {
        var entry = Entry(actor, kind, key, action, null, null, now);
        entry.PbxId = pbxId;
        return entry;
    }

    private static HistoryEntry Entry(Actor actor, string kind, string key, ChangeAction action, string? before, string? after,
        DateTimeOffset now) => new() {
            Id = Guid.CreateVersion7(now),
            OrganizationId = actor.OrganizationId,
            ChangeId = Guid.CreateVersion7(now),
            At = now,
            Actor = actor.Name,
            Source = actor.Source,
            Kind = kind,
            Key = key.Length <= 100 ? key : key[..100],
            Action = action,
            Before = before,
            After = after,
        };
}
