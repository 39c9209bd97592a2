namespace Opbx.Core.Organizations;

/// <param name="PbxId">The first PBX.</param>
public sealed record SetupOutcome(Guid OrganizationId, Guid OwnerId, Guid PbxId);
