namespace Opbx.Core.Users;

/// <summary>Who is invited, and where to.</summary>
/// <param name="IsReset">Whether an existing password is being replaced.</param>
public sealed record Invitation(string Email, string Name, string Organization, bool IsReset);
