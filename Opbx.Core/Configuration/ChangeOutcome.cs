using Opbx.Core.Document;

namespace Opbx.Core.Configuration;

/// <param name="Snapshot">The configuration afterwards; the current one in a dry run.</param>
public sealed record ChangeOutcome(PbxSnapshot Snapshot, IReadOnlyList<ObjectChange> Changes);
