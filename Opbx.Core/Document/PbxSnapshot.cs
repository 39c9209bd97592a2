namespace Opbx.Core.Document;

/// <summary>One PBX's configuration at one version, immutable and in memory: what calls are routed by and what pages show.</summary>
/// <param name="Document">The configuration, without secrets.</param>
/// <param name="Objects">Identity, version and stamps of every object.</param>
public sealed record PbxSnapshot(Guid PbxId, Guid OrganizationId, long Version, PbxDocument Document,
    IReadOnlyDictionary<ObjectRef, ObjectInfo> Objects);

/// <summary>Names one object of a document.</summary>
/// <param name="Kind">The document's member, for example <c>ringGroups</c>.</param>
public readonly record struct ObjectRef(string Kind, string Key);

/// <summary>Identity, version and stamps of an object.</summary>
/// <param name="Id">Identity; stays over renaming.</param>
/// <param name="Version">Grows with every change; the ETag.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
public sealed record ObjectInfo(Guid Id, long Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
