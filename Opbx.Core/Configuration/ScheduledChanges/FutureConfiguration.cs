using Opbx.Core.Document;

namespace Opbx.Core.Configuration.ScheduledChanges;

/// <summary>A configuration at a time to come.</summary>
/// <param name="Begun">Changes that are in force then and are not yet.</param>
public sealed record FutureConfiguration(PbxSnapshot Snapshot, IReadOnlyList<ScheduledChange> Begun);
