using Opbx.Core.Document;

namespace Opbx.Core.Configuration;

/// <param name="Before">Null when it is new.</param>
/// <param name="After">Null when it was deleted.</param>
public sealed record SnapshotChange(Guid PbxId, PbxSnapshot? Before, PbxSnapshot? After);
