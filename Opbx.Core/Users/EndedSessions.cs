namespace Opbx.Core.Users;

/// <summary>Sessions that have ended.</summary>
/// <param name="Stamp">Sessions with this security stamp go on; none do when it is null.</param>
/// <param name="SessionId">Only this session has ended; all of them when it is null.</param>
public sealed record EndedSessions(Guid UserId, string? Stamp, Guid? SessionId = null);
