using Opbx.Core.History;

namespace Opbx.Core.Access;

/// <summary>Entries of the history about users and keys.</summary>
internal static class AccessHistory
{
    public const string Users = "users";
    public const string ApiKeys = "apiKeys";

    public static HistoryEntry Created(Actor actor, string kind, string key, string after, DateTimeOffset now) => Entry(actor, kind, key, ChangeAction.Created, null, after, now);

    public static HistoryEntry Changed(Actor actor, string kind, string key, string before, string after, DateTimeOffset now) => Entry(actor, kind, key, ChangeAction.Updated, before, after, now);

    public static HistoryEntry Deleted(Actor actor, string kind, string key, string before, DateTimeOffset now) => Entry(actor, kind, key, ChangeAction.Deleted, before, null, now);

    private static HistoryEntry Entry(Actor actor, string kind, string key, ChangeAction action, string? before, string? after, DateTimeOffset now) => new()
    {
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
