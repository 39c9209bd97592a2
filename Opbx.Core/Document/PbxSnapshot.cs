namespace Opbx.Core.Document;

/// <summary>One version of a PBX's configuration, immutable and in memory: used to route calls and render pages.</summary>
/// <param name="Document">Without secrets.</param>
public sealed record PbxSnapshot(Guid PbxId, Guid OrganizationId, long Version, PbxDocument Document,
    IReadOnlyDictionary<ObjectRef, ObjectInfo> Objects);

/// <param name="Kind">The document's member, for example <c>ringGroups</c>.</param>
public readonly record struct ObjectRef(string Kind, string Key);

/// <param name="Id">Stays the same when the object is renamed.</param>
/// <param name="Version">Increases with every change; the ETag.</param>
public sealed record ObjectInfo(Guid Id, long Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
