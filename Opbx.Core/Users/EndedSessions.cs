namespace Opbx.Core.Users;

/// <summary>Sessions that have ended.</summary>
/// <param name="Stamp">Sessions with this security stamp continue; none when null.</param>
/// <param name="SessionId">The only session that has ended; all when null.</param>
public sealed record EndedSessions(Guid UserId, string? Stamp, Guid? SessionId = null);
