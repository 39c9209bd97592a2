namespace Opbx.Core.Users;

/// <summary>Who is invited, and where to.</summary>
/// <param name="IsReset">Whether there is a password already, which is replaced.</param>
public sealed record Invitation(string Email, string Name, string Organization, bool IsReset);
