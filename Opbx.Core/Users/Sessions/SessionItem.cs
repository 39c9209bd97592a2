namespace Opbx.Core.Users.Sessions;

/// <summary>A session as lists show it.</summary>
/// <param name="Device">Browser and system in words.</param>
/// <param name="SeenAt">When the person last did something.</param>
public sealed record SessionItem(Guid Id, string Device, string Address, DateTimeOffset StartedAt, DateTimeOffset SeenAt);
