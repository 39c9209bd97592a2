namespace Opbx.Core.Users.Sessions;

/// <summary>A session as shown in lists.</summary>
/// <param name="Device">Browser and system as text.</param>
/// <param name="SeenAt">When the person was last active.</param>
public sealed record SessionItem(Guid Id, string Device, string Address, DateTimeOffset StartedAt, DateTimeOffset SeenAt);
