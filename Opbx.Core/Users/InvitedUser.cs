namespace Opbx.Core.Users;

/// <summary>A person with an open invitation.</summary>
/// <param name="Link">The link to pass on; anyone who has it can choose the password.</param>
public sealed record InvitedUser(UserItem User, string Link);
