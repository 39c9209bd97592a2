using Opbx.Core.Users;

namespace Opbx.Core.Organizations;

/// <summary>A new organization with what can be handed over now and never again.</summary>
/// <param name="PbxId">Its first phone system.</param>
/// <param name="Invited">The owner with the link to choose a password; null when there is a password already.</param>
/// <param name="Key">An API key with the role Owner; the only time it is shown.</param>
public sealed record NewOrganization(OrganizationItem Item, Guid PbxId, InvitedUser? Invited, string Key);
