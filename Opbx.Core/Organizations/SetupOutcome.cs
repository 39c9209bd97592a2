namespace Opbx.Core.Organizations;

/// <summary>What the set-up made.</summary>
/// <param name="PbxId">Its first PBX.</param>
public sealed record SetupOutcome(Guid OrganizationId, Guid OwnerId, Guid PbxId);
