namespace Opbx.Core.Users.Sessions;

/// <summary>Sessions of a person.</summary>
public sealed record SessionList(IReadOnlyList<SessionItem> Items);
