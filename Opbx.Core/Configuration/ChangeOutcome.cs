using Opbx.Core.Document;

namespace Opbx.Core.Configuration;

/// <param name="Snapshot">The configuration afterwards; the present one when only trying.</param>
public sealed record ChangeOutcome(PbxSnapshot Snapshot, IReadOnlyList<ObjectChange> Changes);
