using Opbx.Core.Users;

namespace Opbx.Core.Organizations;

/// <summary>A new organization with secrets that are shown only once.</summary>
/// <param name="PbxId">Its first PBX.</param>
/// <param name="Invited">The owner with the link to choose a password; null when there already is one.</param>
/// <param name="Key">An API key with the role Owner.</param>
public sealed record NewOrganization(OrganizationItem Item, Guid PbxId, InvitedUser? Invited, string Key);
