using Opbx.Core.Document;

namespace Opbx.Core.Configuration;

/// <summary>A snapshot was replaced.</summary>
/// <param name="Before">The configuration before; null when it is new.</param>
/// <param name="After">The configuration now; null when it was deleted.</param>
public sealed record SnapshotChange(Guid PbxId, PbxSnapshot? Before, PbxSnapshot? After);
