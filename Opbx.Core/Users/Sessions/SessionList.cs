namespace Opbx.Core.Users.Sessions;

public sealed record SessionList(IReadOnlyList<SessionItem> Items);
